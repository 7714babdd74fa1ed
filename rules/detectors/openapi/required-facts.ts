import type { Schema } from '#core/openapi/model.ts';
import { pointerOf } from '#core/openapi/view.ts';
import type { Keyed, Scope } from '#core/rule.ts';
import { nearestName } from '#core/text/nearest-name.ts';
import type { Span } from '#core/text/span.ts';
import { findEntry } from '#core/tree/tree.ts';
import { discriminatorName } from '#rules/detectors/openapi/discriminator.ts';
import {
  incompleteParts,
  missingProperties,
  objectParts,
  type RequiredName,
} from '#rules/detectors/openapi/required-properties.ts';
import { writtenTypes } from '#rules/detectors/openapi/schema-types.ts';
import { schemaName } from '#rules/schema-name.ts';

/** Keywords without which a schema requires nothing. */
export const requiringKeywords = [
  'required',
  'dependentRequired',
  'allOf',
  'anyOf',
  'oneOf',
  'then',
  'else',
  'dependentSchemas',
  '$ref',
] as const;

export type RequiredFact = MissingFact | IncludedFact;

/** A required name that nothing in its schema describes. */
export interface MissingFact extends Keyed {
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

/** What a schema requires in vain, and what it adds to those it includes. */
export function requiredFacts(schema: Schema, scope: Scope): Iterable<RequiredFact> {
  // Branches are judged with what they are branches of.
  if (schema.role === 'branch') return none;
  return [...missingFacts(schema, scope), ...includedFacts(schema, scope)];
}

const none: readonly RequiredFact[] = [];

const mostSlips = 10;
const shortestSlip = 3;

function* missingFacts(schema: Schema, scope: Scope): Iterable<MissingFact> {
  const missing = missingProperties(schema, scope).filter(({ owner }) => mayBeObject(owner));
  if (missing.length === 0) return;
  const { properties, required } = objectParts(schema, scope);
  const taken = new Set(required.map((one) => one.name.value));
  // Of many names that are missing none is a slip.
  const free = missing.length > mostSlips ? [] : [...properties].filter((name) => !taken.has(name));
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
    // Of shorter names nobody can tell what they are meant to be.
    meant: name.value.length < shortestSlip ? undefined : nearestName(name.value, of.free),
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
