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

/** True where only the catalogue changes: texts that may be longer, numbers and times with more digits. */
export function isFree({ before, after }: ColumnChange, provider: Provider | undefined): boolean {
  if (before.type !== after.type || before.isList !== after.isList) return false;
  if (before.type === 'String')
    return isLongerText(textLength(before, provider), textLength(after, provider), provider);
  if (before.type === 'DateTime' && provider === 'postgresql') return hasLongerFraction(before, after);
  const isDecimal = before.native === 'Decimal' && after.native === 'Decimal';
  return provider !== 'mysql' && isDecimal && hasMoreDigits(before, after);
}

/** PostgreSQL: up to six digits, which is what a time has where nothing is written; Prisma writes three. */
function hasLongerFraction(before: ColumnType, after: ColumnType): boolean {
  const [was, is] = [before, after].map(({ native, args }) => Number(args[0] ?? (native === undefined ? 3 : 6)));
  const isSameKind = (before.native ?? 'Timestamp') === (after.native ?? 'Timestamp');
  return isSameKind && was !== undefined && is !== undefined && was <= is;
}

/** MySQL keeps the length of up to 255 bytes, 63 characters of four, in one byte. */
function isLongerText(before: number | undefined, after: number | undefined, provider: Provider | undefined): boolean {
  if (before === undefined || after === undefined || before > after) return false;
  return provider !== 'mysql' || before <= 63 === after <= 63;
}

/** The types of texts with a length, and what one without native type has of it. */
const lengths: { readonly [P in Provider]?: { readonly native: string; readonly usual: number } } = {
  mysql: { native: 'VarChar', usual: 191 },
  sqlserver: { native: 'NVarChar', usual: 1000 },
};

/** How many characters a text may have; undefined for a type of another kind. */
function textLength({ native, args }: ColumnType, provider: Provider | undefined): number | undefined {
  const { native: bounded, usual } = (provider && lengths[provider]) ?? {
    native: 'VarChar',
    usual: Number.POSITIVE_INFINITY,
  };
  const isEndless = native === 'Text' || native === 'Citext';
  if (native === undefined || (isEndless && usual === Number.POSITIVE_INFINITY)) return usual;
  if (native !== bounded) return undefined;
  return args[0] === 'Max' ? Number.POSITIVE_INFINITY : Number(args[0]);
}

function hasMoreDigits(before: ColumnType, after: ColumnType): boolean {
  return before.args[1] === after.args[1] && Number(before.args[0]) <= Number(after.args[0]);
}
