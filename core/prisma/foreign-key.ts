import { indexesBeginningWith, indexesOf, type ModelIndex } from '#core/prisma/indexes.ts';
import type { PrismaModel } from '#core/prisma/model.ts';

/**
 * Whether some key or index of the model can find rows by these columns: the columns are its first ones, in any order, or it is
 * unique and has no others. A partial index cannot, nor one that orders nothing (Gin, Gist, SpGist, Brin, full text). Sort
 * order, length and operator class make no difference.
 */
export function isForeignKeyCovered(model: PrismaModel, fields: readonly string[]): boolean {
  const columns = new Set(fields);
  return beginningAmong(model, columns).some((index) => {
    const leading = leadingColumns(index, columns);
    const isOnlyRow = (index.kind === 'id' || index.kind === 'unique') && leading.size === index.fields.length;
    return isSearchable(index) && leading.size > 0 && (leading.size === columns.size || isOnlyRow);
  });
}

/** The index that finds rows by the most of these columns, though not by all of them, and those columns. */
export function partialCover(
  model: PrismaModel,
  fields: readonly string[],
): { readonly index: ModelIndex; readonly columns: readonly string[] } | undefined {
  const columns = new Set(fields);
  const covers = beginningAmong(model, columns)
    .filter(isSearchable)
    .map((index) => ({ index, columns: [...leadingColumns(index, columns)] }))
    .filter((cover) => cover.columns.length > 0);
  return covers.reduce<(typeof covers)[number] | undefined>(
    (best, cover) => (best === undefined || cover.columns.length > best.columns.length ? cover : best),
    undefined,
  );
}

/** The indexes that begin with one of these columns. */
function beginningAmong(model: PrismaModel, columns: ReadonlySet<string>): readonly ModelIndex[] {
  const [first = '', ...others] = columns;
  if (others.length === 0) return indexesBeginningWith(model, first);
  return indexesOf(model).filter(({ fields }) => fields[0] !== undefined && columns.has(fields[0].value));
}

/** The first columns of an index, as far as they are among these. */
function leadingColumns(index: ModelIndex, columns: ReadonlySet<string>): ReadonlySet<string> {
  const end = index.fields.findIndex(({ value }) => !columns.has(value));
  return new Set(index.fields.slice(0, end < 0 ? undefined : end).map(({ value }) => value));
}

const unordered: ReadonlySet<string> = new Set(['Gin', 'Gist', 'SpGist', 'Brin']);

function isSearchable({ kind, type, where }: ModelIndex): boolean {
  return kind !== 'fulltext' && where === undefined && !(type !== undefined && unordered.has(type));
}
