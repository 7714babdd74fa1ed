import { nativeTypeOf } from '#core/prisma/field.ts';
import type { PrismaField } from '#core/prisma/model.ts';
import type { Provider } from '#core/prisma/provider.ts';

/** A database that is told of changes in SQL. */
export type SqlProvider = Exclude<Provider, 'mongodb'>;

/** What Prisma makes of a scalar without a native type. Source: Prisma schema reference, Model field scalar types. */
const usual: { readonly [P in SqlProvider]: { readonly [scalar: string]: string } } = {
  postgresql: {
    String: 'TEXT',
    Boolean: 'BOOLEAN',
    Int: 'INTEGER',
    BigInt: 'BIGINT',
    Float: 'DOUBLE PRECISION',
    Decimal: 'DECIMAL(65,30)',
    DateTime: 'TIMESTAMP(3)',
    Json: 'JSONB',
    Bytes: 'BYTEA',
  },
  cockroachdb: {
    String: 'STRING',
    Boolean: 'BOOL',
    Int: 'INT4',
    BigInt: 'INT8',
    Float: 'FLOAT8',
    Decimal: 'DECIMAL(65,30)',
    DateTime: 'TIMESTAMP(3)',
    Json: 'JSONB',
    Bytes: 'BYTES',
  },
  mysql: {
    String: 'VARCHAR(191)',
    Boolean: 'BOOLEAN',
    Int: 'INTEGER',
    BigInt: 'BIGINT',
    Float: 'DOUBLE',
    Decimal: 'DECIMAL(65,30)',
    DateTime: 'DATETIME(3)',
    Json: 'JSON',
    Bytes: 'LONGBLOB',
  },
  sqlserver: {
    String: 'NVARCHAR(1000)',
    Boolean: 'BIT',
    Int: 'INT',
    BigInt: 'BIGINT',
    Float: 'FLOAT(53)',
    Decimal: 'DECIMAL(32,16)',
    DateTime: 'DATETIME2',
    Json: 'NVARCHAR(max)',
    Bytes: 'VARBINARY(max)',
  },
  sqlite: {
    String: 'TEXT',
    Boolean: 'BOOLEAN',
    Int: 'INTEGER',
    BigInt: 'BIGINT',
    Float: 'REAL',
    Decimal: 'DECIMAL',
    DateTime: 'DATETIME',
    Json: 'JSONB',
    Bytes: 'BLOB',
  },
};

/** Native types whose name in SQL is not the one in the schema in capitals. */
const otherNames: { readonly [native: string]: string } = {
  DoublePrecision: 'DOUBLE PRECISION',
  UnsignedInt: 'INTEGER UNSIGNED',
  UnsignedBigInt: 'BIGINT UNSIGNED',
  UnsignedSmallInt: 'SMALLINT UNSIGNED',
  UnsignedMediumInt: 'MEDIUMINT UNSIGNED',
  UnsignedTinyInt: 'TINYINT UNSIGNED',
};

/** The type of a scalar column in SQL; undefined for enums, and for types that Prisma does not know. */
export function sqlType(field: PrismaField, provider: SqlProvider): string | undefined {
  const native = nativeTypeOf(field);
  const type = usual[provider][field.type.value];
  if (native === undefined || type === undefined) return type;
  const name = otherNames[native.name] ?? native.name.toUpperCase();
  return native.args.length === 0 ? name : `${name}(${native.args.join(',')})`;
}
