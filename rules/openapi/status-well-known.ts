import { segmentsOf } from '#core/openapi/effective/path-template.ts';
import type { Operation } from '#core/openapi/model.ts';
import { localRule } from '#core/rule.ts';
import { wordsOf } from '#core/text/casing.ts';
import { statusCodes } from '#rules/checklist.ts';
import { operationTitle } from '#rules/operation-title.ts';
import { rfc, zalando } from '#rules/sources.ts';
import { uncommonStatusCodes } from '#rules/words/uncommon-statuses.ts';
import { wordSet } from '#rules/words/word-list.ts';

export const statusWellKnown = localRule({
  id: 'openapi/status-well-known',
  summary: 'Answer status codes that everybody knows.',
  why: 'A code that hardly any API uses is read in as many ways as there are clients. One that everybody knows, with the details in the body, says the same to all.',
  item: statusCodes,
  references: [rfc(9110, '15'), zalando(150)],
  severity: 'info',
  recommended: false,
  options: {
    codes: { default: [...uncommonStatusCodes.keys()], description: 'The codes that are not to be used.' },
  },
  examples: [
    {
      title: 'A code that means something else',
      bad: `openapi: 3.1.0
paths:
  /orders:
    post:
      responses:
        '201': { description: The order. }
        «'417'»: { description: There is not enough in store. }
`,
      good: `openapi: 3.1.0
paths:
  /orders:
    post:
      responses:
        '201': { description: The order. }
        '409': { description: There is not enough in store. }
`,
    },
  ],
  on: ['openapi.operation'],
  *check(operation, _scope, { codes }) {
    for (const { status } of operation.responses) {
      const code = status.value;
      if (!codes.includes(code) || (code === '302' && leadsBrowsers(operation))) continue;
      const instead = uncommonStatusCodes.get(code);
      const remedy = instead === undefined ? 'Answer one that everybody knows' : `Answer ${instead} instead`;
      yield {
        span: status.span,
        message: `${operationTitle(operation)} answers ${code}, which clients read in different ways. ${remedy}.`,
        cause: {
          key: code,
          message: (count) => `${count} operations answer ${code}, which clients read in different ways. ${remedy}.`,
        },
      };
    }
  },
});

/** A browser that signs in is sent on by 302 everywhere (RFC 6749 §4.1.2). */
function leadsBrowsers({ path }: Operation): boolean {
  return segmentsOf(path).some((segment) => wordsOf(segment).some((word) => browserWords.has(word)));
}

const browserWords = wordSet(
  'oauth oauth2 oidc authorize authorization auth login logout signin signout callback sso saml start connect',
);
