import type { Operation } from '#core/openapi/model.ts';
import { type Cause, type Fix, localRule } from '#core/rule.ts';
import { concurrency } from '#rules/checklist.ts';
import { anyCondition, conditionsOf, knowsConditions } from '#rules/detectors/openapi/conditional-headers.ts';
import { isWrittenInPlace } from '#rules/detectors/openapi/written-in-place.ts';
import { addParameters, parametersSite } from '#rules/fixes/openapi/add-parameters.ts';
import { parameterValue } from '#rules/fixes/openapi/parameter-value.ts';
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
        - name: If-Match
          in: header
          description: The ETag of the version that is changed.
          schema: { type: string }
      responses:
        '200': { description: The order is replaced. }
        '412': { description: The order has changed. }
`,
    },
  ],
  on: ['openapi.operation'],
  *check(operation, scope) {
    const entry = operation.responses.find(({ status }) => status.value === '412');
    if (entry === undefined || operation.origin !== 'path' || !knowsConditions(operation, scope)) return;
    if (conditionsOf(operation, anyCondition, scope).length > 0) return;
    const title = operationTitle(operation);
    const fix = takeIfMatch(operation, title);
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
  fixTitle: (count) => `Take If-Match in ${count} operations`,
};

/** What a write changes has a version that the client has read. */
function takeIfMatch(operation: Operation, title: string): Fix | undefined {
  const isWrite = operation.method === 'put' || operation.method === 'patch' || operation.method === 'delete';
  if (!isWrite || !isWrittenInPlace(operation) || operation.parametersReference !== undefined) return undefined;
  const description = 'The ETag of the version that is changed.';
  const value = parameterValue(operation.context, {
    name: 'If-Match',
    in: 'header',
    description,
    schema: { type: 'string' },
  });
  return {
    title: `Take If-Match in ${title}`,
    safety: 'review',
    changes: addParameters(parametersSite(operation), [value]),
  };
}
