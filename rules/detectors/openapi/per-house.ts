import type { HouseErrors } from '#rules/detectors/openapi/house-errors.ts';

/** Remembers what follows from a house, and perhaps from a key: a fix of many places asks for it once for each. */
export function perHouse<T>(make: (house: HouseErrors, key: string) => T): (house: HouseErrors, key?: string) => T {
  const known = new WeakMap<HouseErrors, Map<string, { readonly value: T }>>();
  return (house, key = '') => {
    const own = known.get(house) ?? new Map<string, { readonly value: T }>();
    known.set(house, own);
    const made = own.get(key) ?? { value: make(house, key) };
    own.set(key, made);
    return made.value;
  };
}
