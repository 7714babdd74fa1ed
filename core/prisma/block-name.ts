import { isScalarType } from '#core/prisma/field.ts';
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
  if (isScalarType(value) || value.includes('(') || value.includes(':')) return undefined;
  const [qualifier, ...rest] = value.split('.');
  const [name = value] = rest;
  if (rest.length > 1 || name === '') return undefined;
  const located = { value: name, span: { start: span.end - name.length, end: span.end } };
  return { name: located, qualifier: rest.length === 0 ? undefined : qualifier };
}
