import type { SecurityRequirement } from '#core/openapi/model.ts';
import { pointerOf } from '#core/openapi/view.ts';
import { type Cause, type Fix, localRule } from '#core/rule.ts';
import { authentication } from '#rules/checklist.ts';
import { scopeNames } from '#rules/detectors/openapi/oauth-flows.ts';
import { owasp, zalando } from '#rules/sources.ts';

export const oauthScopeRequired = localRule({
  id: 'openapi/oauth-scope-required',
  summary: 'Require a scope where the scheme has some.',
  why: 'Without a scope any token will do, also one that was given out for something else; who reads the description cannot tell what a client has to ask for.',
  item: authentication,
  references: [zalando(105), owasp(5)],
  severity: 'warning',
  recommended: false,
  examples: [
    {
      title: 'Any token will do',
      bad: `openapi: 3.1.0
paths:
  /orders:
    get:
      security:
        - «oauth»: []
      responses: {}
components:
  securitySchemes:
    oauth:
      type: oauth2
      flows:
        clientCredentials:
          tokenUrl: https://auth.example.com/token
          scopes:
            orders:read: Read orders.
`,
      good: `openapi: 3.1.0
paths:
  /orders:
    get:
      security:
        - oauth:
            - orders:read
      responses: {}
components:
  securitySchemes:
    oauth:
      type: oauth2
      flows:
        clientCredentials:
          tokenUrl: https://auth.example.com/token
          scopes:
            orders:read: Read orders.
`,
    },
  ],
  on: ['openapi.security-requirement'],
  *check(requirement, scope) {
    for (const { name, scopes } of requirement.schemes) {
      const scheme = scopes.length > 0 ? undefined : scope.find('openapi.security-scheme', name.value);
      const known = scheme === undefined ? [] : scopeNames(scheme);
      if (known.length === 0) continue;
      yield {
        span: name.span,
        message: `“${name.value}” is required without a scope, so that any token will do. Name the scopes it takes.`,
        fixes: onlyScope(requirement, name.value, known),
        cause: sameScheme(name.value),
      };
    }
  },
});

function sameScheme(name: string): Cause {
  return {
    key: name,
    message: (count) =>
      `“${name}” is required without a scope in ${count} places, so that any token will do. Name the scopes it takes.`,
    fixTitle: (count) => `Require the only scope of “${name}” in ${count} places`,
  };
}

/** Where there is only one, it is meant. */
function onlyScope(
  requirement: SecurityRequirement,
  name: string,
  [only, ...others]: readonly string[],
): readonly Fix[] {
  if (only === undefined || others.length > 0) return [];
  const pointer = [...pointerOf(requirement.location), name];
  return [
    {
      title: `Require the scope “${only}”`,
      safety: 'review',
      changes: [{ kind: 'set', uri: requirement.section.uri, pointer, value: [only] }],
    },
  ];
}
