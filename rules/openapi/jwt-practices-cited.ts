import { readProse } from '#core/openapi/read/read-prose.ts';
import { pointerOf } from '#core/openapi/view.ts';
import { localRule } from '#core/rule.ts';
import { findString } from '#core/tree/tree.ts';
import { authentication } from '#rules/checklist.ts';
import { owasp, rfc } from '#rules/sources.ts';

export const jwtPracticesCited = localRule({
  id: 'openapi/jwt-practices-cited',
  summary: 'Say that JSON Web Tokens are checked as RFC 8725 advises.',
  why: 'Tokens without an algorithm, with a key of another kind, or meant for somebody else have opened many APIs. Who builds clients, gateways and servers should read the same list of what is checked.',
  item: authentication,
  references: [rfc(8725), owasp(2)],
  severity: 'info',
  recommended: false,
  examples: [
    {
      title: 'A JSON Web Token',
      bad: `openapi: 3.1.0
components:
  securitySchemes:
    user:
      type: http
      scheme: bearer
      bearerFormat: «JWT»
      description: The token of the user.
`,
      good: `openapi: 3.1.0
components:
  securitySchemes:
    user:
      type: http
      scheme: bearer
      bearerFormat: JWT
      description: The token of the user. Tokens are checked as RFC 8725 advises.
`,
    },
  ],
  on: ['openapi.security-scheme'],
  having: ['bearerFormat'],
  *check(scheme) {
    const format = findString(scheme.tree, 'bearerFormat');
    if (format === undefined || !/^(?:jwt|json web token)$/i.test(format.value)) return;
    const text = readProse(scheme, 'description')?.value;
    if (/rfc[- ]?(?:8725|9068)\b/i.test(text ?? '')) return;
    const value = text === undefined || text.trim() === '' ? sentence : `${withStop(text)} ${sentence}`;
    yield {
      span: format.span,
      message: `“${scheme.name.value}” does not say how its JSON Web Tokens are checked: cite RFC 8725.`,
      fixes: [
        {
          title: `Say of “${scheme.name.value}” that tokens are checked as RFC 8725 advises`,
          safety: 'review',
          changes: [
            {
              kind: 'set',
              uri: scheme.section.uri,
              pointer: [...pointerOf(scheme.location), 'description'],
              value,
            },
          ],
        },
      ],
    };
  },
});

const sentence = 'Tokens are checked as RFC 8725 advises.';

function withStop(text: string): string {
  const trimmed = text.trimEnd();
  return /[.!?:]$/.test(trimmed) ? trimmed : `${trimmed}.`;
}
