import type { PrismaArgument, PrismaAttribute, PrismaValue } from '#core/prisma/model.ts';
import type { Located } from '#core/text/span.ts';

/** The first attribute of this name (`id`, `db.VarChar`, `index`); undefined when there is none. */
export function attributeOf(
  { attributes }: { readonly attributes: readonly PrismaAttribute[] },
  name: string,
): PrismaAttribute | undefined {
  return attributes.find((attribute) => attribute.name.value === name);
}

/** The argument of this name, or the one at this place among the arguments without a name. */
export function argumentOf(
  { args }: { readonly args: readonly PrismaArgument[] },
  nameOrIndex: string | number,
): PrismaArgument | undefined {
  if (typeof nameOrIndex === 'string') return args.find(({ name }) => name?.value === nameOrIndex);
  return args.filter(({ name }) => name === undefined)[nameOrIndex];
}

/** The decoded text of a string; undefined for any other value. */
export function stringValue(value: PrismaValue | undefined): Located<string> | undefined {
  return value?.kind === 'string' ? { value: value.value, span: value.span } : undefined;
}

/** The words of a path such as `Cascade`, `true` or `address.street`; undefined for any other value. */
export function pathValue(value: PrismaValue | undefined): Located<string> | undefined {
  return value?.kind === 'path' ? { value: value.value, span: value.span } : undefined;
}

/** The items of a list; any other value is a list of one, as Prisma takes it (`@@index(a)`). None without a value. */
export function listValue(value: PrismaValue | undefined): readonly PrismaValue[] {
  if (value === undefined) return [];
  return value.kind === 'list' ? value.items : [value];
}
