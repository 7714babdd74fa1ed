import { blockId } from '#core/prisma/block-name.ts';
import { defaultOf } from '#core/prisma/field.ts';
import { columnNameOf } from '#rules/detectors/change/former-model.ts';
import type { PlanContext, PlannedTable } from '#rules/migration/plan-context.ts';
import type { PlanStep } from '#rules/migration/plan-step.ts';
import { quoted } from '#rules/migration/sql-quote.ts';
import {
  type ForeignKeyView,
  foreignKeyViews,
  type KeyView,
  keyViews,
  tableText,
} from '#rules/migration/table-view.ts';

/** What is to be done to the keys and indexes of a table. */
export function planKeys(table: PlannedTable, context: PlanContext): readonly PlanStep[] {
  const { changes, model, former } = table;
  const { now, past } = context;
  const newNames = new Map(
    [...changes.mapped, ...changes.renamed].map((pair) => [columnNameOf(pair.former), columnNameOf(pair.field)]),
  );
  const asNow = (columns: readonly string[]) => columns.map((column) => newNames.get(column) ?? column);
  const [keysThen, keysNow] = [keyViews(former, past), keyViews(model, now)];
  const keys = pairs(
    keysThen,
    keysNow,
    (key) => keyText(key, asNow(key.columns)),
    (key) => keyText(key, key.columns),
  );
  const foreignThen = foreignKeyViews(former, past);
  const foreign = pairs(
    foreignThen,
    foreignKeyViews(model, now),
    (key) => foreignText(key, asNow(key.columns), targetNow(key, context)),
    (key) => foreignText(key, key.columns, key.target),
  );
  const gone = new Set(changes.removed.map(columnNameOf));
  const isRenamed = (key: KeyView) =>
    table.tableThen !== table.tableNow || key.columns.some((column) => [...newNames.values()].includes(column));
  return [
    ...keys.both.flatMap(([before, after]) => planRenamedKey(before, after, table, context)),
    ...foreign.both.flatMap(([before, after]) => planRenamedForeign(before, after, table, context)),
    ...keys.added.flatMap((key) => planNewKey(key, isRenamed(key), table, context)),
    ...foreign.removed.flatMap((key) => planOldForeign(key, table, context)),
    ...foreign.added.flatMap((key) => planNewForeign(key, table, context)),
    ...keys.removed.flatMap((key) => planOldKey(key, gone, table, context)),
  ];
}

interface Pairs<T> {
  readonly both: readonly (readonly [T, T])[];
  readonly added: readonly T[];
  readonly removed: readonly T[];
}

function pairs<T>(
  then: readonly T[],
  now: readonly T[],
  textThen: (key: T) => string,
  textNow: (key: T) => string,
): Pairs<T> {
  const [before, after] = [
    new Map(then.map((key) => [textThen(key), key])),
    new Map(now.map((key) => [textNow(key), key])),
  ];
  const both = [...before].flatMap(([text, key]) => {
    const other = after.get(text);
    return other === undefined ? [] : [[key, other] as const];
  });
  return {
    both,
    added: [...after].flatMap(([text, key]) => (before.has(text) ? [] : [key])),
    removed: [...before].flatMap(([text, key]) => (after.has(text) ? [] : [key])),
  };
}

function keyText({ kind, method = '', list, isSpecial }: KeyView, columns: readonly string[]): string {
  return JSON.stringify([kind, method, columns, list.split(', ').map((each) => each.endsWith(' DESC')), isSpecial]);
}

function foreignText(
  { targetColumns, onDelete, onUpdate }: ForeignKeyView,
  columns: readonly string[],
  target: string,
): string {
  return JSON.stringify([columns, target, targetColumns, onDelete, onUpdate]);
}

/** What the table a key leads to is called now. */
function targetNow({ target }: ForeignKeyView, { scope, now, past }: PlanContext): string {
  const models = past.scope.roots('prisma.model');
  const former = models.find((each) => tableText(each, past.provider) === target);
  const model = former && scope.find('prisma.model', blockId(former));
  return model === undefined ? target : tableText(model, now.provider);
}

function planRenamedKey(
  before: KeyView,
  after: KeyView,
  { tableThen }: PlannedTable,
  { dialect }: PlanContext,
): readonly PlanStep[] {
  const sql =
    before.name === after.name ? [] : dialect.renameIndex(tableThen, before.name, after.name, before.kind === 'id');
  return sql.length === 0
    ? []
    : [{ stage: 'with', says: `The index \`${before.name}\` is called \`${after.name}\` now.`, sql }];
}

