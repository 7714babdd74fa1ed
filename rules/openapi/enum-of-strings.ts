import { localRule } from '#core/rule.ts';
import { fieldTypes } from '#rules/checklist.ts';
import { namedTitle, schemaInPlace } from '#rules/detectors/openapi/schema-named.ts';
import { soleType } from '#rules/detectors/openapi/schema-types.ts';
import { zalando } from '#rules/sources.ts';

export const enumOfStrings = localRule({
  id: 'openapi/enum-of-strings',
  summary: 'List the values of an enumeration as strings.',
  why: 'A number says nothing of what it stands for: whoever reads `status: 3` in a log has to look it up, and generated code has no name for it.',
  item: fieldTypes,
  references: [zalando(125)],
  severity: 'info',
  recommended: false,
  examples: [
    {
      title: 'A status as a number',
      bad: `openapi: 3.1.0
components:
  schemas:
    Order:
      type: object
      properties:
        «status»: { type: integer, enum: [0, 1, 2, 3] }
`,
      good: `openapi: 3.1.0
components:
  schemas:
    Order:
      type: object
      properties:
        status: { type: string, enum: [open, paid, sent, done] }
`,
    },
  ],
  on: ['openapi.schema'],
  having: ['enum'],
  *check(schema) {
    const { enum: values = [] } = schema;
    const type = soleType(schema);
    if ((type !== 'integer' && type !== 'number') || values.length < 2) return;
    const name = schemaInPlace(schema)?.name?.value;
    // Quantities are numbers: sizes, days, percentages.
    if (name === undefined || quantity.test(name) || values.some(({ value }) => Math.abs(Number(value)) > 20)) return;
    yield {
      span: schema.anchor,
      message: `${namedTitle(schema)} is an enumeration of numbers. List strings that say what each value stands for.`,
    };
  },
});

const quantity =
  /(?:count|size|limit|days|hours?|minutes|seconds|months?|years?|percent|rate|ratio|width|height|length|version|level|factor|scale|precision|page|number|num|quantity|interval|duration|price|weight|port|bits|bytes|cores?|degrees|rotation)$/i;
