import { defaultOf, nativeTypeOf } from '#core/prisma/field.ts';
import type { PrismaField } from '#core/prisma/model.ts';
import type { Provider } from '#core/prisma/provider.ts';

/** The type a column has in the database. */
export interface ColumnType {
  /** `VarChar`, `Uuid`; the default of the provider where nothing is written. */
  readonly name: string;
  readonly args: readonly string[];
}

/** What Prisma makes of a scalar without a native type. Source: Prisma schema reference, Model field scalar types. */
const defaults: { readonly [P in Provider]?: { readonly [scalar: string]: ColumnType } } = {
  postgresql: { String: type('Text'), Int: type('Integer'), BigInt: type('BigInt') },
  cockroachdb: { String: type('String'), Int: type('Int4'), BigInt: type('Int8') },
  mysql: { String: type('VarChar', '191'), Int: type('Int'), BigInt: type('BigInt') },
  sqlserver: { String: type('NVarChar', '1000'), Int: type('Int'), BigInt: type('BigInt') },
};

/** The type of a column as far as the schema tells; undefined for scalars that are no ids, and where the provider has no native types. */
export function columnTypeOf(field: PrismaField, provider: Provider): ColumnType | undefined {
  const native = nativeTypeOf(field);
  return native === undefined ? defaults[provider]?.[field.type.value] : { name: native.name, args: native.args };
}

/** `VarChar(36)`; in words of the schema. */
export function typeText({ name, args }: ColumnType): string {
  return args.length === 0 ? name : `${name}(${args.join(', ')})`;
}

/** How much a text column holds, in characters; undefined for other types, and for those without end. */
export function lengthOf({ name, args }: ColumnType): number | undefined {
  const length = Number(args[0]);
  return /^(?:N?VarChar|N?Char|String)$/.test(name) && Number.isInteger(length) ? length : undefined;
}

const generated: { readonly [call: string]: number } = { uuid: 36, cuid: 25, ulid: 26, nanoid: 21 };

/** How long the values of a key are that Prisma generates; undefined for others. */
export function generatedLength(field: PrismaField): number | undefined {
  const value = defaultOf(field);
  return value?.kind === 'call' ? generated[value.name] : undefined;
}

/** True where a column of one type cannot hold a foreign key to one of the other: the database refuses the constraint. */
export function refusesForeignKey(own: ColumnType, other: ColumnType, provider: Provider): boolean {
  if (provider === 'sqlserver') return typeText(own) !== typeText(other);
  if (provider === 'mysql' && /Int/.test(own.name)) return own.name !== other.name;
  return familyOf(own) !== familyOf(other);
}

/** Types whose values the database compares. */
function familyOf({ name }: ColumnType): string {
  if (/^(?:N?VarChar|N?Char|String|Text|Citext|TinyText|MediumText|LongText)$/.test(name)) return 'text';
  if (/^(?:Integer|Int|Int4|SmallInt|Int2|BigInt|Int8|Oid)$/.test(name)) return 'whole number';
  return name;
}

function type(name: string, ...args: readonly string[]): ColumnType {
  return { name, args };
}
