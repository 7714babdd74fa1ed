import type { Schema } from '#core/openapi/model.ts';
import { pointerOf } from '#core/openapi/view.ts';
import { type Finding, localRule } from '#core/rule.ts';
import { entriesOf, type TreeEntry } from '#core/tree/tree.ts';
import { validity } from '#rules/checklist.ts';
import { schemaTitle } from '#rules/schema-name.ts';
import { jsonSchema } from '#rules/sources.ts';
import { wordSet } from '#rules/words/word-list.ts';

export const schemaLimitNatural = localRule({
  id: 'openapi/schema-limit-natural',
  summary: 'Let lengths and counts be 0 or more, and `multipleOf` more than 0.',
  why: 'No length is below 0. A negative one mostly stands for “without limit”, and to those who read the description it says that nothing is allowed.',
  item: validity,
  references: [jsonSchema('6.2.1'), jsonSchema('6.3.1'), jsonSchema('6.4.1'), jsonSchema('6.5.1')],
  severity: 'error',
  recommended: true,
  examples: [
    {
      title: 'Minus one for no limit',
      bad: `openapi: 3.0.3
components:
  schemas:
    Note:
      type: string
      maxLength: «-1»
`,
      good: `openapi: 3.0.3
components:
  schemas:
    Note:
      type: string
`,
    },
  ],
  on: ['openapi.schema'],
  having: [
    'minLength',
    'maxLength',
    'minItems',
    'maxItems',
    'minProperties',
    'maxProperties',
    'minContains',
    'maxContains',
    'multipleOf',
  ],
  check(schema) {
    const { version } = schema.context;
    const counts = version === '3.1' || version === '3.2' ? laterCounts : earlyCounts;
    const faults = entriesOf(schema.tree).filter((entry) => isUnnatural(entry, counts));
    return faults.length === 0 ? none : faults.map((entry) => unnatural(schema, entry));
  },
});

const none: readonly Finding[] = [];

const earlyCounts = wordSet('minLength maxLength minItems maxItems minProperties maxProperties');
/** Before 3.1 the others are no keywords. */
const laterCounts = new Set([...earlyCounts, 'minContains', 'maxContains']);

function isUnnatural({ key, value, merged }: TreeEntry, counts: ReadonlySet<string>): boolean {
  if (value?.kind !== 'scalar' || typeof value.value !== 'number' || merged === true) return false;
  return counts.has(key.value) ? value.value < 0 : value.value <= 0 && key.value === 'multipleOf';
}

function unnatural(schema: Schema, { key, value }: TreeEntry): Finding {
  const { section, location } = schema;
  const [keyword, written] = [key.value, value?.kind === 'scalar' ? value.value : null];
  const change = { kind: 'remove', uri: section.uri, pointer: [...pointerOf(location), keyword] } as const;
  const limit = keyword === 'multipleOf' ? 'more than 0' : '0 or more';
  return {
    span: value?.span ?? key.span,
    message: `“${keyword}” of ${schemaTitle(schema)} must be ${limit}, and is ${written}.`,
    fixes: [{ title: `Remove “${keyword}”`, safety: 'review', changes: [change] }],
    cause: {
      key: `${keyword} ${written}`,
      message: (count) => `“${keyword}” is ${written} in ${count} schemas, and must be ${limit}.`,
      fixTitle: (count) => `Remove “${keyword}” from ${count} schemas`,
    },
  };
}
