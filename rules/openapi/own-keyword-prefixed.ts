import { localRule } from '#core/rule.ts';
import { validity } from '#rules/checklist.ts';
import { renameToMeant } from '#rules/fixes/openapi/rename-to-meant.ts';
import { openApi, openApiVersions } from '#rules/sources.ts';
import { formerKeywords } from '#rules/words/former-keywords.ts';

export const ownKeywordPrefixed = localRule({
  id: 'openapi/own-keyword-prefixed',
  summary: 'Begin keywords of your own with `x-`.',
  why: 'JSON Schema lets every keyword pass, so a word of your own looks like a mistake, and may get a meaning one day.',
  item: validity,
  references: [openApi('Specification Extensions', 'specification-extensions'), openApiVersions],
  severity: 'info',
  recommended: true,
  examples: [
    {
      title: 'A keyword of one team',
      bad: `openapi: 3.1.0
info: { title: Shop, version: '1' }
paths: {}
components:
  schemas:
    Name:
      type: string
      «widget»: textarea
`,
      good: `openapi: 3.1.0
info: { title: Shop, version: '1' }
paths: {}
components:
  schemas:
    Name:
      type: string
      x-widget: textarea
`,
    },
  ],
  on: ['openapi.written'],
  *check({ faults, section: { uri }, context: { version } }) {
    for (const fault of faults) {
      if (fault.kind !== 'unknown-field' || !fault.isLegal || formerKeywords.has(fault.key.value)) continue;
      if (renameToMeant(fault, version, uri) !== undefined) continue;
      const { value, span } = fault.key;
      yield {
        span,
        message: `“${value}” is no keyword of JSON Schema 2020-12: it limits nothing.`,
        cause: {
          key: value,
          message: (count) =>
            `“${value}” stands in ${count} schemas, and is no keyword of JSON Schema 2020-12: it limits nothing.`,
        },
      };
    }
  },
});
