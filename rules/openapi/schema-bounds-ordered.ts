import type { Schema } from '#core/openapi/model.ts';
import { pointerOf } from '#core/openapi/view.ts';
import { type Finding, type Fix, localRule } from '#core/rule.ts';
import { validity } from '#rules/checklist.ts';
import { isEmptyRange, type Limit, limitKeywords, limitRanges } from '#rules/detectors/openapi/schema-limits.ts';
import { schemaTitle } from '#rules/schema-name.ts';
import { jsonSchema, openApi } from '#rules/sources.ts';

export const schemaBoundsOrdered = localRule({
  id: 'openapi/schema-bounds-ordered',
  summary: 'Let a minimum be no larger than its maximum.',
  why: 'Between bounds that cross each other there is no value: whatever a client sends is refused, and whatever a server returns is wrong.',
  item: validity,
  references: [openApi('Schema Object', 'schema-object'), jsonSchema('6.2')],
  severity: 'warning',
  recommended: true,
  examples: [
    {
      title: 'Bounds that were exchanged',
      bad: `openapi: 3.1.0
components:
  schemas:
    Page:
      type: integer
      «minimum»: 100
      maximum: 1
`,
      good: `openapi: 3.1.0
components:
  schemas:
    Page:
      type: integer
      minimum: 1
      maximum: 100
`,
    },
    {
      title: 'Neither end belongs to the range',
      bad: `openapi: 3.0.3
components:
  schemas:
    Share:
      type: number
      «minimum»: 1
      exclusiveMinimum: true
      maximum: 1
`,
      good: `openapi: 3.0.3
components:
  schemas:
    Share:
      type: number
      minimum: 0
      exclusiveMinimum: true
      maximum: 1
`,
    },
  ],
  on: ['openapi.schema'],
  having: limitKeywords,
  check(schema) {
    const ranges = limitRanges(schema);
    return ranges.length === 0
      ? none
      : ranges.flatMap(({ lower, upper }) =>
          lower !== undefined && upper !== undefined && isEmptyRange(lower, upper)
            ? [crossed(schema, lower, upper)]
            : [],
        );
  },
});

const none: readonly Finding[] = [];

function crossed(schema: Schema, lower: Limit, upper: Limit): Finding {
  const isEqual = lower.value === upper.value;
  const ends = `“${lower.keyword}” ${lower.value} and “${upper.keyword}” ${upper.value}`;
  return {
    span: lower.entry.key.span,
    message: `No value of ${schemaTitle(schema)} lies between ${ends}${isEqual ? ', which is excluded' : ''}.`,
    fixes: isEqual || lower.isExclusive !== upper.isExclusive ? [] : [exchange(schema, lower, upper)],
  };
}

function exchange({ section, location }: Schema, lower: Limit, upper: Limit): Fix {
  const set = (keyword: string, value: number) =>
    ({ kind: 'set', uri: section.uri, pointer: [...pointerOf(location), keyword], value }) as const;
  return {
    title: `Exchange the values of “${lower.keyword}” and “${upper.keyword}”`,
    safety: 'review',
    changes: [set(lower.keyword, upper.value), set(upper.keyword, lower.value)],
  };
}
