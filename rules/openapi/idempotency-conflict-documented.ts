import { responseFor } from '#core/openapi/effective/documented-responses.ts';
import { effectiveParameters } from '#core/openapi/effective/effective.ts';
import { globalRule } from '#core/rule.ts';
import { idempotentConsumers } from '#rules/checklist.ts';
import { isKeyHeader } from '#rules/detectors/openapi/idempotency-key.ts';
import { type GapFact, gapDocument, gapFindings, operationGap } from '#rules/detectors/openapi/response-gap.ts';
import { statusKeys } from '#rules/detectors/openapi/status-keys.ts';
import { draft, zalando } from '#rules/sources.ts';

export const idempotencyConflictDocumented = globalRule({
  id: 'openapi/idempotency-conflict-documented',
  summary: 'Document what a key gets that is in use, or was used for something else.',
  why: 'A second request with the same key comes while the first one is worked on, or says something else. Clients that do not know the answer take it for a failure, and try again with a new key.',
  item: idempotentConsumers,
  references: [
    draft('draft-ietf-httpapi-idempotency-key-header', 'The Idempotency-Key HTTP Header Field'),
    zalando(230),
  ],
  severity: 'info',
  recommended: false,
  examples: [
    {
      title: 'A key without a conflict',
      bad: `openapi: 3.1.0
paths:
  /payments:
    post:
      parameters:
        - { name: Idempotency-Key, in: header, schema: { type: string, maxLength: 255 } }
      «responses»:
        '201': { description: The payment is made. }
        '400': { $ref: '#/components/responses/Invalid' }
components:
  responses:
    Invalid: { description: The request is not valid. }
    Conflict: { description: The request conflicts with another one. }
`,
      good: `openapi: 3.1.0
paths:
  /payments:
    post:
      parameters:
        - { name: Idempotency-Key, in: header, schema: { type: string, maxLength: 255 } }
      responses:
        '201': { description: The payment is made. }
        '400': { $ref: '#/components/responses/Invalid' }
        '409': { $ref: '#/components/responses/Conflict' }
components:
  responses:
    Invalid: { description: The request is not valid. }
    Conflict: { description: The request conflicts with another one. }
`,
    },
  ],
  on: ['openapi.document', 'openapi.operation'],
  *gather(node, scope): Iterable<GapFact> {
    if (node.kind === 'openapi.document') {
      yield gapDocument(node, scope);
      return;
    }
    if (node.origin !== 'path' || (node.method !== 'post' && node.method !== 'patch')) return;
    const statuses = effectiveParameters(node, scope).some(isKeyHeader) ? statusKeys(node) : undefined;
    // Who documents no error at all has not forgotten this one.
    if (statuses === undefined || !statuses.some((status) => /^4|^default$/.test(status))) return;
    const isDocumented = ['409', '422'].some((status) => responseFor(node, status) !== undefined);
    yield operationGap(
      node,
      statuses,
      isDocumented,
      'documents no 409 for its idempotency key. Say what a key in use gets, or one that comes with another request',
    );
  },
  *compare(facts) {
    yield* gapFindings(facts, {
      statuses: () => ['409'],
      fix: (title) => `Document the 409 response of ${title}`,
      fixAll: (count) => `Document 409 in ${count} operations`,
      several: (count) => `${count} operations document no 409 for their idempotency keys.`,
    });
  },
});
