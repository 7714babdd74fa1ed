import type { Random } from '../../support/random.ts';
import { happens } from './chance.ts';

/** A description of many short paths, and the file that some of them refer to. */
export function pathsApi(random: Random): { readonly api: string; readonly items: string } {
  const lines = paths.filter(() => happens(random, 0.7)).map((path) => pathItem(path, random));
  const api = `openapi: 3.1.0
info: { title: T, version: '1' }
paths:
${lines.join('')}components:
  pathItems:
    Item:
${operations(random, '      ')}  responses:
    Done: { description: Done. }
`;
  return { api, items: `one:\n${operations(random, '  ')}two:\n${operations(random, '  ')}` };
}

const paths = [
  ...[
    '/orders',
    '/orders/{id}',
    '/orders/{id}/lines',
    '/orders/{id}/lines/{line}',
    '/orders/{id}/cancel',
    '/orders/search',
  ],
  ...['/api/v1/users/{id}', '/api/v1/users/me', '/api/v1/users/{id}/report', '/api/v1/users/{id}/report/{report}'],
  ...['/list', '/list/{id}', '/report/{id}:archive', '/repos/{owner}/{repo}', '/{tenant}/items', '/status', '/cart'],
];

function pathItem(path: string, random: Random): string {
  if (happens(random, 0.15)) return `  ${path}: { $ref: 'items.yaml#/${happens(random, 0.5) ? 'one' : 'two'}' }\n`;
  if (happens(random, 0.1)) return `  ${path}: { $ref: '#/components/pathItems/Item' }\n`;
  return `  ${path}:\n${operations(random, '    ')}`;
}

function operations(random: Random, indent: string): string {
  const methods = ['get', 'post', 'put', 'delete'].filter(() => happens(random, 0.5));
  const all = methods.length === 0 ? ['get'] : methods;
  return all
    .map((method) => `${indent}${method}: { responses: { '200': { $ref: '#/components/responses/Done' } } }\n`)
    .join('');
}
