import { effectiveParameters, effectiveRequestBody, knowsParameters } from '#core/openapi/effective/effective.ts';
import type { Operation, Parameter } from '#core/openapi/model.ts';
import { pointerOf } from '#core/openapi/view.ts';
import { type Cause, type Fix, localRule, type Scope } from '#core/rule.ts';
import { wordsOf } from '#core/text/casing.ts';
import { methodSemantics } from '#rules/checklist.ts';
import { isCollection } from '#rules/detectors/openapi/collection.ts';
import { isWrittenInPlace } from '#rules/detectors/openapi/written-in-place.ts';
import { operationTitle } from '#rules/operation-title.ts';
import { aip, zalando } from '#rules/sources.ts';
import { wordSet } from '#rules/words/word-list.ts';

export const deleteCollectionFiltered = localRule({
  id: 'openapi/delete-collection-filtered',
  summary: 'Let the DELETE of a collection ask for a filter.',
  why: 'One request without an id, from a client whose variable is empty, deletes everything. A filter that is required makes that a 400.',
  item: methodSemantics,
  references: [zalando(148), aip(165)],
  severity: 'warning',
  recommended: false,
  examples: [
    {
      title: 'A filter that may be left out',
      bad: `openapi: 3.1.0
paths:
  /orders:
    «delete»:
      parameters:
        - name: status
          in: query
          schema: { type: string }
      responses:
        '204': { description: The orders are deleted. }
  /orders/{id}:
    delete:
      responses:
        '204': { description: The order is deleted. }
`,
      good: `openapi: 3.1.0
paths:
  /orders:
    delete:
      parameters:
        - name: status
          in: query
          required: true
          schema: { type: string }
      responses:
        '204': { description: The orders are deleted. }
  /orders/{id}:
    delete:
      responses:
        '204': { description: The order is deleted. }
`,
    },
  ],
  on: ['openapi.operation'],
  *check(operation, scope) {
    if (operation.method !== 'delete' || !isCollection(operation, scope) || !knowsParameters(operation, scope)) return;
    const asked = effectiveParameters(operation, scope).filter((parameter) => parameter.in?.value === 'query');
    const isFiltered = asked.some(({ required }) => required?.value === true);
    // What a body chooses is told by another rule.
    if (
      isFiltered ||
      saysAll(operation) ||
      refusesNone(operation, scope) ||
      effectiveRequestBody(operation, scope) !== undefined
    )
      return;
    const title = operationTitle(operation);
    const [filter] = asked;
    const fix = asked.length === 1 ? requireFilter(operation, filter, title) : undefined;
    yield {
      span: operation.anchor,
      message: `${title} deletes all there is where no filter is sent. Ask for one, or delete by id.`,
      ...(fix && { fixes: [fix] }),
      cause: unfiltered,
    };
  },
});

const unfiltered: Cause = {
  key: 'unfiltered',
  message: (count) => `${count} DELETEs of collections delete all there is where no filter is sent.`,
  fixTitle: (count) => `Require the filters of ${count} DELETEs`,
};

/** A 400 says that a filter is missing: one of several is wanted. */
function refusesNone({ responses }: Operation, scope: Scope): boolean {
  return responses.some(
    ({ status, response }) =>
      status.value.startsWith('4') &&
      /\bfilter|\bmissing\b|\bat least one\b/i.test(scope.resolve(response)?.description?.value ?? ''),
  );
}

/** “Delete all orders”, “Clear the cart”: it is meant. */
function saysAll({ summary, operationId, description }: Operation): boolean {
  const texts = [summary?.value, operationId?.value, (description?.value ?? '').slice(0, longestStart)];
  return texts.some((text) => wordsOf(text ?? '').some((word) => allWords.has(word)));
}

const longestStart = 120;
const allWords = wordSet('all every everything clear clears empty empties purge purges reset resets bulk entire whole');

/** In a list of its own; a parameter that others share asks them, too. */
function requireFilter(operation: Operation, filter: Parameter | undefined, title: string): Fix | undefined {
  const isOwn = filter !== undefined && operation.parameters.includes(filter) && isWrittenInPlace(filter);
  if (filter === undefined || !isOwn) return undefined;
  const pointer = [...pointerOf(filter.location), 'required'];
  const change = { kind: 'set', uri: filter.section.uri, pointer, value: true, after: ['in', 'name'] } as const;
  return { title: `Require “${filter.name?.value ?? ''}” in ${title}`, safety: 'review', changes: [change] };
}
