import { pointerOf } from '#core/openapi/view.ts';
import { type Fix, localRule } from '#core/rule.ts';
import { findEntry } from '#core/tree/tree.ts';
import { documentationFormats } from '#rules/checklist.ts';
import { openApi } from '#rules/sources.ts';

export const webhookNoCallbacks = localRule({
  id: 'openapi/webhook-no-callbacks',
  summary: 'Describe no callbacks of webhooks.',
  why: 'Who receives a webhook registers nothing by it: tools leave out callbacks that stand there, or fail.',
  item: documentationFormats,
  references: [openApi('OpenAPI Object', 'openapi-object')],
  severity: 'warning',
  recommended: false,
  examples: [
    {
      title: 'Of an operation',
      bad: `openapi: 3.1.0
webhooks:
  orderPlaced:
    post:
      summary: An order was placed
      «callbacks»: { seen: { '{$request.body#/url}': { post: {} } } }
`,
      good: `openapi: 3.1.0
webhooks:
  orderPlaced:
    post:
      summary: An order was placed
`,
    },
  ],
  on: ['openapi.operation', 'openapi.path-item'],
  having: ['callbacks'],
  *check(node) {
    const entry = findEntry(node.tree, 'callbacks');
    if (node.origin !== 'webhook' || entry === undefined) return;
    const name = node.kind === 'openapi.operation' ? node.path : node.path.value;
    const pointer = [...pointerOf(node.location), 'callbacks'];
    const changes = [{ kind: 'remove', uri: node.section.uri, pointer }] as const;
    const fix: Fix = { title: `Remove the callbacks of “${name}”`, safety: 'review', changes };
    yield {
      span: entry.key.span,
      message: `The webhook “${name}” has callbacks, which its receiver cannot register. Remove them.`,
      fixes: [fix],
    };
  },
});
