import { effectiveRequestBody } from '#core/openapi/effective/effective.ts';
import { requiredNames } from '#core/openapi/effective/schema-properties.ts';
import type { PathItem, Schema } from '#core/openapi/model.ts';
import { localRule, type Scope } from '#core/rule.ts';
import { methodSemantics } from '#rules/checklist.ts';
import { operationTitle } from '#rules/operation-title.ts';
import { rfc, zalando } from '#rules/sources.ts';

export const putPatchDistinct = localRule({
  id: 'openapi/put-patch-distinct',
  summary: 'Let PUT and PATCH of one resource do different things.',
  why: 'PUT replaces the whole, PATCH changes a part. Where both take the same, one of them does something else than it says, and nobody knows which.',
  item: methodSemantics,
  references: [rfc(9110, '9.3.4'), rfc(5789, '2'), zalando(148)],
  severity: 'info',
  recommended: false,
  having: ['patch'],
  examples: [
    {
      title: 'The same body twice',
      bad: `openapi: 3.1.0
paths:
  /orders/{id}:
    put:
      requestBody: { content: { application/json: { schema: { $ref: '#/components/schemas/Order' } } } }
      responses: { '200': { description: The order. } }
    «patch»:
      requestBody: { content: { application/json: { schema: { $ref: '#/components/schemas/Order' } } } }
      responses: { '200': { description: The order. } }
components:
  schemas:
    Order: { type: object, properties: { note: { type: string } } }
`,
      good: `openapi: 3.1.0
paths:
  /orders/{id}:
    patch:
      requestBody: { content: { application/json: { schema: { $ref: '#/components/schemas/Order' } } } }
      responses: { '200': { description: The order. } }
components:
  schemas:
    Order: { type: object, properties: { note: { type: string } } }
`,
    },
  ],
  on: ['openapi.path-item'],
  *check(pathItem, scope) {
    const patch = pathItem.operations.find(({ method }) => method === 'patch');
    const [put, patched] = [bodyOf(pathItem, 'put', scope), bodyOf(pathItem, 'patch', scope)];
    if (pathItem.origin !== 'path' || patch === undefined || put === undefined || put.tree !== patched?.tree) return;
    // That a patch requires what does not change is told by another rule.
    if (requiredNames(put, scope).size > 1) return;
    const name = put.name === undefined ? 'the same body' : `“${put.name.value}”`;
    yield {
      span: patch.anchor,
      message: `${operationTitle(patch)} takes ${name}, as the PUT does. Offer one of the two, or let the PUT require the whole.`,
    };
  },
});

/** The schema of the JSON body of a method, of a shared one only: what is written twice may be meant to differ. */
function bodyOf(pathItem: PathItem, method: 'put' | 'patch', scope: Scope): Schema | undefined {
  const operation = pathItem.operations.find((other) => other.method === method);
  const media =
    operation && effectiveRequestBody(operation, scope)?.content.find(({ name }) => /json/i.test(name.value));
  return media?.schema?.kind === 'openapi.reference' ? scope.resolve<Schema>(media.schema) : undefined;
}
