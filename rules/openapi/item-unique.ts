import type { OpenApiVersion } from '#core/openapi/model.ts';
import type { RepeatedItem } from '#core/openapi/spec/fault.ts';
import { type Finding, type Fix, localRule } from '#core/rule.ts';
import { validity } from '#rules/checklist.ts';
import { objectTitle } from '#rules/detectors/openapi/spec-words.ts';
import { jsonSchema, openApi } from '#rules/sources.ts';

export const itemUnique = localRule({
  id: 'openapi/item-unique',
  summary: 'List each required property, and each type, once.',
  why: 'JSON Schema wants the items of these lists to differ: a strict validator refuses the whole schema, and one of two equal names was mostly meant to be another.',
  item: validity,
  references: [jsonSchema('6.5.3'), jsonSchema('6.1.1'), openApi('Schema Object', 'schema-object')],
  severity: 'error',
  recommended: true,
  examples: [
    {
      title: 'A property that is required twice',
      bad: `openapi: 3.0.3
info: { title: Shop, version: '1' }
paths: {}
components:
  schemas:
    Order:
      type: object
      required:
        - id
        - total
        - «id»
      properties:
        id: { type: string }
        total: { type: integer }
`,
      good: `openapi: 3.0.3
info: { title: Shop, version: '1' }
paths: {}
components:
  schemas:
    Order:
      type: object
      required:
        - id
        - total
      properties:
        id: { type: string }
        total: { type: integer }
`,
    },
    {
      title: 'A type that is listed twice',
      bad: `openapi: 3.1.0
info: { title: Shop, version: '1' }
paths: {}
components:
  schemas:
    Name: { type: [string, 'null', «string»] }
`,
      good: `openapi: 3.1.0
info: { title: Shop, version: '1' }
paths: {}
components:
  schemas:
    Name: { type: [string, 'null'] }
`,
    },
  ],
  on: ['openapi.written'],
  *check({ faults, section, context: { version } }) {
    for (const fault of faults)
      if (fault.kind === 'repeated-item')
        yield {
          ...repeated(fault, version, section.uri),
          related: [{ section, span: fault.first.span, message: 'The first one.' }],
        };
  },
});

function repeated(
  { field, object, text, value, pointer }: RepeatedItem,
  version: OpenApiVersion,
  uri: string,
): Finding {
  const changes = [{ kind: 'remove', uri, pointer }] as const;
  const fix: Fix = { title: `Remove the second “${text}” from “${field}”`, safety: 'safe', changes };
  return {
    span: value.span,
    message: `“${text}” stands in “${field}” more than once. Each item may stand there once.`,
    fixes: [fix],
    cause: {
      key: `${object} ${field}`,
      message: (count) =>
        `“${field}” in ${objectTitle(version, object)} lists ${count} items a second time. Each may stand there once.`,
      fixTitle: (count) => `Remove ${count} items of “${field}” that are listed a second time`,
    },
  };
}
