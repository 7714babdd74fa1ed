import { nativeTypeOf } from '#core/prisma/field.ts';
import type { PrismaField } from '#core/prisma/model.ts';
import type { Provider } from '#core/prisma/provider.ts';

/** The numbers a column holds: both ends, and how many decimal places. */
export interface ColumnRange {
  readonly least: number;
  readonly most: number;
  /** Undefined where it keeps any. */
  readonly places: number | undefined;
}

/** What fits into a column of whole numbers, or of decimals whose digits are said; undefined where nobody can tell. */
export function columnRange(field: PrismaField, provider: Provider | undefined): ColumnRange | undefined {
  if (field.isList) return undefined;
  const native = nativeTypeOf(field);
  if (field.type.value === 'Decimal') return native && decimalRange(native.args);
  if (field.type.value !== 'Int') return undefined;
  if (native !== undefined) return wholeRange(native.name, provider);
  return provider !== undefined && fourBytes.has(provider) ? signed(32) : undefined;
}

/** Prisma's documentation, “Type mapping”: where `Int` has four bytes. */
const fourBytes: ReadonlySet<Provider> = new Set(['postgresql', 'mysql', 'sqlserver']);

function decimalRange([digits, scale = '0']: readonly string[]): ColumnRange | undefined {
  const [all, places] = [Number(digits), Number(scale)];
  if (!Number.isInteger(all) || !Number.isInteger(places) || all - places > 15 || all < places) return undefined;
  const most = Number((10 ** (all - places) - 10 ** -places).toFixed(places));
  return { least: -most, most, places };
}

function wholeRange(type: string, provider: Provider | undefined): ColumnRange | undefined {
  if (type === 'TinyInt') return provider === 'sqlserver' ? unsigned(8) : signed(8);
  const bits = bitsOf.get(type.replace(/^Unsigned/, ''));
  if (bits === undefined) return undefined;
  return type.startsWith('Unsigned') ? unsigned(bits) : signed(bits);
}

const bitsOf: ReadonlyMap<string, number> = new Map([
  ['TinyInt', 8],
  ['SmallInt', 16],
  ['Int2', 16],
  ['MediumInt', 24],
  ['Int', 32],
  ['Int4', 32],
  ['Integer', 32],
]);

function signed(bits: number): ColumnRange {
  return { least: -(2 ** (bits - 1)), most: 2 ** (bits - 1) - 1, places: undefined };
}

function unsigned(bits: number): ColumnRange {
  return { least: 0, most: 2 ** bits - 1, places: undefined };
}
