import type { SecurityScheme } from '#core/openapi/model.ts';
import { type Cause, type Fix, localRule } from '#core/rule.ts';
import { entriesOf, findString, findValue } from '#core/tree/tree.ts';
import { authentication } from '#rules/checklist.ts';
import { type OAuthFlow, oauthFlows } from '#rules/detectors/openapi/oauth-flows.ts';
import { owasp, rfc } from '#rules/sources.ts';

export const oauthFlowCurrent = localRule({
  id: 'openapi/oauth-flow-current',
  summary: 'Give tokens by the authorization code flow, not by the implicit or password flow.',
  why: 'The implicit flow puts the token into an address, where histories and scripts find it. The password flow hands the password of the user to the client, and rules out a second factor. RFC 9700 advises against the one and forbids the other.',
  item: authentication,
  references: [rfc(9700, '2.1.2'), rfc(9700, '2.4'), owasp(2)],
  severity: 'warning',
  recommended: false,
  examples: [
    {
      title: 'Beside the better flow',
      bad: `openapi: 3.1.0
components:
  securitySchemes:
    oauth:
      type: oauth2
      flows:
        «implicit»:
          authorizationUrl: https://auth.example.com/authorize
          scopes: {}
        authorizationCode:
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
          scopes: {}
`,
    },
    {
      title: 'Another flow tells where tokens are had',
      bad: `openapi: 3.0.3
components:
  securitySchemes:
    oauth:
      type: oauth2
      flows:
        «implicit»:
          authorizationUrl: https://auth.example.com/authorize
          scopes: {}
        clientCredentials:
          tokenUrl: https://auth.example.com/token
          scopes: {}
`,
      good: `openapi: 3.0.3
components:
  securitySchemes:
    oauth:
      type: oauth2
      flows:
        authorizationCode:
          authorizationUrl: https://auth.example.com/authorize
          tokenUrl: https://auth.example.com/token
          scopes: {}
        clientCredentials:
          tokenUrl: https://auth.example.com/token
          scopes: {}
`,
    },
  ],
  on: ['openapi.security-scheme'],
  *check(scheme) {
    const flows = oauthFlows(scheme);
    for (const flow of flows) {
      const told = faults.get(flow.name);
      if (told === undefined) continue;
      yield {
        span: flow.span,
        message: `“${scheme.name.value}” offers the ${flow.name} flow, ${told}. Use \`authorizationCode\` with PKCE.`,
        fixes: instead(flow, flows, scheme),
        cause: alike(flow.name),
      };
    }
  },
});

const faults: ReadonlyMap<string, string> = new Map([
  ['implicit', 'which puts tokens into addresses (RFC 9700 §2.1.2)'],
  ['password', 'which gives clients the password (RFC 9700 §2.4)'],
]);

function alike(flow: string): Cause {
  return {
    key: flow,
    message: (count) => `${count} security schemes offer the ${flow} flow. Use \`authorizationCode\` with PKCE.`,
  };
}

function scopesOf(flows: readonly OAuthFlow[]): readonly string[] {
  return flows.flatMap(({ tree }) => entriesOf(findValue(tree, 'scopes')).map(({ key }) => key.value));
}

/** 2.0 has one flow a scheme. A flow with scopes that no other has is replaced by hand. */
function instead(flow: OAuthFlow, flows: readonly OAuthFlow[], { section: { uri } }: SecurityScheme): readonly Fix[] {
  const { name, pointer, isListed } = flow;
  if (!isListed) return [];
  const others = flows.filter((other) => other !== flow);
  if (others.some((other) => other.name === 'authorizationCode')) {
    const isCovered = scopesOf([flow]).every((scope) => scopesOf(others).includes(scope));
    const change = { kind: 'remove', uri, pointer } as const;
    return isCovered ? [{ title: `Remove the ${name} flow`, safety: 'review', changes: [change] }] : [];
  }
  const value = flows.flatMap(({ tree }) => findString(tree, 'tokenUrl')?.value ?? [])[0];
  if (name !== 'implicit' || value === undefined) return [];
  return [
    {
      title: 'Use the authorization code flow instead of the implicit flow',
      safety: 'review',
      changes: [
        { kind: 'set', uri, pointer: [...pointer, 'tokenUrl'], value, after: ['authorizationUrl'] },
        { kind: 'rename', uri, pointer, name: 'authorizationCode' },
      ],
    },
  ];
}
