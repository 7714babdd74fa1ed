import { pointerOf } from '#core/openapi/view.ts';
import { type Fix, localRule } from '#core/rule.ts';
import { findEntry } from '#core/tree/tree.ts';
import { documentationFormats } from '#rules/checklist.ts';
import { openApi } from '#rules/sources.ts';

export const webhookNoServers = localRule({
  id: 'openapi/webhook-no-servers',
  summary: 'Give webhooks no servers.',
  why: 'A webhook goes to the address that its receiver registered: servers beside it say nothing, or something wrong.',
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
      «servers»: [{ url: https://example.com }]
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
  having: ['servers'],
  *check(node) {
    const entry = findEntry(node.tree, 'servers');
    if (node.origin !== 'webhook' || entry === undefined) return;
    const name = node.kind === 'openapi.operation' ? node.path : node.path.value;
    const pointer = [...pointerOf(node.location), 'servers'];
    const changes = [{ kind: 'remove', uri: node.section.uri, pointer }] as const;
    const fix: Fix = { title: `Remove the servers of “${name}”`, safety: 'review', changes };
    yield {
      span: entry.key.span,
      message: `The webhook “${name}” is sent where its receiver says. Remove its servers.`,
      fixes: [fix],
    };
  },
});
