import type { Server } from '#core/openapi/model.ts';
import { pointerOf } from '#core/openapi/view.ts';
import { type Fix, localRule, type Scope } from '#core/rule.ts';
import { secrets } from '#rules/checklist.ts';
import { plainAddress } from '#rules/detectors/openapi/plain-address.ts';
import { owasp, rfc } from '#rules/sources.ts';

export const serverHttps = localRule({
  id: 'openapi/server-https',
  summary: 'Serve the API over https only.',
  why: 'Over plain http everyone on the way reads and changes the traffic, credentials included, and a redirect to https comes after the first request was sent in the clear.',
  item: secrets,
  references: [owasp(8), rfc(9110, '4.2.2')],
  severity: 'error',
  recommended: true,
  options: {
    plainHosts: {
      default: [],
      description: 'Further hosts that are reached inside a protected network only, written as in the address.',
    },
  },
  examples: [
    {
      title: 'A public server without transport security',
      bad: `openapi: 3.1.0
servers:
  - url: «http://api.example.com/v1»
`,
      good: `openapi: 3.1.0
servers:
  - url: https://api.example.com/v1
`,
    },
    {
      title: 'Plain http beside https',
      bad: `swagger: '2.0'
host: api.example.com
schemes:
  - https
  - «http»
`,
      good: `swagger: '2.0'
host: api.example.com
schemes:
  - https
`,
    },
  ],
  on: ['openapi.server'],
  *check(server, scope, { plainHosts }) {
    const { url } = server;
    const address = plainAddress(url?.value);
    if (url === undefined || address === undefined || plainHosts.includes(address.host)) return;
    yield {
      span: url.span,
      message: `The server ${url.value} is reached over plain ${address.scheme}.`,
      fixes: [secureScheme(server, url.value, scope)],
    };
  },
});

/** 3.x: the url with a secure scheme; 2.0: the item of `schemes`, which goes where the secure one is listed too. */
function secureScheme(server: Server, url: string, scope: Scope): Fix {
  const { uri } = server.section;
  const pointer = pointerOf(server.location);
  const secure = `${url.slice(0, url.indexOf(':'))}s`;
  if (server.url?.span.start !== server.tree.span.start) {
    const value = secure + url.slice(url.indexOf(':'));
    return {
      title: `Use ${secure} for ${url}`,
      safety: 'review',
      changes: [{ kind: 'set', uri, pointer: [...pointer, 'url'], value }],
    };
  }
  const isListed = scope.roots('openapi.server').some((other) => other.url?.value.startsWith(`${secure}:`));
  return isListed
    ? {
        title: `Remove \`${url.slice(0, url.indexOf(':'))}\` from the schemes`,
        safety: 'review',
        changes: [{ kind: 'remove', uri, pointer }],
      }
    : {
        title: `Use ${secure} among the schemes`,
        safety: 'review',
        changes: [{ kind: 'set', uri, pointer, value: secure }],
      };
}
