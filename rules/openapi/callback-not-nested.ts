import { localRule } from '#core/rule.ts';
import { findEntry } from '#core/tree/tree.ts';
import { documentationFormats } from '#rules/checklist.ts';
import { operationTitle } from '#rules/operation-title.ts';
import { openApi } from '#rules/sources.ts';

export const callbackNotNested = localRule({
  id: 'openapi/callback-not-nested',
  summary: 'Describe no callbacks of callbacks.',
  why: 'A callback is a request of the server to a client, which registers none in turn: tools leave out what is nested, or fail.',
  item: documentationFormats,
  references: [openApi('Callback Object', 'callback-object')],
  severity: 'warning',
  recommended: false,
  examples: [
    {
      title: 'A callback within a callback',
      bad: `openapi: 3.1.0
paths:
  /orders:
    post:
      callbacks:
        placed:
          '{$request.body#/url}':
            post:
              «callbacks»:
                seen:
                  '{$request.body#/url}': { post: {} }
`,
      good: `openapi: 3.1.0
paths:
  /orders:
    post:
      callbacks:
        placed:
          '{$request.body#/url}':
            post: {}
`,
    },
  ],
  on: ['openapi.operation'],
  having: ['callbacks'],
  *check(operation) {
    const entry = findEntry(operation.tree, 'callbacks');
    if (operation.origin !== 'callback' || entry === undefined || operation.callbacks.length === 0) return;
    const message = `The callback ${operationTitle(operation)} has callbacks itself. Describe them where they are registered.`;
    yield { span: entry.key.span, message };
  },
});
