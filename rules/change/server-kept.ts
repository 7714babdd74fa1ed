import { changeRule } from '#core/rule.ts';
import { apiChanges } from '#rules/checklist.ts';
import { openApi } from '#rules/sources.ts';

const description = (url: string): string => `openapi: 3.1.0
servers:
  - url: ${url}
paths: {}
`;

export const serverKept = changeRule({
  id: 'change/server-kept',
  summary: 'Keep the servers that clients call.',
  why: 'Clients are set up with the address that the description names. An address that is gone answers nobody, and one without TLS takes what was protected.',
  item: apiChanges,
  references: [openApi('Server Object', 'server-object')],
  severity: 'warning',
  recommended: true,
  examples: [
    {
      title: 'Another address',
      bad: {
        'base/openapi.yaml': description('https://api.example.com'),
        'openapi.yaml': description('https://api.example.org').replace('openapi', '«openapi»'),
      },
      good: {
        'base/openapi.yaml': description('https://api.example.com'),
        'openapi.yaml': description('https://api.example.com'),
      },
    },
  ],
  on: ['openapi.document'],
  *check(document, scope) {
    const { base } = scope;
    const urls = scope.roots('openapi.server').map(({ url }) => plainUrl(url?.value));
    const former = base.roots('openapi.server').filter(({ level }) => level === 'document');
    // Where none is said it is where the description came from.
    if (urls.length === 0) return;
    for (const { url, section } of former) {
      if (url === undefined || urls.includes(plainUrl(url.value))) continue;
      yield {
        span: document.anchor,
        message: `The server “${url.value}” is gone. Clients still call it.`,
        related: [base.placed(section, url.span, `As it was in ${base.name}.`)],
      };
    }
  },
});

/** A slash at the end makes no other server. */
function plainUrl(url: string | undefined): string {
  return (url ?? '').replace(/\/+$/, '');
}
