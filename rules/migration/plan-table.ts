import type { PrismaField, PrismaModel } from '#core/prisma/model.ts';
import { type ColumnPair, changesSince } from '#rules/detectors/change/column-changes.ts';
import { formerModel, tableOf } from '#rules/detectors/change/former-model.ts';
import type { PlanContext, PlannedTable } from '#rules/migration/plan-context.ts';
import { planKeys } from '#rules/migration/plan-keys.ts';
import { planRetyped } from '#rules/migration/plan-retype.ts';
import type { PlanStep } from '#rules/migration/plan-step.ts';
import type { SqlDialect } from '#rules/migration/sql-dialect.ts';
import { quoted } from '#rules/migration/sql-quote.ts';
import { type ColumnView, columnView, tableText, type ViewContext } from '#rules/migration/table-view.ts';

/** What is to be done to the table of a model. */
export function planTable(model: PrismaModel, context: PlanContext): readonly PlanStep[] {
  const { scope, now, dialect } = context;
  const found = formerModel(model, scope);
  const name = `\`${model.name.value}\``;
  if (found === undefined)
    return [{ stage: 'before', says: `${name} is new: Prisma’s own migration makes its table.`, sql: [] }];
  const former = found.model;
  const [tableThen, tableNow] = [tableText(former, now.provider), tableText(model, now.provider)];
  const renaming: PlanStep = {
    stage: 'with',
    says: `${name} has the table \`${tableOf(model)}\` now, and had \`${tableOf(former)}\`. With \`@@map(${JSON.stringify(tableOf(former))})\` it keeps its table, and nothing is to be done.`,
    sql: dialect.renameTable(tableThen, tableOf(model)),
  };
  const renamed = tableThen === tableNow ? [] : [renaming];
  const changes = changesSince(former, model, scope);
  if (changes !== undefined)
    return [...planColumns({ model, former, changes, tableThen, tableNow }, context), ...renamed];
  const says = `What changed in the columns of ${name} is to be looked at by hand: some of their types are not known.`;
  return [...renamed, { stage: 'fill', says, sql: [] }];
}

function planColumns(table: PlannedTable, context: PlanContext): readonly PlanStep[] {
  const { kept, mapped, renamed, added, removed } = table.changes;
  return [
    ...added.flatMap((field) => planAdded(field, table, context)),
    ...[...mapped, ...renamed].flatMap((pair) => planRenamed(pair, table, context)),
    ...[...kept, ...mapped, ...renamed].flatMap((pair) => planKept(pair, table, context)),
    ...planKeys(table, context),
    ...removed.flatMap((field) => planRemoved(field, table, context)),
  ];
}

function planAdded(
  field: PrismaField,
  { tableThen, tableNow }: PlannedTable,
  { now, dialect }: PlanContext,
): readonly PlanStep[] {
  const column = columnView(field, now);
  const name = nameOf(field);
  if (column.type === undefined || column.counts)
    return [{ stage: 'before', says: `${name} is new: Prisma’s own migration adds its column.`, sql: [] }];
  if (column.isOptional)
    return [
      {
        stage: 'before',
        says: `${name} is new, and empty in the rows that are there.`,
        sql: dialect.addColumn(tableThen, column),
      },
    ];
  if (column.default !== undefined && !isMadeForEachRow(column.default))
    return [
      {
        stage: 'before',
        says: `${name} is new, and has its default in the rows that are there.`,
        sql: dialect.addColumn(tableThen, column),
      },
    ];
  const empty = { ...column, isOptional: true, default: undefined };
  return [
    {
      stage: 'before',
      says: `${name} is new, and required: it stays empty in the rows that are there until they are filled.`,
      sql: dialect.addColumn(tableThen, empty),
    },
    ...(column.default === undefined
      ? []
      : [
          {
            stage: 'before',
            says: `New rows have the default of ${name}.`,
            sql: dialect.setDefault(tableThen, column),
          } as const,
        ]),
    fillStep(column, tableNow, name, now),
    requireStep(column, tableNow, name, dialect),
  ];
}

