import { effectiveSecurity } from '#core/openapi/effective/effective.ts';
import type { SecurityRequirement } from '#core/openapi/model.ts';
import { type BaseScope, changeRule } from '#core/rule.ts';
import { unnoted } from '#core/work/note-read.ts';
import { apiChanges } from '#rules/checklist.ts';
import { formerOperation } from '#rules/detectors/change/former-operation.ts';
import { isSameScheme } from '#rules/detectors/change/same-scheme.ts';
import { operationTitle } from '#rules/operation-title.ts';
import { openApi } from '#rules/sources.ts';

const description = (security: string, method = 'get'): string => `openapi: 3.1.0
paths:
  /orders:
    ${method}:
${security}      responses: { '200': { description: The orders. } }
components:
  securitySchemes:
    token: { type: http, scheme: bearer }
`;

export const securityNotRaised = changeRule({
  id: 'change/security-not-raised',
  summary: 'Require no credentials that clients do not have.',
  why: 'A client that was let in with what it has, or with nothing, is refused where another scheme or scope is asked for.',
  item: apiChanges,
  references: [openApi('Security Requirement Object', 'security-requirement-object')],
  severity: 'error',
  recommended: true,
  examples: [
    {
      title: 'An operation that was open',
      bad: {
        'base/openapi.yaml': description('      security: []\n'),
        'openapi.yaml': description('      security: [{ token: [] }]\n', '«get»'),
      },
      good: {
        'base/openapi.yaml': description('      security: []\n'),
        'openapi.yaml': description('      security: [{}, { token: [] }]\n'),
      },
    },
  ],
  on: ['openapi.operation'],
  *check(operation, scope) {
    const before = formerOperation(operation, scope);
    if (before === undefined) return;
    const former = unnoted(() => effectiveSecurity(before, scope.base));
    const now = effectiveSecurity(operation, scope);
    // What was never said may have been asked for.
    if (former === undefined || now === undefined || now.length === 0) return;
    const ways = former.length === 0 ? [anonymous] : former;
    const lost = ways.filter((way) => !now.some((requirement) => suffices(way, requirement, scope)));
    const [first] = lost;
    if (first === undefined) return;
    const title = operationTitle(operation);
    const message =
      first.schemes.length === 0
        ? `${title} now requires credentials. Clients that send none are refused.`
        : `For ${title}, ${waysText(first)} no longer suffices. Clients that have nothing else are refused.`;
    yield { span: operation.anchor, message };
  },
});

type Way = Pick<SecurityRequirement, 'schemes'>;

const anonymous: Way = { schemes: [] };

/** True where who has the first has what the second asks for. */
function suffices(had: Way, asked: Way, scope: BaseScope): boolean {
  return asked.schemes.every(({ name, scopes }) => {
    const own = had.schemes.find((each) => isSameScheme(each.name.value, name.value, scope));
    return own !== undefined && scopes.every(({ value }) => own.scopes.some((scope) => scope.value === value));
  });
}

function waysText({ schemes }: Way): string {
  return schemes.map(({ name }) => `“${name.value}”`).join(' and ');
}
