import { effectiveSecurity } from '#core/openapi/effective/effective.ts';
import type { Operation } from '#core/openapi/model.ts';
import { globalRule, type Scope } from '#core/rule.ts';
import { statusCodes } from '#rules/checklist.ts';
import { isCallerError } from '#rules/detectors/openapi/caller-error.ts';
import { isPublic } from '#rules/detectors/openapi/public-operation.ts';
import { type GapFact, gapDocument, gapFindings, operationGap } from '#rules/detectors/openapi/response-gap.ts';
import { statusKeys } from '#rules/detectors/openapi/status-keys.ts';
import { rfc } from '#rules/sources.ts';

export const forbiddenDocumented = globalRule({
  id: 'openapi/forbidden-documented',
  summary: 'Document 403 where an operation needs a scope.',
  why: 'A token without the scope is refused with 403. A caller that knows can ask its user for more; one that does not signs in again and again.',
  item: statusCodes,
  references: [rfc(9110, '15.5.4'), rfc(6750, '3.1')],
  severity: 'info',
  recommended: false,
  examples: [
    {
      title: 'A scope that may be missing',
      bad: `openapi: 3.1.0
paths:
  /orders:
    post:
      security: [{ oauth: ['orders:write'] }]
      «responses»:
        '201': { description: The order. }
        '401': { $ref: '#/components/responses/Unauthorized' }
components:
  responses:
    Unauthorized: { description: Sign in first. }
    Forbidden: { description: You may not do this. }
`,
      good: `openapi: 3.1.0
paths:
  /orders:
    post:
      security: [{ oauth: ['orders:write'] }]
      responses:
        '201': { description: The order. }
        '401': { $ref: '#/components/responses/Unauthorized' }
        '403': { $ref: '#/components/responses/Forbidden' }
components:
  responses:
    Unauthorized: { description: Sign in first. }
    Forbidden: { description: You may not do this. }
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
      statuses: () => ['403'],
      fix: (title) => `Document the 403 response of ${title}`,
      fixAll: (count) => `Document 403 in ${count} operations`,
      several: (count, operations, isAll) =>
        isAll
          ? `None of the ${operations} that want a scope documents 403.`
          : `${count} of ${operations} that want a scope do not document 403.`,
    }),
});

function* operationFact(operation: Operation, scope: Scope): Iterable<GapFact> {
  const statuses = statusKeys(operation) ?? [];
  // Where no refusal is documented at all, another rule speaks.
  if (operation.origin !== 'path' || !statuses.some(isCallerError) || isPublic(operation, scope)) return;
  const wanted = (effectiveSecurity(operation, scope) ?? []).flatMap(({ schemes }) => schemes);
  const [scopeName] = wanted.flatMap(({ scopes }) => scopes);
  if (scopeName === undefined) return;
  // Some hide from whoever may not see it that there is anything (RFC 9110 §15.5.4).
  const isDocumented = statuses.some((status) => /^(?:403|404|4xx|default)$/i.test(status));
  yield operationGap(
    operation,
    statuses,
    isDocumented,
    `needs the scope “${scopeName.value}” but does not document 403`,
  );
}
