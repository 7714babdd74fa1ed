import type { Schema } from '#core/openapi/model.ts';
import type { PrismaEnum } from '#core/prisma/model.ts';
import { foldedName, toCamelCase, toKebabCase, toPascalCase, toSnakeCase } from '#core/text/casing.ts';

/** How the values an API lists differ from those a Prisma enum has; casing and separators make no difference. */
export interface EnumDrift {
  /** Values of the database the API does not list, in the casing of the API. */
  readonly unlisted: readonly string[];
  /** Values the API lists and the database does not have. */
  readonly unknown: readonly string[];
}

/** Compares the two; undefined where they agree, and where they share so little that they are two things. */
export function enumDrift(listed: readonly string[], { values }: PrismaEnum): EnumDrift | undefined {
  const stored = values.map(({ name, mapped }) => [name.value, mapped ?? name.value] as const);
  const keys = new Set(listed.map(foldedName));
  const isListed = (names: readonly string[]): boolean => names.some((name) => keys.has(foldedName(name)));
  const known = new Set(stored.flat().map(foldedName));
  const unlisted = stored.filter((names) => !isListed(names)).map(([name]) => name);
  const unknown = listed.filter((value) => !known.has(foldedName(value)));
  const shared = stored.length - unlisted.length;
  const isSame = shared >= 2 && shared >= Math.min(listed.length, stored.length) / 2;
  if (!isSame || unlisted.length + unknown.length === 0) return undefined;
  // Where each side has several of its own, and more than both have, one is translated into the other.
  const isTranslated = unlisted.length > 1 && unknown.length > 1 && unlisted.length + unknown.length > shared;
  if (isTranslated) return undefined;
  const casing = casingOf(
    stored.flatMap(([name]) => (isListed([name]) ? [name] : [])),
    listed,
  );
  return { unlisted: unlisted.map(casing), unknown };
}

/** The texts a schema lists; undefined when it lists none, is marked as extensible, or as a subset. */
export function listedValues({ enum: values, tree }: Schema): readonly string[] | undefined {
  if (values === undefined || tree.kind !== 'map') return undefined;
  const isOpen = tree.entries.some(({ key }) => key.value === 'x-extensible-enum' || key.value === 'x-subset');
  const texts = values.flatMap(({ value }) => (typeof value === 'string' ? [value] : []));
  return isOpen || texts.length < 2 ? undefined : texts;
}

const casings = [
  (name: string) => name,
  (name: string) => name.toLowerCase(),
  (name: string) => name.toUpperCase(),
  toSnakeCase,
  toKebabCase,
  toCamelCase,
  toPascalCase,
  (name: string) => toSnakeCase(name).toUpperCase(),
] as const;

/** The casing that makes the API's values of the names both sides know; as written when none does. */
function casingOf(names: readonly string[], listed: readonly string[]): (name: string) => string {
  return casings.find((casing) => names.every((name) => listed.includes(casing(name)))) ?? casings[0];
}
