import { effectiveSecurity } from '#core/openapi/effective/effective.ts';
import type { Operation } from '#core/openapi/model.ts';
import { globalRule, type Scope } from '#core/rule.ts';
import { authentication } from '#rules/checklist.ts';
import { type HeaderFact, headerFact, headerFindings, type WantedHeader } from '#rules/detectors/openapi/header-gap.ts';
import { responsesUnder } from '#rules/detectors/openapi/seen-response.ts';
import { rfc } from '#rules/sources.ts';

export const unauthorizedChallenge = globalRule({
  id: 'openapi/unauthorized-challenge',
  summary: 'Document the WWW-Authenticate header of a 401.',
  why: 'A server that answers 401 has to say how to authenticate. Libraries read there whether the token has expired or a scope is missing.',
  item: authentication,
  references: [rfc(9110, '11.6.1'), rfc(6750, '3')],
  severity: 'info',
  recommended: false,
  examples: [
    {
      title: 'A 401 that does not say how to authenticate',
      bad: `openapi: 3.1.0
security:
  - bearer: []
paths:
  /orders:
    get:
      responses:
        '200': { description: The orders. }
        «'401'»:
          description: Sign in first.
components:
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
        '401':
          description: Sign in first.
          headers:
            WWW-Authenticate:
              description: How to authenticate (RFC 9110 §11.6.1).
              schema:
                type: string
components:
  securitySchemes:
    bearer: { type: http, scheme: bearer }
`,
    },
  ],
  on: ['openapi.operation'],
  *gather(operation, scope): Iterable<HeaderFact> {
    for (const seen of responsesUnder(operation, (status) => status === '401', scope)) {
      if (!takesAuthorization(operation, scope)) return;
      const isSaid = /www-authenticate/i.test(seen.response.description?.value ?? '');
      yield headerFact(seen, wanted, { isSaid }, scope);
    }
  },
  compare: (facts) => headerFindings(facts, wanted),
});

/** A key or a cookie has no challenge of its own. */
function takesAuthorization(operation: Operation, scope: Scope): boolean {
  const names = (effectiveSecurity(operation, scope) ?? []).flatMap(({ schemes }) =>
    schemes.map(({ name }) => name.value),
  );
  return names.some((name) => challenging.has(scope.find('openapi.security-scheme', name)?.type?.value ?? ''));
}

const challenging: ReadonlySet<string> = new Set(['http', 'oauth2', 'openIdConnect', 'basic']);

const wanted: WantedHeader = {
  name: 'WWW-Authenticate',
  value: { description: 'How to authenticate (RFC 9110 §11.6.1).', schema: { type: 'string' } },
  several: (count) => `${count} 401 responses document no WWW-Authenticate header.`,
};
