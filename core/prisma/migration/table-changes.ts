import { BlockLookup } from '#core/prisma/block-lookup.ts';
import { type Column, readTable, type Table, tableName } from '#core/prisma/migration/read-table.ts';
import type { TableChange } from '#core/prisma/migration/table-change.ts';
import type { PrismaModel } from '#core/prisma/model.ts';

/**
 * What the migration from one schema to another does to tables that both have, by the order of the first one; those that stay as they
 * are left out. `hasForeignKeys`: false where Prisma keeps relations itself.
 */
export function tableChanges(
  before: readonly PrismaModel[],
  after: readonly PrismaModel[],
  hasForeignKeys: boolean,
): readonly TableChange[] {
  const now = new Map(after.map((model) => [tableName(model), model]));
  const [models, modelsNow] = [new BlockLookup(before), new BlockLookup(after)];
  return before.flatMap((model) => {
    const other = now.get(tableName(model));
    if (other === undefined || other === model || model.isView) return [];
    const change = changeOf(readTable(model, models), readTable(other, modelsNow), hasForeignKeys);
    return isAny(change) ? [change] : [];
  });
}

function changeOf(before: Table, after: Table, hasForeignKeys: boolean): TableChange {
  const stay = [...before.columns].flatMap(([name, column]) => {
    const now = after.columns.get(name);
    return now === undefined ? [] : [{ before: column, after: now }];
  });
  const come = [...after.columns].filter(([name]) => !before.columns.has(name)).map(([, column]) => column);
  return {
    model: before.model,
    indexes: countNew(before.indexes, after.indexes),
    isKeyOther: before.primaryKey !== after.primaryKey,
    retyped: stay.filter((column) => !isSameType(column.before, column.after)),
    required: stay.filter((column) => column.before.isOptional && !column.after.isOptional).length,
    altered: stay.filter((column) => isAltered(column.before, column.after)).length,
    filled: come.filter((column) => !column.isOptional || column.default !== undefined).length,
    dropped: [...before.columns.keys()].filter((name) => !after.columns.has(name)),
    foreignKeys: hasForeignKeys ? countNew(before.foreignKeys, after.foreignKeys) : 0,
  };
}

function isSameType(a: Column, b: Column): boolean {
  return a.type === b.type && a.isList === b.isList && a.native === b.native && a.args.join(',') === b.args.join(',');
}

function isAltered(before: Column, after: Column): boolean {
  return (!before.isOptional && after.isOptional) || before.default !== after.default;
}

function countNew(before: ReadonlySet<string>, after: ReadonlySet<string>): number {
  return [...after].filter((key) => !before.has(key)).length;
}

function isAny(change: TableChange): boolean {
  const { indexes, isKeyOther, retyped, required, altered, filled, dropped, foreignKeys } = change;
  return isKeyOther || indexes + retyped.length + required + altered + filled + dropped.length + foreignKeys > 0;
}
