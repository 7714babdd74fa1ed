import { indexesOf, type ModelIndex } from '#core/prisma/indexes.ts';
import type { PrismaModel } from '#core/prisma/model.ts';
import type { ColumnChanges } from '#rules/detectors/change/column-changes.ts';

/** An index that is gone. */
export interface LostIndex {
  readonly index: ModelIndex;
  /** The fields of today whose columns it was over, in its order. */
  readonly fields: readonly string[];
}

/**
 * The indexes of a table that are gone, and whose columns are there still. One that another replaces is not among them: one that begins
 * with the same columns, or has the same ones in another order.
 */
export function lostIndexes(model: PrismaModel, { former, kept }: ColumnChanges): readonly LostIndex[] {
  const names = new Map(kept.map(({ former: { name }, field }) => [name.value, field.name.value]));
  const now = indexesOf(model).filter(isWhole).map(fieldNames);
  const known = new Set(indexesOf(former).map((index) => fieldNames(index).join()));
  return indexesOf(former).flatMap((index) => {
    if (index.kind !== 'index' || !isWhole(index) || !isOrdered(index)) return [];
    const fields = fieldNames(index).flatMap((name) => names.get(name) ?? []);
    if (fields.length < index.fields.length || now.some((other) => replaces(other, fields))) return [];
    // One over the same columns and more of them is what it became.
    if (now.some((other) => !known.has(other.join()) && fields.every((name) => other.includes(name)))) return [];
    return [{ index, fields }];
  });
}

/** A partial index is about some rows only. */
function isWhole({ where }: ModelIndex): boolean {
  return where === undefined;
}

function isOrdered({ type }: ModelIndex): boolean {
  return type === undefined || type === 'BTree' || type === 'Hash';
}

function fieldNames({ fields }: ModelIndex): readonly string[] {
  return fields.map(({ value }) => value);
}

function replaces(other: readonly string[], fields: readonly string[]): boolean {
  const leading = other.slice(0, fields.length);
  return leading.length === fields.length && fields.every((name) => leading.includes(name));
}
