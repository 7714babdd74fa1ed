import { effectiveRequestBody } from '#core/openapi/effective/effective.ts';
import { isJsonMediaType, isJsonPatch } from '#core/openapi/effective/media-type-name.ts';
import { segmentsOf } from '#core/openapi/effective/path-template.ts';
import type { Operation } from '#core/openapi/model.ts';
import { type Cause, localRule, type Scope } from '#core/rule.ts';
import { wordsOf } from '#core/text/casing.ts';
import { methodSemantics } from '#rules/checklist.ts';
import { isCollection } from '#rules/detectors/openapi/collection.ts';
import { operationTitle } from '#rules/operation-title.ts';
import { aip, zalando } from '#rules/sources.ts';
import { atomicityWords } from '#rules/words/bulk.ts';
import { wordSet } from '#rules/words/word-list.ts';

export const bulkResultTold = localRule({
  id: 'openapi/bulk-result-told',
  summary: 'Say what becomes of the others where one of several fails.',
  why: 'A client that sends a hundred things has to know whether a failure undoes all of them, or which ones to send again.',
  item: methodSemantics,
  references: [zalando(152), aip(233)],
  severity: 'info',
  recommended: false,
  examples: [
    {
      title: 'Several orders, and one answer',
      bad: `openapi: 3.1.0
paths:
  /orders/batch:
    «post»:
      requestBody:
        content:
          application/json: { schema: { type: array, items: { type: object } } }
      responses:
        '201': { description: The orders. }
        '400': { description: One of them is no order. }
`,
      good: `openapi: 3.1.0
paths:
  /orders/batch:
    post:
      description: All or nothing.
      requestBody:
        content:
          application/json: { schema: { type: array, items: { type: object } } }
      responses:
        '201': { description: The orders. }
        '400': { description: One of them is no order. }
`,
    },
  ],
  on: ['openapi.operation'],
  *check(operation, scope) {
    if (operation.origin !== 'path' || !writes.has(operation.method) || !isBulk(operation, scope)) return;
    if (operation.responses.some(({ status }) => status.value === '207' || status.value === '202')) return;
    if (saysOutcome(operation, scope)) return;
    yield {
      span: operation.anchor,
      message: `${operationTitle(operation)} takes several, and does not say what becomes of the others where one fails.`,
      cause: untold,
    };
  },
});

const untold: Cause = {
  key: 'untold',
  message: (count) => `${count} operations take several, and do not say what becomes of the others where one fails.`,
};

const writes: ReadonlySet<string> = new Set(['post', 'put', 'patch', 'delete']);

/** By the path, or a list of objects that is sent to a collection: elsewhere it is part of one thing. A JSON Patch changes one thing, too. */
function isBulk(operation: Operation, scope: Scope): boolean {
  const content = effectiveRequestBody(operation, scope)?.content ?? [];
  if (segmentsOf(operation.path).some(saysBulk)) return content.length > 0;
  if ((operation.method !== 'post' && operation.method !== 'patch') || !isCollection(operation, scope)) return false;
  return content.some(({ name, schema }) => {
    const isList = isJsonMediaType(name.value) && !isJsonPatch(name.value);
    const resolved = isList ? scope.resolve(schema) : undefined;
    const items = resolved?.types.includes('array') === true ? scope.resolve(resolved.items) : undefined;
    return items !== undefined && (items.properties.length > 0 || items.allOf.length > 0);
  });
}

/** “batch”, “bulk”, “batchDelete”; not “batch-payments”, which are things. */
function saysBulk(segment: string): boolean {
  const [first = '', next] = wordsOf(segment);
  if (first !== 'batch' && first !== 'bulk') return false;
  return next === undefined || bulkVerbs.has(next);
}

const bulkVerbs = wordSet(
  'create update delete add remove insert upsert import invite assign unassign archive edit patch write set move',
);

/** In its texts, or by a list that it answers. */
function saysOutcome({ summary, description, responses }: Operation, scope: Scope): boolean {
  const texts = [
    summary?.value,
    description?.value,
    ...responses.map(({ response }) => scope.resolve(response)?.description?.value),
  ];
  return texts.some((text) => atomicityWords.test(text ?? ''));
}
