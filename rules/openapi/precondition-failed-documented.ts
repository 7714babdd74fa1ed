import type { Operation } from '#core/openapi/model.ts';
import { globalRule, type Scope } from '#core/rule.ts';
import { concurrency } from '#rules/checklist.ts';
import { conditionsOf, writeConditions } from '#rules/detectors/openapi/conditional-headers.ts';
import { leavesOutResponses } from '#rules/detectors/openapi/left-out-responses.ts';
import { type GapFact, gapDocument, gapFindings, operationGap } from '#rules/detectors/openapi/response-gap.ts';
import { statusKeys } from '#rules/detectors/openapi/status-keys.ts';
import { azure, rfc, zalando } from '#rules/sources.ts';

export const preconditionFailedDocumented = globalRule({
  id: 'openapi/precondition-failed-documented',
  summary: 'Document 412 where a write takes If-Match.',
  why: 'A client that sends If-Match has to know how it is told that somebody else was faster: it reads again and tries once more.',
  item: concurrency,
  references: [rfc(9110, '13.1.1'), rfc(9110, '15.5.13'), zalando(182), azure('http-support-optimistic-concurrency')],
  severity: 'warning',
  recommended: false,
  examples: [
    {
      title: 'A condition that is never told to have failed',
      bad: `openapi: 3.1.0
paths:
  /orders/{id}:
    put:
      parameters:
        - { name: If-Match, in: header, schema: { type: string } }
      «responses»:
        '200': { description: The order is replaced. }
        '404': { description: There is no such order. }
`,
      good: `openapi: 3.1.0
paths:
  /orders/{id}:
    put:
      parameters:
        - { name: If-Match, in: header, schema: { type: string } }
      responses:
        '200': { description: The order is replaced. }
        '404': { description: There is no such order. }
        '412': { description: The resource has changed since it was read. }
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
      statuses: () => ['412'],
      fix: (title) => `Document the 412 response of ${title}`,
      fixAll: (count) => `Document 412 in ${count} operations`,
      several: (count, operations, isAll) =>
        isAll
          ? `None of the ${operations} that take If-Match documents 412.`
          : `${count} of ${operations} that take If-Match do not document 412.`,
    }),
});

function* operationFact(operation: Operation, scope: Scope): Iterable<GapFact> {
  const statuses = statusKeys(operation);
  const isRead = operation.method === 'get' || operation.method === 'head';
  if (operation.origin !== 'path' || isRead || statuses === undefined || leavesOutResponses(operation)) return;
  const [condition] = conditionsOf(operation, writeConditions, scope);
  if (condition === undefined) return;
  // Some answer 409 to a version that is old (RFC 9110 §15.5.10).
  const isDocumented = statuses.some((status) => /^(?:409|412|428|4xx|default)$/i.test(status));
  yield operationGap(
    operation,
    statuses,
    isDocumented,
    `takes ${condition.name?.value ?? 'If-Match'} but does not document 412`,
  );
}
