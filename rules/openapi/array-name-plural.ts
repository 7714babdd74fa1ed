import { localRule } from '#core/rule.ts';
import { wordsOf } from '#core/text/casing.ts';
import { nameStyles } from '#rules/checklist.ts';
import { pluralSegment } from '#rules/detectors/openapi/plural-segment.ts';
import { namedTitle } from '#rules/detectors/openapi/schema-named.ts';
import { soleType } from '#rules/detectors/openapi/schema-types.ts';
import { aip, zalando } from '#rules/sources.ts';
import { wordSet } from '#rules/words/word-list.ts';

export const arrayNamePlural = localRule({
  id: 'openapi/array-name-plural',
  summary: 'Call a property that holds a list by the plural.',
  why: '`tag` reads as one tag: whoever writes the request by hand sends a string, and the loop over it reads oddly in every client.',
  item: nameStyles,
  references: [zalando(120), aip(140)],
  severity: 'info',
  recommended: false,
  options: {
    nouns: { default: [], description: 'Further nouns that are countable, in the singular and in lower case.' },
    allowed: { default: [], description: 'Names that stay as they are.' },
  },
  examples: [
    {
      title: 'A list called after one of its items',
      bad: `openapi: 3.1.0
components:
  schemas:
    Order:
      type: object
      properties:
        «orderItem»:
          type: array
          items: { type: string }
`,
      good: `openapi: 3.1.0
components:
  schemas:
    Order:
      type: object
      properties:
        orderItems:
          type: array
          items: { type: string }
`,
    },
  ],
  on: ['openapi.schema'],
  having: ['items'],
  *check(schema, _scope, { nouns, allowed }) {
    if (schema.role !== 'property' || soleType(schema) !== 'array') return;
    const name = schema.name?.value ?? '';
    if (allowed.includes(name)) return;
    const words = wordsOf(name);
    if (holders.has(words.at(-1) ?? '') || words.some((word) => joining.has(word))) return;
    const plural = pluralSegment(name, new Set(nouns));
    if (plural === undefined) return;
    yield {
      span: schema.anchor,
      message: `${namedTitle(schema)} is a list called by the singular. Call it “${plural}”.`,
      cause: { key: 'singular', message: (count: number) => `${count} lists are called by the singular.` },
    };
  },
});

/** What holds many itself, or names one row of values. */
const holders: ReadonlySet<string> = wordSet(
  'list set array map collection group batch queue stack tree history log path range row column vector matrix pair sequence series bundle chain family schedule calendar record order route table text content patch transcript sentence scope address position location',
);

/** “filterByTag”, “sort_by”, “notInGroup” */
const joining: ReadonlySet<string> = wordSet('by in of not any all with without per has is');
