import { isScalarType, nativeTypeOf } from '#core/prisma/field.ts';
import type { PrismaField } from '#core/prisma/model.ts';
import type { Provider } from '#core/prisma/provider.ts';

const numbers = new Set(['Int', 'BigInt', 'Float', 'Decimal']);

/** Types of the database that Prisma casts from no other, each with the type of its fields. */
export const lonelyNatives: ReadonlySet<string> = new Set(['Uuid', 'Inet', 'Xml', 'Bit', 'VarBit']);
export const timesOfDay: ReadonlySet<string> = new Set(['Time', 'Timetz']);

/** What Prisma's own migrations do (schema engine 8.1), seen for every pair of types; of other databases nothing is claimed. */
export function isColumnDropped(former: PrismaField, field: PrismaField, provider: Provider | undefined): boolean {
  if (provider !== 'postgresql' && provider !== 'cockroachdb') return false;
  const [was, is] = [kindOf(former), kindOf(field)];
  const native = nativeTypeOf(field);
  // A list is written into one text, `{a,b}`.
  if (former.isList && !field.isList && is === 'String' && native === undefined) return was === 'enum';
  if (former.isList !== field.isList) return true;
  if (was === 'unsupported' || is === 'unsupported') return false;
  return provider === 'cockroachdb' ? isOtherType(former, field) : isDroppedByPostgresql(former, field);
}

function isDroppedByPostgresql(former: PrismaField, field: PrismaField): boolean {
  const [was, is] = [kindOf(former), kindOf(field)];
  const [native, nativeNow] = [nativeTypeOf(former), nativeTypeOf(field)];
  const [name, nameNow] = [native?.name ?? '', nativeNow?.name ?? ''];
  if (name === 'Bit' && nameNow === 'Bit') return native?.args.join() !== nativeNow?.args.join();
  if (name !== nameNow && lonelyNatives.has(nameNow)) return !(name.endsWith('Bit') && nameNow.endsWith('Bit'));
  if (was === is) return is === 'DateTime' && areTimesApart(name, nameNow);
  return !(numbers.has(was) && numbers.has(is)) && !(is === 'String' && was !== 'enum');
}

/** A time of day has no date, and a date no time. */
function areTimesApart(was: string, is: string): boolean {
  return (timesOfDay.has(was) && !timesOfDay.has(is)) || (was === 'Date' && timesOfDay.has(is));
}

/** What CockroachDB has where nothing is written. */
const usualTypes: ReadonlyMap<string, string> = new Map([
  ['String', 'String()'],
  ['Boolean', 'Bool()'],
  ['Int', 'Int4()'],
  ['BigInt', 'Int8()'],
  ['Float', 'Float8()'],
  ['Decimal', 'Decimal(65,30)'],
  ['DateTime', 'Timestamp(3)'],
  ['Json', 'JsonB()'],
  ['Bytes', 'Bytes()'],
]);

/** Between those alone Prisma casts columns of CockroachDB. */
const castByCockroach: ReadonlySet<string> = new Set(['Int4() String()', 'Int8() Int4()']);

function isOtherType(former: PrismaField, field: PrismaField): boolean {
  const [was, is] = [storedType(former), storedType(field)];
  return was !== is && !castByCockroach.has(`${was} ${is}`);
}

/** `Decimal(10,2)`; one enum is like another, since either may have the name of the other in the database. */
function storedType(field: PrismaField): string {
  const native = nativeTypeOf(field);
  if (native !== undefined) return `${native.name}(${native.args.join()})`;
  return usualTypes.get(field.type.value) ?? 'enum';
}

function kindOf({ type }: PrismaField): string {
  if (isScalarType(type.value)) return type.value;
  return /^\w+$/.test(type.value) ? 'enum' : 'unsupported';
}
