import { effectiveSecurity } from '#core/openapi/effective/effective.ts';
import { segmentsOf } from '#core/openapi/effective/path-template.ts';
import type { Operation, SecurityScheme } from '#core/openapi/model.ts';
import { pointerOf } from '#core/openapi/view.ts';
import { type Finding, type Fix, globalRule, type Keyed, type Scope } from '#core/rule.ts';
import { foldedName } from '#core/text/casing.ts';
import type { Span } from '#core/text/span.ts';
import type { TreeChange } from '#core/tree/change.ts';
import { authentication } from '#rules/checklist.ts';
import { factsOfKind } from '#rules/facts-of-kind.ts';
import { owasp, rfc } from '#rules/sources.ts';
import { weakAuthSchemes } from '#rules/words/auth-schemes.ts';

export const authSchemeStrong = globalRule({
  id: 'openapi/auth-scheme-strong',
  summary: 'Authenticate by tokens that expire, not by a password with every request.',
  why: 'With HTTP Basic the password itself is sent each time: whatever logs, caches or forwards one request has it for good, and it has no scopes and no end.',
  item: authentication,
  references: [owasp(2), rfc(7617, '4'), rfc(6750)],
  severity: 'warning',
  recommended: false,
  options: {
    schemes: {
      default: weakAuthSchemes,
      description: 'HTTP authentication schemes, in lower case, that are not wanted.',
    },
    apiKeys: { default: true, description: 'Whether API keys are good enough.' },
  },
  examples: [
    {
      title: 'HTTP Basic for everything',
      bad: `openapi: 3.1.0
security:
  - login: []
paths:
  /orders:
    get:
      responses: {}
components:
  securitySchemes:
    login:
      type: http
      scheme: «basic»
`,
      good: `openapi: 3.1.0
security:
  - login: []
paths:
  /orders:
    get:
      responses: {}
components:
  securitySchemes:
    login:
      type: http
      scheme: bearer
`,
    },
  ],
  on: ['openapi.security-scheme', 'openapi.operation'],
  *gather(node, scope, { schemes, apiKeys }): Iterable<SchemeFact> {
    if (node.kind === 'openapi.security-scheme') {
      const weak = weakSchemeOf(node, schemes, apiKeys);
      if (weak !== undefined) yield { key: node.name.value, kind: 'scheme', ...weak, change: asBearer(node) };
    } else if (!givesToken(node)) {
      for (const name of requiredSchemes(node, scope)) {
        const scheme = scope.find('openapi.security-scheme', name);
        if (scheme !== undefined && weakSchemeOf(scheme, schemes, apiKeys) !== undefined)
          yield { key: name, kind: 'use' };
      }
    }
  },
  *compare(facts) {
    const uses = factsOfKind(facts, 'use').length;
    // A password is what a token is given for.
    if (uses === 0) return;
    for (const { section, value } of factsOfKind(facts, 'scheme')) yield { section, value: weakScheme(value, uses) };
  },
});

type SchemeFact = Keyed & (WeakSchemeFact | { readonly kind: 'use' });

interface WeakSchemeFact extends WeakScheme {
  readonly kind: 'scheme';
  readonly key: string;
  readonly change: TreeChange | undefined;
}

interface WeakScheme {
  /** In lower case. */
  readonly scheme: string;
  readonly span: Span;
}

function weakSchemeOf(
  { type, scheme }: SecurityScheme,
  schemes: readonly string[],
  apiKeys: boolean,
): WeakScheme | undefined {
  if (type?.value === 'apiKey') return apiKeys ? undefined : { scheme: 'apikey', span: type.span };
  const written = type?.value === 'http' ? scheme : type?.value === 'basic' ? type : undefined;
  const name = written?.value.toLowerCase() ?? '';
  return written !== undefined && schemes.includes(name) ? { scheme: name, span: written.span } : undefined;
}

/** 2.0 knows no scheme for tokens. */
function asBearer({ type, section, location }: SecurityScheme): TreeChange | undefined {
  if (type?.value !== 'http') return undefined;
  return { kind: 'set', uri: section.uri, pointer: [...pointerOf(location), 'scheme'], value: 'bearer' };
}

function* requiredSchemes(operation: Operation, scope: Scope): Iterable<string> {
  for (const { schemes } of effectiveSecurity(operation, scope) ?? []) for (const { name } of schemes) yield name.value;
}

/** True for where a name and a password are exchanged for a token. */
function givesToken({ path, origin }: Operation): boolean {
  const last = segmentsOf(path).findLast((segment) => !segment.includes('{')) ?? '';
  return (
    origin !== 'path' ||
    /^(?:access|auth|refresh)?tokens?$|^(?:login|signin|session|sessions|oauth2?|authenticate|introspect|revoke)$/.test(
      foldedName(last),
    )
  );
}

function weakScheme({ key: name, scheme, span, change }: WeakSchemeFact, uses: number): Finding {
  const what = descriptions.get(scheme) ?? `the scheme “${scheme}”`;
  const where = uses === 1 ? '1 operation' : `${uses} operations`;
  const fixes: readonly Fix[] =
    change === undefined ? [] : [{ title: `Take bearer tokens in “${name}”`, safety: 'review', changes: [change] }];
  return {
    span,
    message: `“${name}” is ${what}, for ${where}. Give tokens that expire: OAuth 2.0, or \`bearer\`.`,
    fixes,
  };
}

const descriptions: ReadonlyMap<string, string> = new Map([
  ['basic', 'HTTP Basic, which sends the password each time'],
  ['digest', 'HTTP Digest, which hashes the password by MD5 mostly'],
  ['apikey', 'an API key, which has no scopes and no end'],
  ['oauth', 'OAuth 1, which OAuth 2.0 took the place of'],
]);
