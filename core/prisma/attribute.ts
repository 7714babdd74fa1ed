import type { NamedTypeUse, PrismaArgument, PrismaAttribute, PrismaValue, PrismaView } from '#core/prisma/model.ts';
import type { Located } from '#core/text/span.ts';

/** The first attribute of this name (`id`, `db.VarChar`, `index`), of the field or of its named type; undefined when there is none. */
export function attributeOf(holder: Attributed, name: string): PrismaAttribute | undefined {
  const isMeant = (attribute: PrismaAttribute): boolean => attribute.name.value === name;
  return holder.attributes.find(isMeant) ?? holder.named?.attributes.find(isMeant);
}

/** What has attributes. */
export interface Attributed {
  readonly attributes: readonly PrismaAttribute[];
  readonly named?: NamedTypeUse;
}

/** An attribute as it is written; empty without one. */
export function attributeText(
  { section }: Pick<PrismaView, 'section'>,
  attribute: PrismaAttribute | undefined,
): string {
  if (attribute === undefined) return '';
  return attribute.written ?? section.text.slice(attribute.span.start, attribute.span.end);
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
