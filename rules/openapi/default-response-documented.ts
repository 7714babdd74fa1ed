import type { Operation } from '#core/openapi/model.ts';
import { globalRule } from '#core/rule.ts';
import { errorPayloads } from '#rules/checklist.ts';
import { leavesOutResponses } from '#rules/detectors/openapi/left-out-responses.ts';
import { isPreflight } from '#rules/detectors/openapi/preflight.ts';
import { type GapFact, gapDocument, gapFindings, operationGap } from '#rules/detectors/openapi/response-gap.ts';
import { statusKeys } from '#rules/detectors/openapi/status-keys.ts';
import { azure, zalando } from '#rules/sources.ts';

export const defaultResponseDocumented = globalRule({
  id: 'openapi/default-response-documented',
  summary: 'Give every operation a default response for its errors.',
  why: 'Gateways, proxies and later versions answer with codes that nobody listed. A default response tells clients how to read those, too.',
  item: errorPayloads,
  references: [zalando(151), azure('rest-error-use-default-response')],
  severity: 'info',
  recommended: false,
  examples: [
    {
      title: 'Listed errors alone',
      bad: `openapi: 3.1.0
paths:
  /orders:
    get:
      «responses»:
        '200': { description: The orders. }
        '401': { $ref: '#/components/responses/Unauthorized' }
components:
  responses:
    Unauthorized: { description: Sign in first. }
    Error: { description: An error. }
`,
      good: `openapi: 3.1.0
paths:
  /orders:
    get:
      responses:
        '200': { description: The orders. }
        '401': { $ref: '#/components/responses/Unauthorized' }
        default: { $ref: '#/components/responses/Error' }
components:
  responses:
    Unauthorized: { description: Sign in first. }
    Error: { description: An error. }
`,
    },
  ],
  on: ['openapi.document', 'openapi.operation'],
  *gather(node, scope): Iterable<GapFact> {
    if (node.kind === 'openapi.document') yield gapDocument(node, scope);
    else yield* operationFact(node);
  },
  compare: (facts) =>
    gapFindings(facts, {
      statuses: () => ['default'],
      fix: (title) => `Document the default response of ${title}`,
      fixAll: (count) => `Document the default response of ${count} operations`,
      several: (count, operations, isAll) =>
        isAll
          ? `None of the ${operations} has a default response for its errors.`
          : `${count} of ${operations} have no default response for their errors.`,
    }),
});

function* operationFact(operation: Operation): Iterable<GapFact> {
  const statuses = statusKeys(operation);
  if (operation.origin !== 'path' || statuses === undefined || isPreflight(operation) || leavesOutResponses(operation))
    return;
  // Two ranges say the same.
  const isCovered =
    statuses.includes('default') ||
    ['4xx', '5xx'].every((range) => statuses.some((status) => status.toLowerCase() === range));
  yield operationGap(operation, statuses, isCovered, 'has no default response');
}
