import { responseAt } from '#core/openapi/effective/documented-responses.ts';
import { erasedTemplate, segmentsOf } from '#core/openapi/effective/path-template.ts';
import { propertiesOf } from '#core/openapi/effective/schema-properties.ts';
import type { Operation } from '#core/openapi/model.ts';
import { localRule, type Scope } from '#core/rule.ts';
import { wordsOf } from '#core/text/casing.ts';
import { methodSemantics } from '#rules/checklist.ts';
import { isCollection } from '#rules/detectors/openapi/collection.ts';
import { operationAt } from '#rules/detectors/openapi/operation-at.ts';
import { operationTitle } from '#rules/operation-title.ts';
import { aip, zalando } from '#rules/sources.ts';
import { forgottenWords } from '#rules/words/forgotten-work.ts';

export const createdReadable = localRule({
  id: 'openapi/created-readable',
  summary: 'Let clients read what they create.',
  why: 'An id that can be written and deleted but not read is of little use: nobody can show the thing, check it, or find out whether it is still there.',
  item: methodSemantics,
  references: [zalando(143), aip(131)],
  severity: 'info',
  recommended: false,
  having: ['post'],
  examples: [
    {
      title: 'Created and deleted, and never read',
      bad: `openapi: 3.1.0
paths:
  /orders:
    «post»:
      responses:
        '201':
          description: The order.
          content:
            application/json: { schema: { type: object, properties: { id: { type: string } } } }
  /orders/{id}:
    delete:
      responses:
        '204': { description: The order is deleted. }
`,
      good: `openapi: 3.1.0
paths:
  /orders:
    post:
      responses:
        '201':
          description: The order.
          content:
            application/json: { schema: { type: object, properties: { id: { type: string } } } }
  /orders/{id}:
    get:
      responses:
        '200': { description: The order. }
    delete:
      responses:
        '204': { description: The order is deleted. }
`,
    },
  ],
  on: ['openapi.path-item'],
  *check(pathItem, scope) {
    const post = pathItem.operations.find(({ method }) => method === 'post');
    if (post === undefined || !isCollection(post, scope) || isForgotten(post.path)) return;
    // A list shows the things, too.
    if (pathItem.operations.some(({ method }) => method === 'get') || !returnsId(post, scope)) return;
    const path = `${erasedTemplate(post.path).replace(/\/$/, '')}/{}`;
    const item = scope.find('openapi.path-item', path);
    if (item === undefined || item.operations.length === 0 || operationAt(item, 'get', scope) !== undefined) return;
    yield {
      span: post.anchor,
      message: `${operationTitle(post)} creates what nobody can read. Offer GET ${item.path.value}.`,
    };
  },
});

function isForgotten(path: string): boolean {
  const last = segmentsOf(path).at(-1) ?? '';
  return wordsOf(last).some((word) => forgottenWords.has(word) || word === 'tokens' || word === 'sessions');
}

function returnsId(post: Operation, scope: Scope): boolean {
  const content = scope.resolve(responseAt(post, '201')?.response)?.content ?? [];
  return content.some(({ schema }) => {
    const resolved = scope.resolve(schema);
    return (
      resolved !== undefined && propertiesOf(resolved, scope).some(({ name }) => wordsOf(name.value).at(-1) === 'id')
    );
  });
}
