import type { Operation } from '#core/openapi/model.ts';
import { globalRule, type Scope } from '#core/rule.ts';
import { errorPayloads } from '#rules/checklist.ts';
import { isCallerError } from '#rules/detectors/openapi/caller-error.ts';
import { isPreflight } from '#rules/detectors/openapi/preflight.ts';
import { type GapFact, gapDocument, gapFindings, operationGap } from '#rules/detectors/openapi/response-gap.ts';
import { statusKeys } from '#rules/detectors/openapi/status-keys.ts';
import { takesInput } from '#rules/detectors/openapi/takes-input.ts';
import { tellsInvalid } from '#rules/detectors/openapi/tells-invalid.ts';
import { usualStatus } from '#rules/detectors/openapi/usual-status.ts';
import { factsOfKind } from '#rules/facts-of-kind.ts';
import { rfc } from '#rules/sources.ts';

export const validationErrorDocumented = globalRule({
  id: 'openapi/validation-error-documented',
  summary: 'Document 400 or 422 where an operation takes input that can be wrong.',
  why: 'What a caller sends will be wrong some day. A form can show what is wrong with which field only where the answer to that is documented.',
  item: errorPayloads,
  references: [rfc(9110, '15.5.1'), rfc(9110, '15.5.21')],
  severity: 'warning',
  recommended: true,
  options: {
    always: {
      default: false,
      description: 'Ask for it also where fewer than half of the operations that take input document it.',
    },
  },
  examples: [
    {
      title: 'One operation of several',
      bad: `openapi: 3.1.0
paths:
  /orders:
    post:
      requestBody: { content: { application/json: { schema: { $ref: '#/components/schemas/Order' } } } }
      responses:
        '201': { description: The order. }
        '422': { $ref: '#/components/responses/Invalid' }
  /orders/{id}:
    put:
      requestBody: { content: { application/json: { schema: { $ref: '#/components/schemas/Order' } } } }
      «responses»:
        '200': { description: The order. }
        '404': { description: There is no such order. }
components:
  responses:
    Invalid: { description: That is no order. }
  schemas:
    Order: { type: object, required: [product] }
`,
      good: `openapi: 3.1.0
paths:
  /orders:
    post:
      requestBody: { content: { application/json: { schema: { $ref: '#/components/schemas/Order' } } } }
      responses:
        '201': { description: The order. }
        '422': { $ref: '#/components/responses/Invalid' }
  /orders/{id}:
    put:
      requestBody: { content: { application/json: { schema: { $ref: '#/components/schemas/Order' } } } }
      responses:
        '200': { description: The order. }
        '404': { description: There is no such order. }
        '422': { $ref: '#/components/responses/Invalid' }
components:
  responses:
    Invalid: { description: That is no order. }
  schemas:
    Order: { type: object, required: [product] }
`,
    },
  ],
  on: ['openapi.document', 'openapi.operation'],
  *gather(node, scope): Iterable<GapFact> {
    if (node.kind === 'openapi.document') yield gapDocument(node, scope);
    else yield* operationFact(node, scope);
  },
  *compare(facts, { always }) {
    const [lacking, others] = [factsOfKind(facts, 'gap'), factsOfKind(facts, 'documented')];
    // Where most leave it out it is a decision: errors may be explained elsewhere.
    if (!always && lacking.length > others.length) return;
    yield* gapFindings(facts, {
      statuses: ({ site }, house) => [usualStatus(house, ['400', '422'], site.group)],
      fix: (title) => `Document what ${title} answers to what is not valid`,
      fixAll: (count) => `Document the answer to what is not valid in ${count} operations`,
      several: (count, operations, isAll) =>
        isAll
          ? `None of the ${operations} that take input documents 400 or 422.`
          : `${count} of ${operations} that take input do not document 400 or 422.`,
    });
  },
});

function* operationFact(operation: Operation, scope: Scope): Iterable<GapFact> {
  const statuses = statusKeys(operation) ?? [];
  // Where no error of the caller is documented at all, another rule speaks.
  if (operation.origin !== 'path' || isPreflight(operation) || !statuses.some(isCallerError)) return;
  if (!takesInput(operation, scope)) return;
  yield operationGap(
    operation,
    statuses,
    tellsInvalid(operation, statuses, scope),
    'takes input but documents neither 400 nor 422',
  );
}
