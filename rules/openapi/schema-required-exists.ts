import type { Schema } from '#core/openapi/model.ts';
import { pointerOf } from '#core/openapi/view.ts';
import { type Cause, type Finding, type Fix, globalRule, type Keyed, type Scope } from '#core/rule.ts';
import { nearestName } from '#core/text/nearest-name.ts';
import type { Span } from '#core/text/span.ts';
import { entriesOf, findEntry } from '#core/tree/tree.ts';
import { validity } from '#rules/checklist.ts';
import { discriminatorName } from '#rules/detectors/openapi/discriminator.ts';
import {
  incompleteParts,
  missingProperties,
  objectParts,
  type RequiredName,
} from '#rules/detectors/openapi/required-properties.ts';
import { writtenTypes } from '#rules/detectors/openapi/schema-types.ts';
import { factsOfKind } from '#rules/facts-of-kind.ts';
import { schemaName } from '#rules/schema-name.ts';
import { jsonSchema, openApi } from '#rules/sources.ts';
import { wordSet } from '#rules/words/word-list.ts';

export const schemaRequiredExists = globalRule({
  id: 'openapi/schema-required-exists',
  summary: 'Require properties that the schema describes.',
  why: 'A name in `required` that no property has is mostly misspelt: clients must send what nobody describes, and what was meant to be required is not.',
  item: validity,
  references: [openApi('Schema Object', 'schema-object'), jsonSchema('6.5.3')],
  severity: 'warning',
  recommended: true,
  examples: [
    {
      title: 'A misspelt name',
      bad: `openapi: 3.1.0
components:
  schemas:
    Customer:
      type: object
      required: [id, «nam»]
      properties:
        id: { type: string }
        name: { type: string }
`,
      good: `openapi: 3.1.0
components:
  schemas:
    Customer:
      type: object
      required: [id, name]
      properties:
        id: { type: string }
        name: { type: string }
`,
    },
    {
      title: 'A property that has gone',
      bad: `swagger: '2.0'
definitions:
  Order:
    allOf:
      - $ref: '#/definitions/Base'
      - type: object
        required:
          - id
          - «customer»
        properties:
          total: { type: number }
  Base:
    type: object
    properties:
      id: { type: string }
`,
      good: `swagger: '2.0'
definitions:
  Order:
    allOf:
      - $ref: '#/definitions/Base'
      - type: object
        required:
          - id
        properties:
          total: { type: number }
  Base:
    type: object
    properties:
      id: { type: string }
`,
    },
  ],
  on: ['openapi.schema'],
  gather(schema, scope): Iterable<RequiredFact> {
    // Branches are judged with what they are branches of.
    if (schema.role === 'branch' || !entriesOf(schema.tree).some(({ key }) => tells.has(key.value))) return none;
    return [...missingFacts(schema, scope), ...includedFacts(schema, scope)];
  },
  *compare(facts) {
    const known = new Set(factsOfKind(facts, 'included').flatMap(({ value }) => value.names));
    for (const { section, value } of factsOfKind(facts, 'missing')) {
      if (!known.has(value.name)) yield { section, value: missingFinding(value) };
    }
  },
});

const none: readonly RequiredFact[] = [];

/** Keywords without which a schema requires nothing. */
const tells = wordSet('required dependentRequired allOf anyOf oneOf then else dependentSchemas $ref');

type RequiredFact = MissingFact | IncludedFact;

/** A required name that nothing in its schema describes. */
interface MissingFact extends Keyed {
  readonly kind: 'missing';
  readonly span: Span;
  readonly name: string;
  /** How the schema is called. */
  readonly title: string;
  /** The property that is meant. */
  readonly meant: string | undefined;
  readonly uri: string;
  /** The item of the list. */
  readonly pointer: readonly string[];
}

/** A schema that is part of another one, which describes some of the names that it misses. */
interface IncludedFact extends Keyed {
  readonly kind: 'included';
  readonly names: readonly string[];
}

function* missingFacts(schema: Schema, scope: Scope): Iterable<MissingFact> {
  const missing = missingProperties(schema, scope).filter(({ owner }) => mayBeObject(owner));
  if (missing.length === 0) return;
  const { properties, required } = objectParts(schema, scope);
  const free = [...properties].filter((name) => required.every((one) => one.name.value !== name));
  const told = discriminatorName(schema)?.value;
  const name = schemaName(schema);
  for (const one of missing) {
    if (one.name.value !== told)
      yield missingFact(one, { key: keyOf(schema), title: name === undefined ? 'This schema' : `“${name}”`, free });
  }
}

function missingFact(
  { name, steps, owner }: RequiredName,
  of: { key: string; title: string; free: readonly string[] },
): MissingFact {
  return {
    kind: 'missing',
    key: of.key,
    section: owner.section,
    span: name.span,
    name: name.value,
    title: of.title,
    meant: nearestName(name.value, of.free),
    uri: owner.section.uri,
    pointer: [...pointerOf(owner.location), ...steps],
  };
}

/** What a schema adds to those it includes. */
function* includedFacts(schema: Schema, scope: Scope): Iterable<IncludedFact> {
  const parts = incompleteParts(schema, scope);
  if (parts.length === 0) return;
  const { properties } = objectParts(schema, scope);
  for (const part of parts) {
    const names = missingProperties(part, scope).map(({ name }) => name.value);
    const known = names.filter((name) => properties.has(name));
    if (known.length > 0) yield { kind: 'included', key: keyOf(part), names: known };
  }
}

function keyOf({ section, location }: Schema): string {
  return JSON.stringify([section.uri, ...pointerOf(location)]);
}

/** Another rule tells of keywords that do not fit the type. */
function mayBeObject(schema: Schema): boolean {
  const types = writtenTypes(schema);
  return types === undefined ? findEntry(schema.tree, 'type') === undefined : types.includes('object');
}

function missingFinding({ span, name, title, meant, uri, pointer, key }: MissingFact): Finding {
  const remove = { kind: 'remove', uri, pointer, prune: true } as const;
  const removal: Fix = { title: `Do not require “${name}”`, safety: 'review', changes: [remove] };
  const question = meant === undefined ? '' : `; is “${meant}” meant?`;
  const message = `${title} requires “${name}”, which is none of its properties${question === '' ? '.' : question}`;
  const cause = causeOf(key, title);
  if (meant === undefined) return { span, message, fixes: [removal], cause };
  const set = { kind: 'set', uri, pointer, value: meant } as const;
  return {
    span,
    message,
    fixes: [{ title: `Require “${meant}” instead`, safety: 'review', changes: [set] }, removal],
    cause,
  };
}

function causeOf(key: string, title: string): Cause {
  return { key, message: (count) => `${title} requires ${count} names that none of its properties has.` };
}
