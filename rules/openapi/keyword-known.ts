import type { DescriptionContext } from '#core/openapi/model.ts';
import type { UnknownField } from '#core/openapi/spec/fault.ts';
import { type Finding, localRule } from '#core/rule.ts';
import { validity } from '#rules/checklist.ts';
import { renameToMeant } from '#rules/fixes/openapi/rename-to-meant.ts';
import { withoutNullable } from '#rules/fixes/openapi/without-nullable.ts';
import { openApi, openApiVersions } from '#rules/sources.ts';
import { formerKeywords } from '#rules/words/former-keywords.ts';

export const keywordKnown = localRule({
  id: 'openapi/keyword-known',
  summary: 'Spell the keywords of schemas as JSON Schema does.',
  why: 'JSON Schema passes by keywords it does not know, so a misspelt one, or one of OpenAPI 3.0, limits nothing and nobody says so.',
  item: validity,
  references: [openApi('Schema Object', 'schema-object'), openApiVersions],
  severity: 'warning',
  recommended: true,
  examples: [
    {
      title: 'A misspelt keyword',
      bad: `openapi: 3.1.0
info: { title: Shop, version: '1' }
paths: {}
components:
  schemas:
    Order:
      type: object
      «propertes»:
        id: { type: string }
`,
      good: `openapi: 3.1.0
info: { title: Shop, version: '1' }
paths: {}
components:
  schemas:
    Order:
      type: object
      properties:
        id: { type: string }
`,
    },
    {
      title: 'A keyword of 3.0',
      bad: `openapi: 3.1.0
info: { title: Shop, version: '1' }
paths: {}
components:
  schemas:
    Name:
      type: string
      «nullable»: true
`,
      good: `openapi: 3.1.0
info: { title: Shop, version: '1' }
paths: {}
components:
  schemas:
    Name:
      type:
        - string
        - 'null'
`,
    },
  ],
  on: ['openapi.written'],
  *check({ faults, section: { uri }, context }) {
    for (const fault of faults) {
      if (fault.kind !== 'unknown-field' || !fault.isLegal) continue;
      const found = unknownKeyword(fault, context, uri);
      if (found !== undefined) yield found;
    }
  },
});

function unknownKeyword(fault: UnknownField, context: DescriptionContext, uri: string): Finding | undefined {
  const { key } = fault;
  const former = formerKeywords.get(key.value);
  const meant = former === undefined ? renameToMeant(fault, context.version, uri) : undefined;
  if (former === undefined && meant === undefined) return undefined;
  const remedy = former === undefined ? `did you mean “${meant?.name}”?` : `${former}.`;
  const fix = meant?.fix ?? withoutNullable(fault, uri, context);
  return {
    span: key.span,
    message: `“${key.value}” is no keyword of JSON Schema 2020-12: ${remedy}`,
    fixes: fix === undefined ? [] : [fix],
    cause: {
      key: `${key.value} ${meant?.name} ${fix === undefined}`,
      message: (count) =>
        `“${key.value}” stands in ${count} schemas, and is no keyword of JSON Schema 2020-12: ${remedy}`,
      ...(fix && { fixTitle: (count: number) => `Write ${count} schemas without “${key.value}”` }),
    },
  };
}
