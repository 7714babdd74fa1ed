import { effectiveSecurity } from '#core/openapi/effective/effective.ts';
import type { OpenApiDocument, Operation, SecurityRequirement } from '#core/openapi/model.ts';
import { type BaseScope, changeRule, type Finding, type Related } from '#core/rule.ts';
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
  on: ['openapi.operation', 'openapi.document'],
  *check(node, scope) {
    if (node.kind === 'openapi.operation') yield* ofOperation(node, scope);
    else yield* ofDocument(node, scope);
  },
});

function* ofOperation(operation: Operation, scope: BaseScope): Iterable<Finding> {
  const before = formerOperation(operation, scope);
  // What the document asks for is told there.
  if (before === undefined || (isOfDocument(before) && isOfDocument(operation))) return;
  const lost = lostWay(
    unnoted(() => effectiveSecurity(before, scope.base)),
    effectiveSecurity(operation, scope),
    scope,
  );
  if (lost !== undefined) yield { span: operation.anchor, message: lostWords(lost, operationTitle(operation)) };
}

function* ofDocument(document: OpenApiDocument, scope: BaseScope): Iterable<Finding> {
  const now = scope.roots('openapi.security-requirement');
  const before = scope.base.roots('openapi.security-requirement');
  const wasOpen = scope.base.roots('openapi.document').some(({ context }) => context.isOpen);
  const lost = lostWay(before.length === 0 && !wasOpen ? undefined : before, now, scope);
  if (lost === undefined) return;
  const related = followers(scope);
  const [first] = related;
  if (first === undefined) return;
  const [{ section, anchor: span } = document] = now;
  const title = related.length === 1 ? first.title : `${first.title} and all that follow the document`;
  yield { section, span, message: lostWords(lost, title), related: related.map(({ place }) => place) };
}

/** The first operations that were there, and have what the document asks for. */
function followers(scope: BaseScope): readonly { readonly title: string; readonly place: Related }[] {
  const found: { readonly title: string; readonly place: Related }[] = [];
  for (const path of scope.names('openapi.path-item')) {
    for (const operation of scope.find('openapi.path-item', path)?.operations ?? []) {
      const before = isOfDocument(operation) ? formerOperation(operation, scope) : undefined;
      if (before === undefined || !isOfDocument(before)) continue;
      const { section, anchor: span } = operation;
      const title = operationTitle(operation);
      found.push({ title, place: { section, span, message: `${title} follows the document.` } });
      if (found.length >= mostShown) return found;
    }
  }
  return found;
}

const mostShown = 8;

function isOfDocument({ security, securityReference }: Operation): boolean {
  return security === undefined && securityReference === undefined;
}

/** What sufficed and suffices no longer; what was never said may have been asked for. */
function lostWay(
  former: readonly SecurityRequirement[] | undefined,
  now: readonly SecurityRequirement[] | undefined,
  scope: BaseScope,
): Way | undefined {
  if (former === undefined || now === undefined || now.length === 0) return undefined;
  const ways = former.length === 0 ? [anonymous] : former;
  return ways.find((way) => !now.some((requirement) => suffices(way, requirement, scope)));
}

function lostWords(way: Way, title: string): string {
  return way.schemes.length === 0
    ? `${title} now requires credentials. Clients that send none are refused.`
    : `For ${title}, ${waysText(way)} no longer suffices. Clients that have nothing else are refused.`;
}

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
