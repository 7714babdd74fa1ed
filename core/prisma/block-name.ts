import { isScalarType } from '#core/prisma/field.ts';
import type { PrismaSection, PrismaView } from '#core/prisma/model.ts';
import type { Located } from '#core/text/span.ts';

/** What a type names in its schema: `User`, or in Prisma 8 `auth.User`. */
export interface BlockName {
  /** The name alone, without what stands before it. */
  readonly name: Located<string>;
  /** The namespace that is written before it. */
  readonly qualifier: string | undefined;
}

/**
 * The block that a type is named by; undefined for types Prisma brings along, `Unsupported("circle")`, constructors with arguments
 * (`pgvector.Vector(1536)`), and what stands in another contract (`supabase:auth.User`).
 */
export function blockNameOf({ value, span }: Located<string>): BlockName | undefined {
  const parts = splitName(value);
  if (parts === undefined) return undefined;
  const { name, qualifier } = parts;
  return { name: { value: name, span: { start: span.end - name.length, end: span.end } }, qualifier };
}

/** The same of a type's text. */
export function splitName(type: string): { readonly name: string; readonly qualifier: string | undefined } | undefined {
  if (isScalarType(type) || type.includes('(') || type.includes(':')) return undefined;
  const [first = '', second, ...rest] = type.split('.');
  if (rest.length > 0 || second === '') return undefined;
  return second === undefined ? { name: first, qualifier: undefined } : { name: second, qualifier: first };
}

/** What tells a block from all others of its kind: `User`, or in a namespace of Prisma 8 `auth.User`. */
export function blockId({ name, section }: Named): string {
  const namespace = namespaceOf(section);
  return namespace === undefined ? name.value : `${namespace}.${name.value}`;
}

/** The name in an id, without its namespace. */
export function bareName(id: string): string {
  return id.slice(id.lastIndexOf('.') + 1);
}

interface Named extends Pick<PrismaView, 'section'> {
  readonly name: Located<string>;
}

/** The name of the namespace that what stands in a section belongs to; undefined where it belongs to none. */
export function namespaceOf({ namespace }: Pick<PrismaSection, 'namespace'>): string | undefined {
  return namespace?.name.value;
}
