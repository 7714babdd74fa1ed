import type { PlainValue } from '#core/tree/tree.ts';

/** True when two values mean the same; the order of keys does not count. */
export function equalValues(a: PlainValue, b: PlainValue): boolean {
  if (Object.is(a, b)) return true;
  if (isList(a)) return isList(b) && a.length === b.length && a.every((item, index) => equalOptional(item, b[index]));
  if (!isMap(a) || !isMap(b)) return false;
  const keys = Object.keys(a);
  return keys.length === Object.keys(b).length && keys.every((key) => equalOptional(a[key], ownValue(b, key)));
}

/** True for a plain list; narrows a read-only array where `Array.isArray` does not. */
export function isList(value: PlainValue): value is readonly PlainValue[] {
  return Array.isArray(value);
}

/** True for a plain map. */
export function isMap(value: PlainValue | undefined): value is { readonly [key: string]: PlainValue } {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function ownValue(map: { readonly [key: string]: PlainValue }, key: string): PlainValue | undefined {
  return Object.hasOwn(map, key) ? map[key] : undefined;
}

function equalOptional(a: PlainValue | undefined, b: PlainValue | undefined): boolean {
  return a !== undefined && b !== undefined && equalValues(a, b);
}
