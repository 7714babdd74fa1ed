import { isScalarType, type ScalarType } from '#core/prisma/field.ts';
import type { Provider } from '#core/prisma/provider.ts';

/** A type of the database that a field may ask for: `@db.VarChar(255)`. */
export interface KnownNativeType {
  readonly name: string;
  /** Usual arguments, as they are written; empty where it takes none. */
  readonly args: readonly string[];
  /** True where it cannot be written without them. */
  readonly needsArgs: boolean;
}

type Table = { readonly [T in ScalarType]?: string };

/**
 * Prisma's documentation, “Fields & types”: by the type of the field, the usual ones first. Round brackets hold arguments that must
 * be given, square ones those that may be.
 */
const tables: { readonly [P in Provider]: Table } = {
  postgresql: {
    String: 'Text VarChar[255] Char[10] Uuid Citext Inet Xml Bit[8] VarBit[8]',
    Boolean: 'Boolean',
    Int: 'Integer SmallInt Oid',
    BigInt: 'BigInt',
    Float: 'DoublePrecision Real',
    Decimal: 'Decimal[10,2] Money',
    DateTime: 'Timestamptz[3] Timestamp[3] Date Time[3] Timetz[3]',
    Json: 'JsonB Json',
    Bytes: 'ByteA',
  },
  mysql: {
    String: 'VarChar(255) Text Char(10) MediumText LongText TinyText',
    Boolean: 'TinyInt Bit(1) UnsignedTinyInt',
    Int: 'Int UnsignedInt SmallInt UnsignedSmallInt MediumInt UnsignedMediumInt TinyInt UnsignedTinyInt Year',
    BigInt: 'BigInt UnsignedBigInt',
    Float: 'Double Float',
    Decimal: 'Decimal[10,2]',
    DateTime: 'DateTime[3] Timestamp[3] Date Time[3]',
    Json: 'Json',
    Bytes: 'Blob LongBlob MediumBlob TinyBlob VarBinary(255) Binary(16) Bit(8)',
  },
  sqlite: {},
  sqlserver: {
    String: 'NVarChar[255] VarChar[255] NChar[10] Char[10] UniqueIdentifier Xml NText Text',
    Boolean: 'Bit',
    Int: 'Int SmallInt TinyInt Bit',
    BigInt: 'BigInt',
    Float: 'Float[53] Real Money SmallMoney',
    Decimal: 'Decimal[10,2]',
    DateTime: 'DateTimeOffset DateTime2 DateTime SmallDateTime Date Time',
    Bytes: 'VarBinary[255] Binary[16] Image',
  },
  mongodb: {
    String: 'ObjectId String',
    Boolean: 'Bool',
    Int: 'Int Long',
    BigInt: 'Long',
    Float: 'Double',
    DateTime: 'Date Timestamp',
    Json: 'Json',
    Bytes: 'BinData ObjectId',
  },
  cockroachdb: {
    String: 'String[255] Char[10] Uuid Inet Bit[8] VarBit[8] CatalogSingleChar',
    Boolean: 'Bool',
    Int: 'Int4 Int2 Oid',
    BigInt: 'Int8',
    Float: 'Float8 Float4',
    Decimal: 'Decimal[10,2]',
    DateTime: 'Timestamptz[3] Timestamp[3] Date Time[3] Timetz[3]',
    Json: 'JsonB',
    Bytes: 'Bytes',
  },
};

/** The types of a database that a field of this type may ask for. */
export function nativeTypesFor(provider: Provider, type: string): readonly KnownNativeType[] {
  const written = isScalarType(type) ? tables[provider][type] : undefined;
  return (written ?? '')
    .split(' ')
    .filter((each) => each !== '')
    .map((each) => {
      const [name = '', args = ''] = each.replace(/[)\]]$/, '').split(/[([]/);
      return { name, args: args === '' ? [] : args.split(','), needsArgs: each.includes('(') };
    });
}
