import { indexesOf, type ModelIndex } from '#core/prisma/indexes.ts';
import type { PrismaModel } from '#core/prisma/model.ts';

/**
 * Whether some key or index of the model can find rows by these columns: the columns are its first ones, in any order.
 * A partial index cannot, nor one that orders nothing (Gin, Gist, SpGist, Brin, full text). Sort order, length and
 * operator class make no difference.
 */
export function isForeignKeyCovered(model: PrismaModel, fields: readonly string[]): boolean {
  const columns = new Set(fields);
  return indexesOf(model).some((index) => {
    const leading = new Set(index.fields.slice(0, columns.size).map(({ value }) => value));
    return isSearchable(index) && leading.size === columns.size && [...columns].every((column) => leading.has(column));
  });
}

const unordered: ReadonlySet<string> = new Set(['Gin', 'Gist', 'SpGist', 'Brin']);

function isSearchable({ kind, type, where }: ModelIndex): boolean {
  return kind !== 'fulltext' && where === undefined && !(type !== undefined && unordered.has(type));
}
