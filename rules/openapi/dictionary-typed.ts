import type { Schema } from '#core/openapi/model.ts';
import { type Cause, type Finding, localRule, type Scope } from '#core/rule.ts';
import { wordsOf } from '#core/text/casing.ts';
import { entriesOf, findEntry, findValue } from '#core/tree/tree.ts';
import { documentationFormats } from '#rules/checklist.ts';
import { soleType } from '#rules/detectors/openapi/schema-types.ts';
import { schemaTitle } from '#rules/schema-name.ts';
import { openApi } from '#rules/sources.ts';
import { wordSet } from '#rules/words/word-list.ts';

export const dictionaryTyped = localRule({
  id: 'openapi/dictionary-typed',
  summary: 'Say what the values of a map are.',
  why: 'An object with neither properties nor a schema for its values may hold anything: nothing can be generated, checked or relied on.',
  item: documentationFormats,
  references: [openApi('Model with Map/Dictionary Properties', 'model-with-map-dictionary-properties')],
  severity: 'info',
  recommended: false,
  examples: [
    {
      title: 'A map of anything',
      bad: `openapi: 3.1.0
components:
  schemas:
    Order:
      type: object
      properties:
        totals:
          type: object
          description: By currency.
          «additionalProperties»: true
`,
      good: `openapi: 3.1.0
components:
  schemas:
    Order:
      type: object
      properties:
        totals:
          type: object
          description: By currency.
          additionalProperties: { type: string, format: decimal }
`,
    },
  ],
  on: ['openapi.schema'],
  having: ['type'],
  check(schema, scope) {
    const isAsked = soleType(schema) === 'object' && schema.role !== 'branch' && !isOpen(schema);
    return isAsked && !isDescribed(schema, scope) ? [open(schema)] : none;
  },
});

const none: readonly Finding[] = [];

function open(schema: Schema): Finding {
  const span = findEntry(schema.tree, 'additionalProperties')?.key.span ?? schema.anchor;
  const title = schemaTitle(schema);
  return {
    span,
    message: `Nothing says what ${title} holds. Describe its properties, or the values of the map.`,
    cause,
  };
}

const cause: Cause = {
  key: 'open',
  message: (count) => `Nothing says what ${count} objects hold. Describe their properties, or the values of the maps.`,
};

/** These say what is in it, or that nobody knows. */
const telling = [
  'properties',
  'allOf',
  'oneOf',
  'anyOf',
  'not',
  'patternProperties',
  'propertyNames',
  'unevaluatedProperties',
  'enum',
  'const',
  'maxProperties',
  'discriminator',
];

function isDescribed(schema: Schema, scope: Scope): boolean {
  if (telling.some((keyword) => findEntry(schema.tree, keyword) !== undefined)) return true;
  const { additionalProperties } = schema;
  if (additionalProperties === false) return true;
  if (additionalProperties === undefined || additionalProperties === true) return false;
  const value = findValue(schema.tree, 'additionalProperties');
  return scope.resolve(additionalProperties) === undefined || entriesOf(value).length > 0;
}

/** What callers put there, or pass on, is theirs. */
function isOpen({ name }: Schema): boolean {
  return wordsOf(name?.value ?? '').some((word) => openWords.has(word));
}

const openWords: ReadonlySet<string> = wordSet(
  'any arbitrary attributes claims config configuration context custom data details extension extensions extra extras freeform headers input json meta metadata options output params parameters payload preferences properties props raw settings tags traits values variables',
);
