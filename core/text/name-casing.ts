import { toCamelCase, toKebabCase, toPascalCase, toSnakeCase } from '#core/text/casing.ts';

/** How identifiers of several words are written. */
export type NameCasing = 'camel' | 'snake' | 'kebab' | 'pascal';

/** The casing of a name; undefined where it does not tell: `id`, `data`. */
export function casingOfName(name: string): NameCasing | undefined {
  if (/^[a-z][a-z\d]*(?:_[a-z\d]+)+$/.test(name)) return 'snake';
  if (/^[a-z][a-z\d]*(?:-[a-z\d]+)+$/.test(name)) return 'kebab';
  if (/^[a-z][a-z\d]*[A-Z]/.test(name)) return 'camel';
  return /^[A-Z][a-z\d]+(?:[A-Z]|$)/.test(name) ? 'pascal' : undefined;
}

/** The casing most of the names have; undefined where none of them tells. */
export function casingOfNames(names: readonly string[]): NameCasing | undefined {
  const counts = new Map<NameCasing, number>();
  for (const name of names) {
    const casing = casingOfName(name);
    if (casing !== undefined) counts.set(casing, (counts.get(casing) ?? 0) + 1);
  }
  return [...counts].sort(([, a], [, b]) => b - a)[0]?.[0];
}

/** `nextCursor` in a casing. */
export function inCasing(identifier: string, casing: NameCasing): string {
  return casings[casing](identifier);
}

const casings = { camel: toCamelCase, snake: toSnakeCase, kebab: toKebabCase, pascal: toPascalCase } as const;