/** True for a default that is another one in each row: adding it writes every row. */
function isMadeForEachRow(value: string): boolean {
  return value.includes('(');
}

function planRenamed(
  { former, field }: ColumnPair,
  { tableThen }: PlannedTable,
  { now, past, dialect }: PlanContext,
): readonly PlanStep[] {
  const [before, after] = [columnView(former, past).name, columnView(field, now).name];
  return [
    {
      stage: 'with',
      says: `${nameOf(field)} has the column \`${after}\` now, and had \`${before}\`. With \`@map(${JSON.stringify(before)})\` it keeps its column, and nothing is to be done.`,
      sql: dialect.renameColumn(tableThen, before, after),
    },
  ];
}

function planKept(
  { former, field }: ColumnPair,
  { tableThen, tableNow }: PlannedTable,
  { now, past, dialect }: PlanContext,
): readonly PlanStep[] {
  const [before, after] = [columnView(former, past), columnView(field, now)];
  const name = nameOf(field);
  const isRetyped = before.type !== after.type;
  const steps: PlanStep[] = [];
  if (!before.isOptional && after.isOptional)
    steps.push({
      stage: 'before',
      says: `${name} may be empty now.`,
      sql: dialect.dropNotNull(tableThen, { ...before, isOptional: true }),
    });
  if (isRetyped) steps.push(...planRetyped({ name, before, after, tableThen, tableNow }, dialect, now.provider));
  if (!isRetyped && before.default !== after.default && before.counts === after.counts)
    steps.push({
      stage: 'before',
      says: `New rows have ${after.default === undefined ? 'no default' : 'another default'} in ${name}.`,
      sql: dialect.setDefault(tableThen, { ...after, name: before.name }),
    });
  if (before.counts !== after.counts)
    steps.push({
      stage: 'with',
      says: `${name} is ${after.counts ? 'counted' : 'counted no more'} by the database: Prisma’s own migration says so.`,
      sql: [],
    });
  if (before.isOptional && !after.isOptional)
    steps.push(fillStep(after, tableNow, name, now), requireStep(after, tableNow, name, dialect));
  return steps;
}

function planRemoved(
  field: PrismaField,
  { tableThen, tableNow }: PlannedTable,
  { past, dialect }: PlanContext,
): readonly PlanStep[] {
  const column = columnView(field, past);
  const name = nameOf(field);
  const isWanted = !column.isOptional && column.default === undefined && !column.counts;
  const freed = isWanted ? dialect.dropNotNull(tableThen, { ...column, isOptional: true }) : [];
  const says = `${name} is gone. What its column holds goes with it.`;
  return [
    ...(freed.length > 0
      ? [{ stage: 'before', says: `${name} is gone: new code writes rows without it.`, sql: freed } as const]
      : []),
    { stage: 'after', says, sql: dialect.dropColumn(tableNow, column.name) },
  ];
}

function fillStep(
  { name, default: value }: ColumnView,
  table: string,
  said: string,
  { provider }: ViewContext,
): PlanStep {
  const column = quoted(name, provider);
  return {
    stage: 'fill',
    says: `${said} is required: no row may have NULL in it. This counts those that have.`,
    sql: [
      `SELECT count(*) FROM ${table} WHERE ${column} IS NULL;`,
      // One line, whatever a name has in it.
      `-- UPDATE ${table} SET ${column} = ${value ?? '…'} WHERE ${column} IS NULL;`.replace(/\s+/g, ' '),
    ],
  };
}

function requireStep(column: ColumnView, table: string, said: string, dialect: SqlDialect): PlanStep {
  return { stage: 'after', says: `${said} is required.`, sql: dialect.setNotNull(table, column) };
}

/** `User.name`, as it is told. */
function nameOf({ model, name }: PrismaField): string {
  return `\`${model.value}.${name.value}\``;
}
