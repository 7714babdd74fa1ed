import type { Schema } from '#core/openapi/model.ts';
import { type Cause, localRule, type Scope } from '#core/rule.ts';
import { wordsOf } from '#core/text/casing.ts';
import { findEntry } from '#core/tree/tree.ts';
import { documentationFormats } from '#rules/checklist.ts';
import { schemaTitle } from '#rules/schema-name.ts';
import { openApi } from '#rules/sources.ts';
import { wordSet } from '#rules/words/word-list.ts';

export const arrayNotNested = localRule({
  id: 'openapi/array-not-nested',
  summary: 'List objects, not lists.',
  why: 'The items of a list in a list have no names and cannot get further fields: a list of objects says what each part is, and grows.',
  item: documentationFormats,
  references: [openApi('Schema Object', 'schema-object')],
  severity: 'info',
  recommended: false,
  examples: [
    {
      title: 'Rows without names',
      bad: `openapi: 3.1.0
components:
  schemas:
    Prices:
      type: array
      «items»:
        type: array
        items: { type: string }
`,
      good: `openapi: 3.1.0
components:
  schemas:
    Prices:
      type: array
      items:
        type: object
        properties:
          name: { type: string }
          price: { type: string }
`,
    },
  ],
  on: ['openapi.schema'],
  having: ['items'],
  *check(schema, scope) {
    if (!schema.types.includes('array') || isPlace(schema)) return;
    const inner = scope.resolve(schema.items);
    if (inner === undefined || !inner.types.includes('array') || holdsNumbers(inner, scope)) return;
    const span = findEntry(schema.tree, 'items')?.key.span ?? schema.anchor;
    const { role } = schema;
    const title = role === 'items' ? 'A list in a list' : schemaTitle(schema);
    yield { span, message: `The items of ${title} are lists themselves. List objects, which have names.`, cause };
  },
});

const cause: Cause = {
  key: 'nested',
  message: (count) => `The items of ${count} lists are lists themselves. List objects, which have names.`,
};

/** Coordinates (RFC 7946 §3.1.1), matrices and series of numbers are what they are. */
function holdsNumbers(inner: Schema, scope: Scope): boolean {
  let current: Schema | undefined = inner;
  for (let depth = 0; current !== undefined && depth < deepest; depth++) {
    if (current.types.some((type) => type === 'number' || type === 'integer')) return true;
    current = scope.resolve(current.items);
  }
  return false;
}

const deepest = 6;
const placeWords = wordSet('coordinates geometry polygon matrix grid rows tuple vector cells');

function isPlace({ name }: Schema): boolean {
  return wordsOf(name?.value ?? '').some((word) => placeWords.has(word));
}
