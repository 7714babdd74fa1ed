import type { PlanStep } from '#rules/migration/plan-step.ts';
import type { SqlDialect } from '#rules/migration/sql-dialect.ts';
import { quoted } from '#rules/migration/sql-quote.ts';
import type { SqlProvider } from '#rules/migration/sql-type.ts';
import type { ColumnView } from '#rules/migration/table-view.ts';

/** A column whose type is another one. */
export interface RetypedColumn {
  /** `User.name`, as it is told. */
  readonly name: string;
  readonly before: ColumnView;
  readonly after: ColumnView;
  readonly tableThen: string;
  readonly tableNow: string;
}

/** What is done to give a column another type: at once where all values fit, after a look through them where some may not. */
export function planRetyped(column: RetypedColumn, dialect: SqlDialect, provider: SqlProvider): readonly PlanStep[] {
  const { name, before, after, tableThen, tableNow } = column;
  const types = `${name}: ${before.type ?? before.kind} before, ${after.type ?? after.kind} now.`;
  if (after.type === undefined || areApart(before, after)) return [byHand(types)];
  const isCast = !(isText(before) && isText(after));
  const fit = fitOf(before, after);
  if (fit === 'wider') {
    const { isOptional } = before;
    const sql = dialect.setType(tableThen, { ...after, name: before.name, isOptional }, isCast);
    return [{ stage: 'before', says: `${types} All values fit.${isText(after) ? '' : ` ${rewritten}`}`, sql }];
  }
  if (fit === 'other') {
    const sql = dialect.setType(tableThen, after, isCast);
    const felt =
      sql.length === 0 ? 'The values are cast.' : `The values are cast; where one cannot be, this fails. ${rewritten}`;
    return [{ stage: 'with', says: `${types} ${felt}`, sql }];
  }
  const own = quoted(after.name, provider);
  const probe = `SELECT count(*) FROM ${tableNow} WHERE ${isText(after) ? `${lengthWords[provider]}(${own}) > ${lengthOf(after)}` : `${own} NOT BETWEEN -2147483648 AND 2147483647`};`;
  return [
    { stage: 'fill', says: `${types} This counts the rows whose values do not fit.`, sql: [probe] },
    { stage: 'after', says: types, sql: dialect.setType(tableNow, after, isCast) },
  ];
}

const rewritten =
  'Nobody reads or writes the table while it is rewritten: for a large one make a second column, fill it, and let it take the place of the first.';

const lengthWords: { readonly [P in SqlProvider]: string } = {
  postgresql: 'char_length',
  cockroachdb: 'char_length',
  mysql: 'CHAR_LENGTH',
  sqlserver: 'LEN',
  sqlite: 'length',
};

function byHand(types: string): PlanStep {
  const says = `${types} Make a second column, fill it from the first, and let it take its place: Prisma’s own migration may drop the values.`;
  return { stage: 'with', says, sql: [] };
}

/** True for kinds of which the database casts no values to the other kind. */
function areApart(before: ColumnView, after: ColumnView): boolean {
  if (before.kind.endsWith('[]') !== after.kind.endsWith('[]')) return true;
  const isFar = (kind: string, other: string) =>
    kind !== other && other !== 'String' && (kind === 'Json' || kind === 'Bytes');
  return isFar(before.kind, after.kind) || isFar(after.kind, before.kind);
}

/** A text or bits: a cast that is written out cuts those that are too long, without a word. */
function isText({ kind, type = '' }: ColumnView): boolean {
  return kind.startsWith('String') && /^(?:N?VARCHAR|N?CHAR|TEXT|STRING|CITEXT|BIT|VARBIT)\b/.test(type);
}

type Fit = 'wider' | 'narrower' | 'other';

function fitOf(before: ColumnView, after: ColumnView): Fit {
  if (isText(before) && isText(after)) {
    const [then, now] = [lengthOf(before), lengthOf(after)];
    if (then === undefined || now === undefined) return 'other';
    return now >= then ? 'wider' : 'narrower';
  }
  if (before.kind === 'Int' && after.kind === 'BigInt' && !after.counts) return 'wider';
  return before.kind === 'BigInt' && after.kind === 'Int' ? 'narrower' : 'other';
}

/** How many characters a column holds; undefined where that is another measure, or fixed. */
function lengthOf({ kind, type = '' }: ColumnView): number | undefined {
  if (kind.endsWith('[]')) return undefined;
  if (/^(?:TEXT|STRING|N?VARCHAR\(max\))$/i.test(type)) return Number.POSITIVE_INFINITY;
  const length = /^N?VARCHAR\((\d+)\)$/.exec(type)?.[1];
  return length === undefined ? undefined : Number(length);
}
