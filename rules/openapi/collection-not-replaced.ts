import { effectiveRequestBody } from '#core/openapi/effective/effective.ts';
import { segmentsOf } from '#core/openapi/effective/path-template.ts';
import { propertiesOf } from '#core/openapi/effective/schema-properties.ts';
import type { Operation } from '#core/openapi/model.ts';
import { type Cause, localRule, type Scope } from '#core/rule.ts';
import { wordsOf } from '#core/text/casing.ts';
import { singularOf } from '#core/text/english.ts';
import { methodSemantics } from '#rules/checklist.ts';
import { isCollection } from '#rules/detectors/openapi/collection.ts';
import { operationTitle } from '#rules/operation-title.ts';
import { zalando } from '#rules/sources.ts';
import { bulkWords } from '#rules/words/bulk.ts';

export const collectionNotReplaced = localRule({
  id: 'openapi/collection-not-replaced',
  summary: 'Write the items of a collection, not the collection.',
  why: 'A PUT replaces what stands at its path: on a collection that is every item in it. Which one a body is about stands nowhere else than in the path.',
  item: methodSemantics,
  references: [zalando(148)],
  severity: 'warning',
  recommended: false,
  examples: [
    {
      title: 'One order, at the path of all',
      bad: `openapi: 3.1.0
paths:
  /orders:
    «put»:
      summary: Update an order
      requestBody:
        content:
          application/json:
            schema: { type: object, properties: { id: { type: string }, note: { type: string } } }
      responses:
        '200': { description: The order. }
  /orders/{id}:
    get:
      responses:
        '200': { description: The order. }
`,
      good: `openapi: 3.1.0
paths:
  /orders/{id}:
    get:
      responses:
        '200': { description: The order. }
    put:
      summary: Update an order
      requestBody:
        content:
          application/json:
            schema: { type: object, properties: { note: { type: string } } }
      responses:
        '200': { description: The order. }
`,
    },
  ],
  on: ['openapi.operation'],
  *check(operation, scope) {
    if ((operation.method !== 'put' && operation.method !== 'patch') || !isCollection(operation, scope)) return;
    // `/config` above `/config/{topic}` is one thing for all.
    const last = wordsOf(segmentsOf(operation.path).at(-1) ?? '').at(-1) ?? '';
    if (singularOf(last) === last || speaksOfMany(operation) || takesMany(operation, scope)) return;
    const title = operationTitle(operation);
    const item = `${operation.path.replace(/\/$/, '')}/{…}`;
    yield {
      span: operation.anchor,
      message: `${title} writes a collection. Write one item at “${item}”, or say that it is about many.`,
      cause: written,
    };
  },
});

const written: Cause = {
  key: 'collections',
  message: (count) =>
    `${count} operations write a collection. Write one item at its own path, or say that it is about many.`,
};

function speaksOfMany({ summary, operationId, description }: Operation): boolean {
  const texts = [summary?.value, operationId?.value, (description?.value ?? '').slice(0, longestStart)];
  return texts.some((text) => wordsOf(text ?? '').some((word) => bulkWords.has(word)));
}

const longestStart = 200;

/** An array, or an object with one; what is not known may be. */
function takesMany(operation: Operation, scope: Scope): boolean {
  const body = effectiveRequestBody(operation, scope);
  if (body === undefined) return operation.requestBody !== undefined;
  return body.content.some(({ schema }) => {
    const resolved = scope.resolve(schema);
    if (resolved === undefined || resolved.oneOf.length + resolved.anyOf.length > 0) return true;
    const inner = propertiesOf(resolved, scope).map((property) => scope.resolve(property.schema));
    return (
      resolved.types.includes('array') ||
      inner.length === 0 ||
      inner.some((each) => each?.types.includes('array') !== false)
    );
  });
}
