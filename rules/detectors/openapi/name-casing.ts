import { toCamelCase, toKebabCase, toPascalCase, toSnakeCase } from '#core/text/casing.ts';
import { casingOfName, type NameCasing } from '#core/text/name-casing.ts';

export type { NameCasing };

/** The casing most of the names have; undefined where none of them tells: `id`, `data`. */
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
