import { effectiveSecurity } from '#core/openapi/effective/effective.ts';
import type { Operation, SecurityRequirement, SecurityScheme } from '#core/openapi/model.ts';
import { pointerOf } from '#core/openapi/view.ts';
import { type Cause, type Fix, localRule, type Scope } from '#core/rule.ts';
import { wordsOf } from '#core/text/casing.ts';
import { findEntry } from '#core/tree/tree.ts';
import { authentication } from '#rules/checklist.ts';
import { scopeNames } from '#rules/detectors/openapi/oauth-flows.ts';
import { operationTitle } from '#rules/operation-title.ts';
import { owasp, zalando } from '#rules/sources.ts';
import { readingWords, writingWords } from '#rules/words/scope-words.ts';

export const oauthScopeFitsMethod = localRule({
  id: 'openapi/oauth-scope-fits-method',
  summary: 'Require a scope for writing where something is written.',
  why: 'A token that was given out for reading should not delete anything. Where it does, or where the description says so by mistake, nobody can hand out less than everything.',
  item: authentication,
  references: [owasp(5), zalando(105)],
  severity: 'warning',
  recommended: false,
  examples: [
    {
      title: 'Deleted by whoever may read',
      bad: `openapi: 3.1.0
paths:
  /orders/{id}:
    delete:
      «security»:
        - oauth: [orders:read]
      responses: {}
components:
  securitySchemes:
    oauth: { type: oauth2, flows: { clientCredentials: { tokenUrl: https://a.example/t, scopes: { 'orders:read': Read., 'orders:write': Write. } } } }
`,
      good: `openapi: 3.1.0
paths:
  /orders/{id}:
    delete:
      security:
        - oauth: [orders:write]
      responses: {}
components:
  securitySchemes:
    oauth: { type: oauth2, flows: { clientCredentials: { tokenUrl: https://a.example/t, scopes: { 'orders:read': Read., 'orders:write': Write. } } } }
`,
    },
  ],
  on: ['openapi.operation'],
  check(operation, scope) {
    if (operation.origin !== 'path' || !writes.has(operation.method)) return none;
    const security = effectiveSecurity(operation, scope) ?? [];
    const [found] = security.flatMap((requirement) => readingOnly(requirement, scope) ?? []);
    if (found === undefined) return none;
    const title = operationTitle(operation);
    const own = operation.security === undefined ? undefined : findEntry(operation.tree, 'security');
    return [
      {
        span: own?.key.span ?? operation.anchor,
        message: `${title} takes the scope “${found.scope}”, which is for reading. Require one for writing.`,
        fixes: own === undefined ? [] : forWriting(found, title, scope),
        cause: sameScope(found.scope),
      },
    ];
  },
});

const none: readonly [] = [];

/** A POST may be a search. */
const writes: ReadonlySet<Operation['method']> = new Set(['put', 'patch', 'delete'] as const);

interface ReadingScope {
  readonly requirement: SecurityRequirement;
  readonly scheme: string;
  readonly scope: string;
  /** Its place in the list. */
  readonly index: number;
}

/** The first scope of those for reading that alone are asked for; undefined where another one, or none, is. */
function readingOnly(requirement: SecurityRequirement, { find }: Pick<Scope, 'find'>): ReadingScope | undefined {
  const scopes = requirement.schemes.flatMap(({ name: { value: scheme }, scopes: own }) =>
    takesScopes(find('openapi.security-scheme', scheme))
      ? own.map(({ value: scope }, index) => ({ requirement, scheme, scope, index }))
      : [{ requirement, scheme, scope: '', index: 0 }],
  );
  return scopes.every(({ scope }) => isForReading(scope)) ? scopes[0] : undefined;
}

function takesScopes(scheme: SecurityScheme | undefined): boolean {
  return scheme?.type?.value === 'oauth2' || scheme?.type?.value === 'openIdConnect';
}

function isForReading(name: string): boolean {
  const words = wordsOf(name);
  return words.some((word) => readingWords.has(word)) && !words.some((word) => writingWords.has(word));
}

function sameScope(name: string): Cause {
  return {
    key: name,
    message: (count) =>
      `${count} operations that write take the scope “${name}”, which is for reading. Require one for writing.`,
  };
}

/** The scope of the same name for writing, where the scheme has it. */
function forWriting(
  { requirement, scheme, scope: name, index }: ReadingScope,
  title: string,
  scope: Scope,
): readonly Fix[] {
  const known = scope.find('openapi.security-scheme', scheme);
  const value = name.replace(/read(?:[-_.]?only)?/i, (word) => (/^[A-Z]/.test(word) ? 'Write' : 'write'));
  if (known === undefined || value === name || !scopeNames(known).includes(value)) return [];
  const pointer = [...pointerOf(requirement.location), scheme, String(index)];
  const change = { kind: 'set', uri: requirement.section.uri, pointer, value } as const;
  return [{ title: `Require the scope “${value}” of ${title}`, safety: 'review', changes: [change] }];
}
