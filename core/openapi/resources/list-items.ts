import { segmentsOf } from '#core/openapi/effective/path-template.ts';
import { type OwnedProperty, propertiesOf } from '#core/openapi/effective/schema-properties.ts';
import type { Schema } from '#core/openapi/model.ts';
import { lastWord } from '#core/openapi/resources/last-word.ts';
import type { Scope } from '#core/rule.ts';
import { foldedName, wordsOf } from '#core/text/casing.ts';
import { singularOf } from '#core/text/english.ts';

/** The only list of objects. */
export function itemsAmong(
  properties: readonly OwnedProperty[],
  scope: Pick<Scope, 'resolve'>,
): OwnedProperty | undefined {
  const [only, ...others] = properties.filter(({ schema }) => isList(scope.resolve(schema), scope));
  return others.length === 0 ? only : undefined;
}

/** True for an array of objects. */
export function isList(schema: Schema | undefined, scope: Pick<Scope, 'resolve'>): boolean {
  if (schema?.types.includes('array') !== true) return false;
  return isObject(scope.resolve(schema.items));
}

/** True for what has properties, or may have some. */
export function isObject(schema: Schema | undefined): boolean {
  if (schema === undefined) return false;
  return schema.types.includes('object') || schema.properties.length > 0 || schema.allOf.length > 0;
}

/** The names of the properties that the items of a list have. */
export function namesInItems({ schema }: OwnedProperty, scope: Pick<Scope, 'resolve'>): ReadonlySet<string> {
  const items = scope.resolve(scope.resolve(schema)?.items);
  return new Set(items && propertiesOf(items, scope).map(({ name }) => name.value));
}

/** True for a name that any list may have, and for that of what the path names: `lineItems` for `/items`. */
export function isNamedAs(name: string, path: string): boolean {
  if (itemsNames.has(foldedName(name))) return true;
  const noun = segmentsOf(path).findLast((segment) => !segment.includes('{'));
  const last = singularOf(lastWord(noun));
  return last !== '' && wordsOf(name).some((word) => singularOf(word) === last);
}

const itemsNames = new Set(
  'data items results result records values value entries elements objects rows list content contents nodes edges hits documents docs collection'.split(
    ' ',
  ),
);

/** `{ keys: [{ kty, … }] }` is how the keys of a server are published (RFC 7517 §5). */
export function isKeySet(items: OwnedProperty, scope: Pick<Scope, 'resolve'>): boolean {
  return items.name.value === 'keys' && namesInItems(items, scope).has('kty');
}
