import { nativeTypeOf } from '#core/prisma/field.ts';
import type { PrismaField } from '#core/prisma/model.ts';
import type { Provider } from '#core/prisma/provider.ts';

/** What values a column takes, as far as the schema tells. */
export type ColumnRange =
  /** In characters. */
  | { readonly kind: 'text'; readonly length: number }
  | { readonly kind: 'bytes'; readonly length: number }
  | { readonly kind: 'whole'; readonly least: number; readonly most: number }
  /** Digits before the point and behind it. */
  | { readonly kind: 'decimal'; readonly before: number; readonly behind: number }
  | { readonly kind: 'float'; readonly bits: number }
  | { readonly kind: 'time'; readonly hasZone: boolean; readonly hasTime: boolean };

/** The values that a column takes in this database; undefined where nobody can tell, as for UUIDs and money. */
export function columnRange(field: PrismaField, provider: Provider): ColumnRange | undefined {
  const native = nativeTypeOf(field);
  const [name, args] = [native?.name, native?.args ?? []];
  switch (field.type.value) {
    case 'String':
      return sized('text', name === undefined ? usualTexts[provider] : textLength(name, args, provider));
    case 'Bytes':
      return sized('bytes', name === undefined ? undefined : byteLength(name, args));
    case 'Int':
      return whole(name ?? 'Int', provider);
    case 'BigInt':
      return whole(name ?? 'BigInt', provider);
    case 'Decimal':
      return name === undefined ? usualDecimals[provider] : decimal(name, args);
    case 'Float':
      return name === undefined ? { kind: 'float', bits: 53 } : float(name, args);
    case 'DateTime':
      return time(name ?? '');
    default:
      return undefined;
  }
}

const endless = Number.POSITIVE_INFINITY;

/** What Prisma makes of `String` alone (Prisma's documentation, “Type mapping” of each connector). */
const usualTexts: { readonly [P in Provider]?: number } = {
  postgresql: endless,
  cockroachdb: endless,
  mysql: 191,
  sqlserver: 1000,
};

/** Without an end, or with one that the name alone says (MySQL; in bytes). */
const namedTexts: ReadonlyMap<string, number> = new Map([
  ['Text', endless],
  ['NText', endless],
  ['Citext', endless],
  ['TinyText', 255],
  ['MediumText', 16_777_215],
  ['LongText', 4_294_967_295],
]);

function textLength(name: string, args: readonly string[], provider: Provider): number | undefined {
  if (name === 'Text' && provider === 'mysql') return 65_535;
  const bounded = /^(?:N?VarChar|N?Char|String)$/.test(name);
  return bounded ? written(args[0]) : namedTexts.get(name);
}

const namedBytes: ReadonlyMap<string, number> = new Map([
  ['TinyBlob', 255],
  ['Blob', 65_535],
  ['MediumBlob', 16_777_215],
  ['LongBlob', 4_294_967_295],
]);

function byteLength(name: string, args: readonly string[]): number | undefined {
  return name === 'VarBinary' || name === 'Binary' ? written(args[0]) : namedBytes.get(name);
}

function written(length: string | undefined): number | undefined {
  if (length === 'Max') return endless;
  const number = Number(length);
  return Number.isInteger(number) && number > 0 ? number : undefined;
}

function sized(kind: 'text' | 'bytes', length: number | undefined): ColumnRange | undefined {
  return length === undefined ? undefined : { kind, length };
}

const bitsOfWhole: ReadonlyMap<string, number> = new Map([
  ['TinyInt', 8],
  ['SmallInt', 16],
  ['Int2', 16],
  ['MediumInt', 24],
  ['Int', 32],
  ['Integer', 32],
  ['Int4', 32],
  ['BigInt', 64],
  ['Int8', 64],
]);

function whole(name: string, provider: Provider): ColumnRange | undefined {
  const isUnsigned = name.startsWith('Unsigned') || (name === 'TinyInt' && provider === 'sqlserver');
  const bits = bitsOfWhole.get(name.replace(/^Unsigned/, ''));
  if (bits === undefined) return undefined;
  if (isUnsigned) return { kind: 'whole', least: 0, most: 2 ** bits - 1 };
  return { kind: 'whole', least: -(2 ** (bits - 1)), most: 2 ** (bits - 1) - 1 };
}

const usualDecimal: ColumnRange = { kind: 'decimal', before: 35, behind: 30 };
const usualDecimals: { readonly [P in Provider]?: ColumnRange } = {
  postgresql: usualDecimal,
  cockroachdb: usualDecimal,
  mysql: usualDecimal,
  sqlserver: { kind: 'decimal', before: 16, behind: 16 },
};

function decimal(name: string, [precision, scale = '0']: readonly string[]): ColumnRange | undefined {
  const digits = written(precision);
  const behind = Number(scale);
  if (name !== 'Decimal' || digits === undefined || !Number.isInteger(behind)) return undefined;
  return { kind: 'decimal', before: digits - behind, behind };
}

function float(name: string, [bits]: readonly string[]): ColumnRange | undefined {
  if (name === 'Real' || name === 'Float4' || (name === 'Float' && bits !== undefined && Number(bits) <= 24))
    return { kind: 'float', bits: 24 };
  return name === 'DoublePrecision' || name === 'Double' || name === 'Float8' ? { kind: 'float', bits: 53 } : undefined;
}

function time(name: string): ColumnRange | undefined {
  if (/^Time(?:tz)?$/.test(name)) return undefined;
  return { kind: 'time', hasZone: name === 'Timestamptz' || name === 'DateTimeOffset', hasTime: name !== 'Date' };
}
