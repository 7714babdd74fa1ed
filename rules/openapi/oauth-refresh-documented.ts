import { type Cause, type Fix, localRule } from '#core/rule.ts';
import { findEntry, findString } from '#core/tree/tree.ts';
import { authentication } from '#rules/checklist.ts';
import { oauthFlows } from '#rules/detectors/openapi/oauth-flows.ts';
import { openApi, owasp, rfc } from '#rules/sources.ts';
import { wordSet } from '#rules/words/word-list.ts';

export const oauthRefreshDocumented = localRule({
  id: 'openapi/oauth-refresh-documented',
  summary: 'Say where a token is refreshed.',
  why: 'Tokens that last minutes do little harm when they are lost, but only clients that can refresh them can live with that.',
  item: authentication,
  references: [rfc(6749, '6'), openApi('OAuth Flow Object', 'oauth-flow-object'), owasp(2)],
  severity: 'info',
  recommended: false,
  examples: [
    {
      title: 'A code is exchanged, and the token ends',
      bad: `openapi: 3.1.0
components:
  securitySchemes:
    oauth:
      type: oauth2
      flows:
        «authorizationCode»:
          authorizationUrl: https://auth.example.com/authorize
          tokenUrl: https://auth.example.com/token
          scopes: {}
`,
      good: `openapi: 3.1.0
components:
  securitySchemes:
    oauth:
      type: oauth2
      flows:
        authorizationCode:
          authorizationUrl: https://auth.example.com/authorize
          tokenUrl: https://auth.example.com/token
          refreshUrl: https://auth.example.com/token
          scopes: {}
`,
    },
  ],
  on: ['openapi.security-scheme'],
  *check(scheme) {
    for (const { name, span, tree, pointer, isListed } of oauthFlows(scheme)) {
      // 2.0 has no place for it.
      if (!isListed || !refreshing.has(name) || findEntry(tree, 'refreshUrl') !== undefined) continue;
      const value = findString(tree, 'tokenUrl')?.value;
      yield {
        span,
        message: `The ${name} flow of “${scheme.name.value}” has no \`refreshUrl\`: say where a token is refreshed.`,
        fixes: value === undefined ? [] : [refreshAt(value, name, scheme.section.uri, pointer)],
        cause: untold,
      };
    }
  },
});

/** Flows that have refresh tokens (RFC 6749 §4.2.2, §4.4.3). */
const refreshing = wordSet('authorizationCode password deviceAuthorization');

const untold: Cause = {
  key: 'refresh',
  message: (count) => `${count} OAuth flows do not say where a token is refreshed: add \`refreshUrl\`.`,
  fixTitle: (count) => `Say of ${count} flows that tokens are refreshed where they are had`,
};

/** The token endpoint mostly refreshes tokens, too (RFC 6749 §6). */
function refreshAt(value: string, flow: string, uri: string, pointer: readonly string[]): Fix {
  return {
    title: `Say that the ${flow} flow refreshes tokens at its tokenUrl`,
    safety: 'review',
    changes: [{ kind: 'set', uri, pointer: [...pointer, 'refreshUrl'], value, after: ['tokenUrl'] }],
  };
}
