import { objectEntries, objectOf, versions } from '#core/openapi/spec/objects-of.ts';
import type { ObjectName, ValueShape } from '#core/openapi/spec/spec.ts';
import { objectNameOf } from '#core/openapi/spec/spec-of.ts';

/** The fields of an object, in any version, that hold things by names of the author's, and what things. */
export function namedThings(object: ObjectName): ReadonlyMap<string, ObjectName> {
  const found = new Map<string, ObjectName>();
  for (const version of versions) {
    for (const [name, { value }] of Object.entries(objectOf(version, object)?.fields ?? {})) {
      const of = value.kind === 'map' ? objectNameOf(value.of) : undefined;
      if (of !== undefined) found.set(name, of);
    }
  }
  return found;
}

/**
 * The fields, of any object in any version, below which keys are the author's: names, or data. What is an object elsewhere is none; but
 * a default value is mostly data.
 */
export function authorsFields(): ReadonlySet<string> {
  const fields = versions.flatMap(objectEntries).flatMap(([, spec]) => Object.entries(spec.fields));
  const objects = new Set(
    fields.flatMap(([name, { value }]) => (value.kind === 'object' && value.of !== 'scopes' ? name : [])),
  );
  const authors = fields.flatMap(([name, { value }]) => (isAuthors(value) && !objects.has(name) ? name : []));
  return new Set([...authors, 'default']);
}

function isAuthors(shape: ValueShape): boolean {
  if (shape.kind === 'list') return shape.of.kind === 'any';
  return shape.kind === 'map' || shape.kind === 'any' || (shape.kind === 'object' && shape.of === 'scopes');
}
