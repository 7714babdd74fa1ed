import { nativeTypeOf } from '#core/prisma/field.ts';
import type { PrismaField } from '#core/prisma/model.ts';
import type { Provider } from '#core/prisma/provider.ts';

/** How many characters a column holds, and whether its schema says so; otherwise the provider's default holds. */
export interface ColumnLength {
  readonly length: number;
  readonly isSaid: boolean;
}

/** The length of a text column; undefined where it holds any, or nobody can tell. */
export function columnLength(field: PrismaField, provider: Provider | undefined): ColumnLength | undefined {
  if (field.type.value !== 'String' || field.isList) return undefined;
  const native = nativeTypeOf(field);
  if (native === undefined) {
    const length = provider === undefined ? undefined : defaultLengths.get(provider);
    return length === undefined ? undefined : { length, isSaid: false };
  }
  if (native.name === 'TinyText') return { length: 255, isSaid: true };
  const length = Number(native.args[0]);
  const isBounded = bounded.has(native.name) && Number.isInteger(length) && length > 0;
  return isBounded ? { length, isSaid: true } : undefined;
}

const bounded: ReadonlySet<string> = new Set(['VarChar', 'Char', 'NVarChar', 'NChar', 'String']);

/** Prisma's documentation, “Type mapping” of each connector: `varchar(191)`, `nvarchar(1000)`. */
const defaultLengths: ReadonlyMap<Provider, number> = new Map([
  ['mysql', 191],
  ['sqlserver', 1000],
]);
