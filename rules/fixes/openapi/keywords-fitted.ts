import type { Schema } from '#core/openapi/model.ts';
import { locatedStrings } from '#core/openapi/read/located-strings.ts';
import type { ValueKind } from '#core/openapi/spec/keyword-types.ts';
import { pointerOf } from '#core/openapi/view.ts';
import type { Fix } from '#core/rule.ts';
import { entriesOf, findEntry, findValue } from '#core/tree/tree.ts';
import { arrayAround } from '#rules/detectors/openapi/array-around.ts';
import { quotedList } from '#rules/quoted-list.ts';

/** One keyword at least. */
export type Keywords = readonly [string, ...string[]];

/** Takes keywords away. */
export function removal({ section, location }: Schema, keywords: Keywords): Fix {
  const change = (keyword: string) =>
    ({ kind: 'remove', uri: section.uri, pointer: [...pointerOf(location), keyword] }) as const;
  return { title: `Remove ${quotedList(keywords)}`, safety: 'review', changes: mapped(keywords, change) };
}

/** Gives a schema the type that its keywords speak of; undefined where values that are written beside show the other one. */
export function retyped({ section, location, tree }: Schema, kind: ValueKind): Fix | undefined {
  if (telling.some((key) => findEntry(tree, key) !== undefined)) return undefined;
  const names = new Set(entriesOf(findValue(tree, 'properties')).map(({ key }) => key.value));
  const required = kind === 'object' ? locatedStrings(findValue(tree, 'required')) : [];
  if (required.some(({ value }) => !names.has(value))) return undefined;
  const change = { kind: 'set', uri: section.uri, pointer: [...pointerOf(location), 'type'], value: kind } as const;
  return { title: `Change the type to “${kind}”`, safety: 'review', changes: [change] };
}

const telling = ['default', 'example', 'examples', 'enum', 'const'];

/** The length of an array is the number of its items; undefined where that is said already. */
export function respelled(
  { section, location, tree }: Schema,
  keywords: Keywords,
  types: readonly string[],
): Fix | undefined {
  const inItems = (keyword: string): string => keyword.replace('Length', 'Items');
  const meant = mapped(keywords, inItems);
  const isLength = types.includes('array') && keywords.every((keyword) => keyword.endsWith('Length'));
  if (!isLength || meant.some((keyword) => findEntry(tree, keyword) !== undefined)) return undefined;
  const change = (keyword: string) =>
    ({ kind: 'rename', uri: section.uri, pointer: [...pointerOf(location), keyword], name: inItems(keyword) }) as const;
  return { title: `Write ${quotedList(meant)} instead`, safety: 'review', changes: mapped(keywords, change) };
}

/** Requires of the items what was required of their array; undefined where they have no such properties, or say themselves what they require. */
export function requiredOfItems({ section, location, tree }: Schema, keywords: Keywords): Fix | undefined {
  const items = findValue(tree, 'items');
  if (keywords.length > 1 || keywords[0] !== 'required' || items?.kind !== 'map') return undefined;
  if (['required', '$ref'].some((key) => findEntry(items, key) !== undefined)) return undefined;
  const names = new Set(entriesOf(findValue(items, 'properties')).map(({ key }) => key.value));
  if (locatedStrings(findValue(tree, 'required')).some(({ value }) => !names.has(value))) return undefined;
  const pointer = pointerOf(location);
  const to = [...pointer, 'items', 'required'];
  const change = { kind: 'move', uri: section.uri, pointer: [...pointer, 'required'], to } as const;
  return { title: 'Move “required” to the items', safety: 'review', changes: [change] };
}

/** What was said of the number of items is said of the array they belong to; undefined where that says it itself, or there is none. */
export function liftedToArray({ section, location }: Schema, keywords: Keywords): Fix | undefined {
  const around = arrayAround(location);
  if (around === undefined || !keywords.every((keyword) => countsItems.has(keyword))) return undefined;
  if (keywords.some((keyword) => findEntry(around, keyword) !== undefined)) return undefined;
  const pointer = pointerOf(location);
  const to = (keyword: string) => [...pointer.slice(0, -1), keyword];
  const change = (keyword: string) =>
    ({ kind: 'move', uri: section.uri, pointer: [...pointer, keyword], to: to(keyword) }) as const;
  return { title: `Move ${quotedList(keywords)} to the array`, safety: 'review', changes: mapped(keywords, change) };
}

const countsItems: ReadonlySet<string> = new Set(['minItems', 'maxItems', 'uniqueItems']);

/** What a list of one or more becomes, item by item. */
export function mapped<T, U>([first, ...others]: readonly [T, ...T[]], map: (value: T) => U): readonly [U, ...U[]] {
  return [map(first), ...others.map(map)];
}
