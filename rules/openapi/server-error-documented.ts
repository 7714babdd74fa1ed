import type { Operation } from '#core/openapi/model.ts';
import { globalRule } from '#core/rule.ts';
import { errorPayloads } from '#rules/checklist.ts';
import { isHealthCheck } from '#rules/detectors/openapi/health-check.ts';
import { meansSuccess } from '#rules/detectors/openapi/means-success.ts';
import { isPreflight } from '#rules/detectors/openapi/preflight.ts';
import { type GapFact, gapDocument, gapFindings, operationGap } from '#rules/detectors/openapi/response-gap.ts';
import { statusKeys } from '#rules/detectors/openapi/status-keys.ts';
import { usualStatus } from '#rules/detectors/openapi/usual-status.ts';
import { factsOfKind } from '#rules/facts-of-kind.ts';
import { owasp, rfc } from '#rules/sources.ts';

export const serverErrorDocumented = globalRule({
  id: 'openapi/server-error-documented',
  summary: 'Document how an operation fails when it is not the caller’s fault.',
  why: 'Every server fails some day. A client that knows what such an answer looks like can show it and try again; one that does not breaks while it reads the body.',
  item: errorPayloads,
  references: [rfc(9110, '15.6.1'), owasp(8)],
  severity: 'info',
  recommended: false,
  options: {
    always: { default: false, description: 'Ask for it also where fewer than half of the operations document it.' },
  },
  examples: [
    {
      title: 'One operation of several',
      bad: `openapi: 3.1.0
paths:
  /orders:
    get:
      responses:
        '200': { description: The orders. }
        '401': { description: Sign in first. }
        '500': { $ref: '#/components/responses/Failure' }
    post:
      «responses»:
        '201': { description: The order. }
        '401': { description: Sign in first. }
components:
  responses:
    Failure: { description: The server failed. }
`,
      good: `openapi: 3.1.0
paths:
  /orders:
    get:
      responses:
        '200': { description: The orders. }
        '401': { description: Sign in first. }
        '500': { $ref: '#/components/responses/Failure' }
    post:
      responses:
        '201': { description: The order. }
        '401': { description: Sign in first. }
        '500': { $ref: '#/components/responses/Failure' }
components:
  responses:
    Failure: { description: The server failed. }
`,
    },
  ],
  on: ['openapi.document', 'openapi.operation'],
  *gather(node, scope): Iterable<GapFact> {
    if (node.kind === 'openapi.document') yield gapDocument(node, scope);
    else yield* operationFact(node);
  },
  *compare(facts, { always }) {
    const [lacking, others] = [factsOfKind(facts, 'gap'), factsOfKind(facts, 'documented')];
    // Where most leave it out it is a decision.
    if (!always && lacking.length > others.length) return;
    yield* gapFindings(facts, {
      statuses: ({ site }, house) => [usualStatus(house, ['500', '5XX', 'default'], site.group)],
      fix: (title) => `Document how ${title} fails`,
      fixAll: (count) => `Document how ${count} operations fail`,
      several: (count, operations, isAll) =>
        isAll
          ? `None of the ${operations} documents how it fails: 500, 5XX or default.`
          : `${count} of ${operations} do not document how they fail: 500, 5XX or default.`,
    });
  },
});

function* operationFact(operation: Operation): Iterable<GapFact> {
  const statuses = statusKeys(operation) ?? [];
  // Where the success is missing as well, another rule speaks.
  if (operation.origin !== 'path' || isPreflight(operation) || !statuses.some(meansSuccess)) return;
  if (isHealthCheck(operation.path)) return;
  const isDocumented = statuses.some((status) => /^(?:5(?:\d\d|xx)|default)$/i.test(status));
  yield operationGap(operation, statuses, isDocumented, 'documents no 500, 5XX or default');
}
