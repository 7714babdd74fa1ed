import { effectiveSecurity } from '#core/openapi/effective/effective.ts';
import type { Operation } from '#core/openapi/model.ts';
import { globalRule, type Keyed, type Scope } from '#core/rule.ts';
import { statusCodes } from '#rules/checklist.ts';
import { isCallerError } from '#rules/detectors/openapi/caller-error.ts';
import { mayRefuseInput } from '#rules/detectors/openapi/may-refuse-input.ts';
import { meansSuccess } from '#rules/detectors/openapi/means-success.ts';
import { isPreflight } from '#rules/detectors/openapi/preflight.ts';
import { isPublic } from '#rules/detectors/openapi/public-operation.ts';
import { type GapFact, gapDocument, gapFindings, gapKey, operationGap } from '#rules/detectors/openapi/response-gap.ts';
import { statusKeys } from '#rules/detectors/openapi/status-keys.ts';
import { factsOfKind } from '#rules/facts-of-kind.ts';
import { rfc } from '#rules/sources.ts';

export const unauthorizedDocumented = globalRule({
  id: 'openapi/unauthorized-documented',
  summary: 'Document 401 where an operation needs credentials.',
  why: 'Every token expires. A caller that is told of 401 gets a new one and tries again; one that is not shows its user an error nobody understands.',
  item: statusCodes,
  references: [rfc(9110, '15.5.2')],
  severity: 'warning',
  recommended: true,
  options: {
    always: { default: false, description: 'Ask for 401 also where no operation of the description documents it.' },
  },
  examples: [
    {
      title: 'One operation of several',
      bad: `openapi: 3.1.0
security:
  - bearer: []
paths:
  /orders:
    get:
      responses:
        '200': { description: The orders. }
        '401': { $ref: '#/components/responses/Unauthorized' }
    post:
      «responses»:
        '201': { description: The order. }
        '400': { description: That is no order. }
components:
  responses:
    Unauthorized: { description: Sign in first. }
  securitySchemes:
    bearer: { type: http, scheme: bearer }
`,
      good: `openapi: 3.1.0
security:
  - bearer: []
paths:
  /orders:
    get:
      responses:
        '200': { description: The orders. }
        '401': { $ref: '#/components/responses/Unauthorized' }
    post:
      responses:
        '201': { description: The order. }
        '400': { description: That is no order. }
        '401': { $ref: '#/components/responses/Unauthorized' }
components:
  responses:
    Unauthorized: { description: Sign in first. }
  securitySchemes:
    bearer: { type: http, scheme: bearer }
`,
    },
  ],
  on: ['openapi.document', 'openapi.operation'],
  *gather(node, scope): Iterable<UnauthorizedFact> {
    if (node.kind === 'openapi.document') {
      yield gapDocument(node, scope);
      return;
    }
    if (node.origin === 'path' && node.responses.some(({ status }) => status.value === '401'))
      yield { key: gapKey, kind: 'habit' };
    yield* operationFact(node, scope);
  },
  *compare(facts, { always }) {
    if (!always && factsOfKind(facts, 'habit').length === 0) return;
    yield* gapFindings(facts, {
      statuses: () => ['401'],
      fix: (title) => `Document the 401 response of ${title}`,
      fixAll: (count) => `Document 401 in ${count} operations`,
      several: (count, operations, isAll) =>
        isAll
          ? `None of the ${operations} that want credentials and should document 401 or 403 does.`
          : `${count} of ${operations} that want credentials and should document 401 or 403 do not.`,
    });
  },
});

/** An operation that documents 401 shows that this description does. */
type UnauthorizedFact = GapFact | (Keyed & { readonly kind: 'habit' });

function* operationFact(operation: Operation, scope: Scope): Iterable<GapFact> {
  const statuses = statusKeys(operation) ?? [];
  // Where other client errors are missing as well, or the success, another rule speaks.
  const isPlain = statuses.some(meansSuccess) && !mayRefuseInput(operation, scope);
  if (!statuses.some(isCallerError) && !isPlain) return;
  if (operation.origin !== 'path' || isPreflight(operation) || isPublic(operation, scope)) return;
  if (effectiveSecurity(operation, scope) === undefined) return;
  // Some answer 403, or 404, to whoever shows no credentials.
  const isDocumented = statuses.some((status) => /^(?:401|403|407|4xx|default)$/i.test(status));
  yield operationGap(operation, statuses, isDocumented, 'needs credentials and documents no 401');
}
