import { type Attributed, argumentOf, attributeOf, stringValue } from '#core/prisma/attribute.ts';
import type {
  PrismaAttribute,
  PrismaCompositeType,
  PrismaField,
  PrismaModel,
  PrismaValue,
} from '#core/prisma/model.ts';
import type { Located } from '#core/text/span.ts';

export const scalarTypes = [
  'String',
  'Boolean',
  'Int',
  'BigInt',
  'Float',
  'Decimal',
  'DateTime',
  'Json',
  'Bytes',
] as const;
export type ScalarType = (typeof scalarTypes)[number];

/** True for the types Prisma brings along; false for models, enums, composite and unsupported types. */
export function isScalarType(type: string): type is ScalarType {
  return scalarTypes.some((scalar) => scalar === type);
}

/** The field of this name; undefined when there is none. */
export function fieldOf(
  { fields }: Pick<PrismaModel | PrismaCompositeType, 'fields'>,
  name: string,
): PrismaField | undefined {
  const known = byName.get(fields) ?? indexByName(fields);
  byName.set(fields, known);
  return known.get(name);
}

/** They are asked for by each column of each index and relation. */
const byName = new WeakMap<readonly PrismaField[], ReadonlyMap<string, PrismaField>>();

/** Of two of one name the first counts. */
function indexByName(fields: readonly PrismaField[]): ReadonlyMap<string, PrismaField> {
  return new Map(fields.map((field) => [field.name.value, field] as const).reverse());
}

/** What `@default` gives: `autoincrement()` is a call, an enum value a path; undefined without a default. */
export function defaultOf(field: Attributed): PrismaValue | undefined {
  const attribute = attributeOf(field, 'default');
  if (attribute === undefined) return undefined;
  return (argumentOf(attribute, 0) ?? argumentOf(attribute, 'value'))?.value;
}

/** A database type: `VarChar` with the arguments `10`, of `@db.VarChar(10)`. */
export interface NativeType {
  readonly name: string;
  /** As written; only numbers, strings and paths count. */
  readonly args: readonly string[];
  readonly attribute: PrismaAttribute;
}

/** The type of the first attribute `@<datasource>.Type`; undefined when there is none. */
export function nativeTypeOf(field: PrismaField): NativeType | undefined {
  const isNative = ({ name }: PrismaAttribute): boolean => name.value.includes('.');
  const attribute = field.attributes.find(isNative) ?? field.named?.attributes.find(isNative);
  if (attribute === undefined) return undefined;
  const name = attribute.name.value.slice(attribute.name.value.indexOf('.') + 1);
  return { name, args: attribute.args.flatMap(({ value }) => writtenValue(value)), attribute };
}

/** The name in the database that `@map` or `@@map` gives; undefined where it is the name itself. */
export function mappedName(node: PrismaField | PrismaModel): Located<string> | undefined {
  const attribute = attributeOf(node, 'map');
  if (attribute === undefined) return undefined;
  return stringValue((argumentOf(attribute, 0) ?? argumentOf(attribute, 'name'))?.value);
}

function writtenValue(value: PrismaValue): readonly string[] {
  return value.kind === 'number' || value.kind === 'string' || value.kind === 'path' ? [value.value] : [];
}
