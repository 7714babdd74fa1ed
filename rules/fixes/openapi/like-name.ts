import { foldedName, toCamelCase, toSnakeCase } from '#core/text/casing.ts';

/** The name a property has where the list is another: `users` for `/users` becomes `orders` for `/orders`, `data` stays. */
export function likeName(name: string, from: string, to: string): string {
  if (foldedName(name) !== foldedName(from)) return name;
  return name.includes('_') ? toSnakeCase(to) : toCamelCase(to);
}
