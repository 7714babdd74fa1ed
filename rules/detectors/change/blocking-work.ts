import { defaultOf, isScalarType } from '#core/prisma/field.ts';
import { indexesOf, type ModelIndex } from '#core/prisma/indexes.ts';
import { readColumnType } from '#core/prisma/migration/read-table.ts';
import { isFree } from '#core/prisma/migration/table-work.ts';
import type { PrismaField, PrismaModel } from '#core/prisma/model.ts';
import type { Provider } from '#core/prisma/provider.ts';
import { type ForeignKey, foreignKeysOf } from '#core/prisma/relation.ts';
import type { ColumnChanges, ColumnPair } from '#rules/detectors/change/column-changes.ts';
import { isColumnDropped } from '#rules/detectors/change/dropped-column.ts';
import { columnNameOf } from '#rules/detectors/change/former-model.ts';
import { narrowedColumn } from '#rules/detectors/change/narrowed-column.ts';

/** What the next migration does to a table that is there while others wait for it. What other rules tell of is left out. */
export interface BlockingWork {
  readonly built: readonly ModelIndex[];
  readonly checked: readonly ForeignKey[];
  /** Columns for which every row is written anew. */
  readonly rewritten: readonly PrismaField[];
}

export function blockingWork(
  model: PrismaModel,
  changes: ColumnChanges,
  provider: Provider,
  hasForeignKeys: boolean,
): BlockingWork {
  return {
    built: builtIndexes(model, changes),
    checked: hasForeignKeys ? checkedKeys(model, changes) : [],
    rewritten: [
      ...changes.kept.flatMap((pair) => (isRewritten(pair, provider) ? [pair.field] : [])),
      ...changes.added.filter(isMadeForEachRow),
    ],
  };
}

/** Unique ones over columns that were there are told with the duplicates that they find. */
function builtIndexes(model: PrismaModel, { former, kept }: ColumnChanges): readonly ModelIndex[] {
  const known = new Set(indexesOf(former).map((index) => indexText(index, former)));
  const old = new Set(kept.map(({ field }) => field.name.value));
  return indexesOf(model).filter((index) => {
    if (index.kind === 'id' || known.has(indexText(index, model))) return false;
    return index.kind !== 'unique' || index.where !== undefined || index.fields.some(({ value }) => !old.has(value));
  });
}

function indexText({ kind, fields, type, where }: ModelIndex, model: PrismaModel): string {
  const columns = fields.map(({ value, sort, length, ops }) =>
    [columnIn(model, value), sort ?? 'Asc', length, ops].join(' '),
  );
  const condition = where === undefined ? '' : model.section.text.slice(where.span.start, where.span.end);
  return [kind, type ?? 'BTree', columns.join(), condition.replace(/\s+/g, ' ')].join('\n');
}

/** Keys whose columns took NULL and take it no more are told with their NULLs, those that cascade now with what they delete. */
function checkedKeys(model: PrismaModel, { former, kept }: ColumnChanges): readonly ForeignKey[] {
  const known = new Set(foreignKeysOf(former).map((key) => keyText(key, former)));
  const required = new Set(
    kept.flatMap((pair) => (pair.former.isOptional && !pair.field.isOptional ? [pair.field.name.value] : [])),
  );
  return foreignKeysOf(model).filter((key) => {
    const isToldElsewhere = key.fields.some(({ value }) => required.has(value)) || cascadesNow(key, model, former);
    return !known.has(keyText(key, model)) && !isToldElsewhere;
  });
}

function cascadesNow({ fields, onDelete }: ForeignKey, model: PrismaModel, former: PrismaModel): boolean {
  const columns = fields.map(({ value }) => columnIn(model, value)).join();
  const before = foreignKeysOf(former).find(
    (key) => key.fields.map(({ value }) => columnIn(former, value)).join() === columns,
  );
  return before !== undefined && onDelete?.value === 'Cascade' && before.onDelete?.value !== 'Cascade';
}

/** What it refers to may have another name now. */
function keyText({ field, fields, onDelete, onUpdate }: ForeignKey, model: PrismaModel): string {
  const usual = field.isOptional ? 'SetNull' : 'Restrict';
  const columns = fields.map(({ value }) => columnIn(model, value));
  return [columns.join(), onDelete?.value ?? usual, onUpdate?.value ?? 'Cascade'].join('\n');
}

function columnIn({ fields }: PrismaModel, name: string): string {
  const field = fields.find((each) => each.name.value === name);
  return field === undefined ? name : columnNameOf(field);
}

function isRewritten(pair: ColumnPair, provider: Provider): boolean {
  const { former, field } = pair;
  const [before, after] = [former, field].map(readColumnType);
  if (before === undefined || after === undefined || isSameType(pair)) return false;
  // One enum for another is the same one under a new name, or told as what it loses.
  if (before.type !== after.type && !isScalarType(after.type)) return false;
  if (isColumnDropped(former, field, provider) || narrowedColumn(pair, provider) !== undefined) return false;
  return !isFree({ before, after }, provider);
}

function isSameType({ former, field }: ColumnPair): boolean {
  return JSON.stringify(readColumnType(former)) === JSON.stringify(readColumnType(field));
}

/** A constant is written nowhere but in the catalogue; what is another one in each row is written into each. */
function isMadeForEachRow(field: PrismaField): boolean {
  const value = defaultOf(field);
  if (value?.kind !== 'call') return false;
  if (value.name === 'autoincrement' || value.name === 'sequence') return true;
  const [argument] = value.name === 'dbgenerated' ? value.args : [];
  return (
    argument?.value.kind === 'string' &&
    /\b(?:random|gen_random|uuid|nextval|newid|clock_timestamp)/i.test(argument.value.value)
  );
}
