import type { Operation } from '#core/openapi/model.ts';
import { globalRule, type Scope } from '#core/rule.ts';
import { errorPayloads } from '#rules/checklist.ts';
import { isRefusal } from '#rules/detectors/openapi/caller-error.ts';
import { mayRefuseInput } from '#rules/detectors/openapi/may-refuse-input.ts';
import { type GapFact, gapDocument, gapFindings, operationGap } from '#rules/detectors/openapi/response-gap.ts';
import { statusKeys } from '#rules/detectors/openapi/status-keys.ts';
import { errorTraits, usualErrors } from '#rules/detectors/openapi/usual-errors.ts';
import { owasp, zalando } from '#rules/sources.ts';

export const errorResponseDocumented = globalRule({
  id: 'openapi/error-response-documented',
  summary: 'Document how an operation fails.',
  why: 'Callers write their error handling from the description; what is missing there is found out in production.',
  item: errorPayloads,
  references: [zalando(151), owasp(8)],
  severity: 'warning',
  recommended: true,
  examples: [
    {
      title: 'Only the success is documented',
      bad: `openapi: 3.1.0
paths:
  /orders/{id}:
    get:
      «responses»:
        '200':
          description: The order.
components:
  responses:
    Problem:
      description: The request failed.
`,
      good: `openapi: 3.1.0
paths:
  /orders/{id}:
    get:
      responses:
        '200':
          description: The order.
        default:
          $ref: '#/components/responses/Problem'
components:
  responses:
    Problem:
      description: The request failed.
`,
    },
    {
      title: 'No operation documents an error',
      bad: `openapi: 3.1.0
paths:
  /orders:
    get:
      parameters:
        - { name: status, in: query, schema: { type: string } }
      «responses»:
        '200': { description: The orders. }
    post:
      «responses»:
        '201': { description: The new order. }
  /orders/{id}:
    get:
      «responses»:
        '200': { description: The order. }
`,
      good: `openapi: 3.1.0
paths:
  /orders:
    get:
      parameters:
        - { name: status, in: query, schema: { type: string } }
      responses:
        '200': { description: The orders. }
        default: { $ref: '#/components/responses/Problem' }
    post:
      responses:
        '201': { description: The new order. }
        default: { $ref: '#/components/responses/Problem' }
  /orders/{id}:
    get:
      responses:
        '200': { description: The order. }
        default: { $ref: '#/components/responses/Problem' }
components:
  responses:
    Problem:
      description: The request failed.
      content:
        application/problem+json:
          schema:
            $ref: '#/components/schemas/Problem'
  schemas:
    Problem:
      type: object
      properties:
        type:
          type: string
          format: uri-reference
        title:
          type: string
        status:
          type: integer
        detail:
          type: string
        instance:
          type: string
          format: uri-reference
`,
    },
  ],
  on: ['openapi.document', 'openapi.operation'],
  *gather(node, scope): Iterable<GapFact> {
    if (node.kind === 'openapi.document') yield gapDocument(node, scope);
    else yield* operationFact(node, scope);
  },
  compare: (facts) =>
    gapFindings(facts, {
      statuses: usualErrors,
      fix: (title) => `Document the errors of ${title}`,
      fixAll: (count) => `Document the errors of ${count} operations`,
      several: (count, operations, isAll) =>
        isAll
          ? `None of the ${operations} that should document how they refuse a request does.`
          : `${count} of ${operations} that should document how they refuse a request do not.`,
    }),
});

function* operationFact(operation: Operation, scope: Scope): Iterable<GapFact> {
  const statuses = statusKeys(operation);
  // Without any response the missing success is the finding.
  if (operation.origin !== 'path' || statuses === undefined || statuses.length === 0) return;
  const isDocumented = statuses.some(isRefusal);
  // That credentials are refused is asked for by another rule.
  if (!isDocumented && !mayRefuseInput(operation, scope)) return;
  const hasServerError = statuses.some((status) => /^5(?:\d\d|xx)$/i.test(status));
  const missing = hasServerError ? 'no 4xx response' : 'no error response';
  const traits = isDocumented ? [] : errorTraits(operation, scope);
  yield operationGap(operation, statuses, isDocumented, `documents ${missing}`, { traits });
}