function planRenamedForeign(
  before: ForeignKeyView,
  after: ForeignKeyView,
  { tableThen }: PlannedTable,
  { dialect, now }: PlanContext,
): readonly PlanStep[] {
  if (before.name === after.name || (now.provider !== 'postgresql' && now.provider !== 'cockroachdb')) return [];
  const sql = dialect.renameIndex(tableThen, before.name, after.name, true);
  return [{ stage: 'with', says: `The foreign key \`${before.name}\` is called \`${after.name}\` now.`, sql }];
}

function planNewKey(
  key: KeyView,
  isRenamed: boolean,
  { model, tableThen, tableNow, changes }: PlannedTable,
  { dialect, now }: PlanContext,
): readonly PlanStep[] {
  const on = `\`${model.name.value}\` (${key.columns.join(', ')})`;
  if (key.kind === 'id')
    return [
      {
        stage: 'with',
        says: `${on} is the primary key now: Prisma’s own migration makes it, and nobody reads or writes the table meanwhile.`,
        sql: [],
      },
    ];
  if (key.isSpecial || key.kind === 'fulltext')
    return [{ stage: 'after', says: `There is a new index on ${on}: Prisma’s own migration makes it.`, sql: [] }];
  const isAlone = dialect.isIndexAlone;
  // What comes now is NULL in the rows that are there.
  const isEmpty = key.columns.some((column) => emptyColumns(changes).includes(column)) && now.provider !== 'sqlserver';
  if (key.kind === 'unique' && isEmpty && !isRenamed)
    return [{ stage: 'before', says: `${on} is unique.`, sql: dialect.createIndex(tableThen, key), isAlone }];
  if (key.kind === 'index') {
    const stage = isRenamed ? 'after' : 'before';
    const sql = dialect.createIndex(isRenamed ? tableNow : tableThen, key);
    return [{ stage, says: `There is a new index on ${on}. Others go on writing while it is built.`, sql, isAlone }];
  }
  const columns = key.columns.map((column) => quoted(column, now.provider)).join(', ');
  const nulls =
    now.provider === 'sqlserver'
      ? ''
      : ` WHERE ${key.columns.map((column) => `${quoted(column, now.provider)} IS NOT NULL`).join(' AND ')}`;
  return [
    {
      stage: 'fill',
      says: `No two rows of ${on} may be the same. This finds those that are.`,
      sql: [`SELECT ${columns}, count(*) FROM ${tableNow}${nulls} GROUP BY ${columns} HAVING count(*) > 1;`],
    },
    { stage: 'after', says: `${on} is unique now.`, sql: dialect.createIndex(tableNow, key), isAlone },
  ];
}

/** Columns that come without a value. */
function emptyColumns({ added }: PlannedTable['changes']): readonly string[] {
  return added.filter((field) => field.isOptional && defaultOf(field) === undefined).map(columnNameOf);
}

function planOldKey(
  key: KeyView,
  gone: ReadonlySet<string>,
  { model, tableNow }: PlannedTable,
  { dialect, now }: PlanContext,
): readonly PlanStep[] {
  // An index goes with its column there.
  const goesAlong =
    (now.provider === 'postgresql' || now.provider === 'cockroachdb') && key.columns.some((column) => gone.has(column));
  if (key.kind === 'id' || goesAlong) return [];
  const says = `The index \`${key.name}\` of \`${model.name.value}\` is gone: drop it when what needed it is.`;
  return [{ stage: 'after', says, sql: dialect.dropIndex(tableNow, key.name), isAlone: dialect.isIndexAlone }];
}

function planOldForeign(
  key: ForeignKeyView,
  { model, tableThen }: PlannedTable,
  { dialect }: PlanContext,
): readonly PlanStep[] {
  const says = `The foreign key \`${key.name}\` of \`${model.name.value}\` is gone, or another one.`;
  return [{ stage: 'before', says, sql: dialect.dropForeignKey(tableThen, key.name) }];
}

function planNewForeign(
  key: ForeignKeyView,
  { model, tableNow }: PlannedTable,
  { dialect, now }: PlanContext,
): readonly PlanStep[] {
  const name = (text: string) => quoted(text, now.provider);
  const joined = key.columns.map((column, place) => `r.${name(column)} = t.${name(key.targetColumns[place] ?? '')}`);
  const isSet = key.columns.map((column) => `r.${name(column)} IS NOT NULL`);
  const orphans = `SELECT count(*) FROM ${tableNow} r WHERE ${isSet.join(' AND ')} AND NOT EXISTS (SELECT 1 FROM ${key.target} t WHERE ${joined.join(' AND ')});`;
  return [
    {
      stage: 'fill',
      says: `Every \`${model.name.value}\` (${key.columns.join(', ')}) must be a row of ${key.target}. This counts those that are none.`,
      sql: [orphans],
    },
    {
      stage: 'after',
      says: `\`${model.name.value}\` (${key.columns.join(', ')}) is a foreign key now. Rows are checked while others write.`,
      sql: dialect.addForeignKey(tableNow, key),
    },
  ];
}
