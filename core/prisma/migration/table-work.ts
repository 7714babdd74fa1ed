import type { ColumnChange, ColumnType, TableChange } from '#core/prisma/migration/table-change.ts';
import type { Provider } from '#core/prisma/provider.ts';

/** What a migration does to a table that a running system feels. */
export interface TableWork {
  readonly model: string;
  /** How many indexes are built over its rows. */
  readonly built: number;
  /** Every row is written anew. */
  readonly isRewritten: boolean;
  /** Every row is read and checked: for a foreign key, or for NULLs. */
  readonly isChecked: boolean;
  /** How many columns are dropped, with what they hold. */
  readonly dropped: number;
}

/** What a database does where a table changes so; MongoDB has no tables, and only builds indexes. */
export function tableWork(change: TableChange, provider: Provider | undefined): TableWork {
  const { model, indexes, isKeyOther, retyped, required, foreignKeys } = change;
  const built = { model, built: indexes };
  if (provider === 'mongodb') return { ...built, isRewritten: false, isChecked: false, dropped: 0 };
  if (provider === 'sqlite') {
    const isRewritten = isMadeAnew(change);
    return { ...built, isRewritten, isChecked: false, dropped: change.dropped.length };
  }
  // Prisma drops a column of CockroachDB rather than give it another type.
  const isDropping = provider === 'cockroachdb';
  const costly = retyped.filter((column) => !isFree(column, provider));
  return {
    ...built,
    isRewritten: isKeyOther || (!isDropping && costly.length > 0),
    isChecked: required > 0 || foreignKeys > 0,
    dropped: change.dropped.length + (isDropping ? costly.length : 0),
  };
}

/** SQLite changes little of a table that is there: Prisma makes another one and copies the rows. */
function isMadeAnew({ isKeyOther, retyped, required, altered, filled, dropped, foreignKeys }: TableChange): boolean {
  const isRetyped = retyped.some(({ before, after }) => before.type !== after.type);
  return isKeyOther || isRetyped || required + altered + filled + dropped.length + foreignKeys > 0;
}

/** True where only the catalogue changes: texts that may be longer, numbers with more digits. */
function isFree({ before, after }: ColumnChange, provider: Provider | undefined): boolean {
  if (before.type !== after.type || before.isList !== after.isList) return false;
  if (provider === 'mysql') return isWiderText(before, after) && isShort(before) === isShort(after);
  if (before.type === 'String') return isWiderText(before, after) || (before.native === 'VarChar' && isText(after));
  return before.native === 'Decimal' && after.native === 'Decimal' && hasMoreDigits(before, after);
}

function isWiderText(before: ColumnType, after: ColumnType): boolean {
  return before.native === 'VarChar' && after.native === 'VarChar' && Number(before.args[0]) <= Number(after.args[0]);
}

function isText({ native }: ColumnType): boolean {
  return native === undefined || native === 'Text';
}

/** MySQL keeps the length of up to 255 bytes, 63 characters of four, in one byte. */
function isShort({ args }: ColumnType): boolean {
  return Number(args[0]) <= 63;
}

function hasMoreDigits(before: ColumnType, after: ColumnType): boolean {
  return before.args[1] === after.args[1] && Number(before.args[0]) <= Number(after.args[0]);
}
