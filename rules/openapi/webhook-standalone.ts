import type { Operation, PathItem } from '#core/openapi/model.ts';
import { pointerOf } from '#core/openapi/view.ts';
import { type Cause, type Finding, localRule } from '#core/rule.ts';
import { findEntry } from '#core/tree/tree.ts';
import { validity } from '#rules/checklist.ts';
import { openApi } from '#rules/sources.ts';

export const webhookStandalone = localRule({
  id: 'openapi/webhook-standalone',
  summary: 'Describe webhooks and callbacks without servers and callbacks of their own.',
  why: 'Where a webhook is sent its receiver decides, not a list of servers; and a callback of a callback has no request that it could belong to. Tools ignore both.',
  item: validity,
  references: [openApi('Callback Object', 'callback-object'), openApi('OpenAPI Object', 'openapi-object')],
  severity: 'warning',
  recommended: true,
  having: ['servers', 'callbacks'],
  examples: [
    {
      title: 'A webhook with a server',
      bad: `openapi: 3.1.0
webhooks:
  orderPlaced:
    «servers»:
      - url: https://api.example.com
    post:
      responses:
        '204': { description: Received. }
`,
      good: `openapi: 3.1.0
webhooks:
  orderPlaced:
    post:
      responses:
        '204': { description: Received. }
`,
    },
    {
      title: 'A callback within a callback',
      bad: `openapi: 3.0.3
paths:
  /subscriptions:
    post:
      responses: {}
      callbacks:
        event:
          '{$request.body#/url}':
            post:
              «callbacks»:
                answer:
                  '{$request.body#/url}':
                    post:
                      responses: {}
              responses: {}
`,
      good: `openapi: 3.0.3
paths:
  /subscriptions:
    post:
      responses: {}
      callbacks:
        event:
          '{$request.body#/url}':
            post:
              responses: {}
`,
    },
  ],
  on: ['openapi.path-item', 'openapi.operation'],
  *check(node) {
    const { origin } = node;
    const path = typeof node.path === 'string' ? node.path : node.path.value;
    const owner = `${origin} “${path}”`;
    if (origin === 'webhook')
      yield* stray(node, 'servers', `The ${owner} lists servers, but its receiver decides where it goes`);
    if (node.kind === 'openapi.operation' && (origin === 'webhook' || origin === 'callback'))
      yield* stray(node, 'callbacks', `The ${owner} has callbacks of its own, which nothing calls`);
  },
});

function* stray(node: PathItem | Operation, key: 'servers' | 'callbacks', fault: string): Iterable<Finding> {
  const entry = findEntry(node.tree, key);
  if (entry === undefined || entry.merged) return;
  const { section, location } = node;
  yield {
    span: entry.key.span,
    message: `${fault}. Remove the ${key}.`,
    fixes: [
      {
        title: `Remove the ${key}`,
        safety: 'review',
        changes: [{ kind: 'remove', uri: section.uri, pointer: [...pointerOf(location), key] }],
      },
    ],
    cause: strays(key),
  };
}

function strays(key: string): Cause {
  return {
    key,
    message: (count) => `${count} webhooks and callbacks have ${key} of their own, which tools ignore.`,
    fixTitle: (count) => `Remove the ${key} of ${count} webhooks and callbacks`,
  };
}
