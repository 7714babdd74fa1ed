import { combinedSchemas, ownProperties } from '#core/openapi/effective/schema-properties.ts';
import type { MediaType, OrReference, Schema } from '#core/openapi/model.ts';
import type { Scope } from '#core/rule.ts';
import { findEntry } from '#core/tree/tree.ts';

/** Whether a body has a place. `missing` tells the first step that leads nowhere, and what there is instead of it. */
export type Described =
  | { readonly kind: 'found' | 'unknown' }
  | { readonly kind: 'missing'; readonly at: number; readonly instead: readonly string[] };

/** Whether a body of these media types has the place a pointer leads to. What one of them may have is there. */
export function describedAt(
  content: readonly MediaType[],
  pointer: readonly string[],
  scope: Pick<Scope, 'resolve'>,
): Described {
  const all = content.map(({ schema }) => (schema === undefined ? unknown : describedIn(schema, pointer, 0, scope)));
  const known = all.find(({ kind }) => kind === 'found') ?? all.find(({ kind }) => kind === 'unknown');
  return known ?? all[0] ?? unknown;
}

const found: Described = { kind: 'found' };
const unknown: Described = { kind: 'unknown' };

/** Where these stand a schema may have more than it lists. */
const openKeywords = [
  'oneOf',
  'anyOf',
  'not',
  'if',
  'dependentSchemas',
  'patternProperties',
  'unevaluatedProperties',
  '$dynamicRef',
  '$recursiveRef',
  'discriminator',
];

function describedIn(
  schema: OrReference<Schema>,
  pointer: readonly string[],
  at: number,
  scope: Pick<Scope, 'resolve'>,
): Described {
  const step = pointer[at];
  if (step === undefined) return found;
  const parts = combinedSchemas(schema, scope);
  const types = new Set(parts.flatMap(({ types: each }) => each));
  if (types.has('array')) return inList(parts, pointer, at, scope);
  const properties = parts.flatMap((part) => ownProperties(part, scope));
  const owned = properties.find(({ name }) => name.value === step);
  if (owned !== undefined) return describedIn(owned.schema, pointer, at + 1, scope);
  const isOpen = parts.some(isOpenSchema) || hasLost(parts, scope);
  if (properties.length > 0 && !isOpen)
    return { kind: 'missing', at, instead: properties.map(({ name }) => name.value) };
  const isPlain = types.size > 0 && !types.has('object') && !isOpen && properties.length === 0;
  return isPlain ? { kind: 'missing', at, instead: [] } : unknown;
}

function inList(
  parts: readonly Schema[],
  pointer: readonly string[],
  at: number,
  scope: Pick<Scope, 'resolve'>,
): Described {
  const items = parts.find((part) => part.items !== undefined)?.items;
  const isIndex = /^(?:0|[1-9]\d*|-)$/.test(pointer[at] ?? '');
  if (items === undefined || parts.some(({ types }) => types.includes('object'))) return unknown;
  return isIndex ? describedIn(items, pointer, at + 1, scope) : { kind: 'missing', at, instead: [] };
}

function isOpenSchema({ tree, additionalProperties }: Schema): boolean {
  if (additionalProperties !== undefined && additionalProperties !== false) return true;
  return openKeywords.some((keyword) => findEntry(tree, keyword) !== undefined);
}

/** True where a part that is included leads nowhere. */
function hasLost(parts: readonly Schema[], scope: Pick<Scope, 'resolve'>): boolean {
  return parts.some(({ allOf }) => allOf.some((part) => scope.resolve(part) === undefined));
}
