import { changeRule } from '#core/rule.ts';
import { apiChanges } from '#rules/checklist.ts';
import { carrierOf, isSameCarrier } from '#rules/detectors/change/credential-carrier.ts';
import { schemeBack } from '#rules/fixes/openapi/scheme-back.ts';
import { openApi } from '#rules/sources.ts';

const description = (scheme: string, name = 'key'): string => `openapi: 3.1.0
security: [{ key: [] }]
paths: {}
components:
  securitySchemes:
    ${name}: ${scheme}
`;

export const securitySchemeKept = changeRule({
  id: 'change/security-scheme-kept',
  summary: 'Keep how clients send their credentials.',
  why: 'A client sends its key where it was described. In another header, or under another name, it is not seen, and the client is refused.',
  item: apiChanges,
  references: [openApi('Security Scheme Object', 'security-scheme-object')],
  severity: 'error',
  recommended: true,
  examples: [
    {
      title: 'A key in another header',
      bad: {
        'base/openapi.yaml': description('{ type: apiKey, in: header, name: X-Key }'),
        'openapi.yaml': description('{ type: apiKey, in: header, name: X-Api-Key }', '«key»'),
      },
      good: {
        'base/openapi.yaml': description('{ type: apiKey, in: header, name: X-Key }'),
        'openapi.yaml': description('{ type: apiKey, in: header, name: X-Key }'),
      },
    },
  ],
  on: ['openapi.security-scheme'],
  *check(scheme, scope) {
    const { base } = scope;
    const former = base.find('openapi.security-scheme', scheme.name.value);
    const [was, is] = [former && carrierOf(former), carrierOf(scheme)];
    if (former === undefined || was === undefined || is === undefined || isSameCarrier(was, is)) return;
    yield {
      span: scheme.name.span,
      message: `“${scheme.name.value}” was sent ${was.words}, and is sent ${is.words}. Clients that send it as before are refused.`,
      fixes: schemeBack(former, scheme),
      related: [base.placed(former.section, former.name.span, `As it was in ${base.name}.`)],
    };
  },
});
