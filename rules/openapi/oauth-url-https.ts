import { type Cause, localRule } from '#core/rule.ts';
import { secrets } from '#rules/checklist.ts';
import { tokenAddresses } from '#rules/detectors/openapi/oauth-flows.ts';
import { plainAddress } from '#rules/detectors/openapi/plain-address.ts';
import { owasp, rfc } from '#rules/sources.ts';

export const oauthUrlHttps = localRule({
  id: 'openapi/oauth-url-https',
  summary: 'Give tokens over https only.',
  why: 'Passwords, codes and tokens travel to these addresses. Over plain http everyone on the way reads them, and OAuth 2.0 demands TLS there.',
  item: secrets,
  references: [rfc(6749, '3.1.2.1'), rfc(6749, '3.2'), owasp(8)],
  severity: 'error',
  recommended: true,
  examples: [
    {
      title: 'A token over plain http',
      bad: `openapi: 3.1.0
components:
  securitySchemes:
    oauth:
      type: oauth2
      flows:
        clientCredentials:
          tokenUrl: «http://auth.example.io/token»
          scopes: {}
`,
      good: `openapi: 3.1.0
components:
  securitySchemes:
    oauth:
      type: oauth2
      flows:
        clientCredentials:
          tokenUrl: https://auth.example.io/token
          scopes: {}
`,
    },
    {
      title: 'Where the user agrees',
      bad: `{
  "swagger": "2.0",
  "securityDefinitions": {
    "oauth": {
      "type": "oauth2",
      "flow": "accessCode",
      "authorizationUrl": «"http://auth.example.io/agree"»,
      "tokenUrl": "https://auth.example.io/token",
      "scopes": {}
    }
  }
}
`,
      good: `{
  "swagger": "2.0",
  "securityDefinitions": {
    "oauth": {
      "type": "oauth2",
      "flow": "accessCode",
      "authorizationUrl": "https://auth.example.io/agree",
      "tokenUrl": "https://auth.example.io/token",
      "scopes": {}
    }
  }
}
`,
    },
  ],
  on: ['openapi.security-scheme'],
  *check(scheme) {
    for (const { url, pointer } of tokenAddresses(scheme)) {
      const address = plainAddress(url.value);
      if (address === undefined) continue;
      const value = `https${url.value.slice(address.scheme.length)}`;
      yield {
        span: url.span,
        message: `“${scheme.name.value}” sends credentials to ${url.value} over plain http: use https.`,
        fixes: [
          {
            title: `Use https for ${url.value}`,
            safety: 'review',
            changes: [{ kind: 'set', uri: scheme.section.uri, pointer, value }],
          },
        ],
        cause: sameHost(address.host),
      };
    }
  },
});

function sameHost(host: string): Cause {
  return {
    key: host,
    message: (count) => `Credentials are sent to ${host} over plain http in ${count} places: use https.`,
    fixTitle: (count) => `Use https for ${host} in ${count} places`,
  };
}
