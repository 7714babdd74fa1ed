import { responseAt } from '#core/openapi/effective/documented-responses.ts';
import type { Operation, ResponseEntry } from '#core/openapi/model.ts';
import { pointerOf } from '#core/openapi/view.ts';
import { type Cause, type Fix, localRule } from '#core/rule.ts';
import { concurrency } from '#rules/checklist.ts';
import {
  anyCondition,
  conditionsOf,
  knowsConditions,
  returnsEntityTag,
} from '#rules/detectors/openapi/conditional-headers.ts';
import { operationAt } from '#rules/detectors/openapi/operation-at.ts';
import { isWrittenInPlace } from '#rules/detectors/openapi/written-in-place.ts';
import { operationTitle } from '#rules/operation-title.ts';
import { rfc } from '#rules/sources.ts';

export const preconditionAccepted = localRule({
  id: 'openapi/precondition-accepted',
  summary: 'Take a conditional header where 412 is answered.',
  why: '412 says that a condition which the request named does not hold. A request that can name none never gets it: what is meant is another status, or the header was forgotten.',
  item: concurrency,
  references: [rfc(9110, '15.5.13'), rfc(9110, '13.1')],
  severity: 'warning',
  recommended: false,
  examples: [
    {
      title: 'A 412 without a condition',
      bad: `openapi: 3.1.0
paths:
  /orders/{id}:
    put:
      parameters:
        - { name: id, in: path, required: true, schema: { type: string } }
      responses:
        '200': { description: The order is replaced. }
        «'412'»: { description: The order has changed. }
`,
      good: `openapi: 3.1.0
paths:
  /orders/{id}:
    put:
      parameters:
        - { name: id, in: path, required: true, schema: { type: string } }
      responses:
        '200': { description: The order is replaced. }
        '409': { description: The order has changed. }
`,
    },
  ],
  on: ['openapi.operation'],
  *check(operation, scope) {
    const entry = operation.responses.find(({ status }) => status.value === '412');
    if (entry === undefined || operation.origin !== 'path' || !knowsConditions(operation, scope)) return;
    if (conditionsOf(operation, anyCondition, scope).length > 0) return;
    // A write that should look at an ETag is told by another rule.
    const read = operationAt(operation.pathItem, 'get', scope);
    if (read !== undefined && operation.method !== 'post' && returnsEntityTag(read, scope)) return;
    const title = operationTitle(operation);
    const fix = answerConflict(operation, entry, title);
    yield {
      span: entry.status.span,
      message: `${title} answers 412, but takes no condition. Take If-Match, or answer 409 to what stands in the way.`,
      ...(fix && { fixes: [fix] }),
      cause: conditionless,
    };
  },
});

const conditionless: Cause = {
  key: 'conditions',
  message: (count) => `${count} operations answer 412, but take no condition. Take If-Match, or answer 409.`,
  fixTitle: (count) => `Answer 409 instead of 412 in ${count} operations`,
};

/** A shared response bears the name of its status: another one takes its place. */
function answerConflict(operation: Operation, { response }: ResponseEntry, title: string): Fix | undefined {
  const isOwn = response.kind === 'openapi.response' && isWrittenInPlace(response);
  if (!isOwn || responseAt(operation, '409') !== undefined) return undefined;
  const { section, location } = operation;
  const pointer = [...pointerOf(location), 'responses', '412'];
  const change = { kind: 'rename', uri: section.uri, pointer, name: '409' } as const;
  return { title: `Answer 409 instead of 412 to ${title}`, safety: 'review', changes: [change] };
}
