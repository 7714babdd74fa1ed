import { localRule } from '#core/rule.ts';
import type { TreeSection } from '#core/tree/section.ts';
import { findEntry, type TreeEntry } from '#core/tree/tree.ts';
import { documentationFormats } from '#rules/checklist.ts';
import { olderOpenApi, openApi } from '#rules/sources.ts';

export const serversPresent = localRule({
  id: 'openapi/servers-present',
  summary: 'Say where the API is served.',
  why: 'Without a server, paths count from wherever the description was found: consoles and generated clients call the documentation instead of the API.',
  item: documentationFormats,
  references: [openApi('OpenAPI Object', 'openapi-object'), olderOpenApi('2.0', 'Swagger Object', 'swagger-object')],
  severity: 'warning',
  recommended: false,
  examples: [
    {
      title: 'No server',
      bad: `«openapi»: 3.1.0
paths:
  /orders: { get: {} }
`,
      good: `openapi: 3.1.0
servers:
  - url: https://api.example.com/v1
paths:
  /orders: { get: {} }
`,
    },
    {
      title: 'An empty list',
      bad: `openapi: 3.1.0
«servers»: []
paths:
  /orders: { get: {} }
`,
      good: `openapi: 3.1.0
servers: [{ url: /v1 }]
paths:
  /orders: { get: {} }
`,
    },
    {
      title: 'No host in 2.0',
      bad: `«swagger»: '2.0'
basePath: /v1
paths:
  /orders: { get: {} }
`,
      good: `swagger: '2.0'
host: api.example.com
basePath: /v1
paths:
  /orders: { get: {} }
`,
    },
  ],
  on: ['openapi.document', 'openapi.written'],
  *check(node, scope) {
    if (node.kind === 'openapi.written') {
      const empty = node.section.uri === node.context.rootUri ? emptyList(node.section) : undefined;
      if (empty !== undefined)
        yield { span: empty.key.span, message: 'The list of servers is empty. Add the URL of one.' };
      return;
    }
    const field = node.context.version === '2.0' ? 'host' : 'servers';
    if (scope.rootKeys().includes(field) || scope.names('openapi.path-item').length === 0) return;
    const what = field === 'host' ? 'no host' : 'no server';
    yield { span: node.anchor, message: `The description names ${what}. Say where the API is served.` };
  },
});

/** The entry of the root, where its list has no items. */
function emptyList({ pointer, key, tree }: TreeSection): Pick<TreeEntry, 'key'> | undefined {
  if (pointer.length === 1 && pointer[0] === 'servers') return key && isEmpty(tree) ? { key } : undefined;
  const entry = pointer.length === 0 ? findEntry(tree, 'servers') : undefined;
  return entry && isEmpty(entry.value) ? entry : undefined;
}

function isEmpty(value: TreeSection['tree']): boolean {
  return value?.kind === 'list' && value.items.length === 0;
}
