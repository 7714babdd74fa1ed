import { tableChanges } from '#core/prisma/migration/table-changes.ts';
import { type TableWork, tableWork } from '#core/prisma/migration/table-work.ts';
import type { PrismaDatasource, PrismaModel } from '#core/prisma/model.ts';
import { type Provider, providerOf } from '#core/prisma/provider.ts';

/** A schema as far as a migration asks for it. */
export interface MigratedSchema {
  readonly models: readonly PrismaModel[];
  readonly datasources: readonly PrismaDatasource[];
}

/**
 * What the next migration locks, rewrites or drops of the tables that are there, as words for people: `the next migration
 * builds 12 indexes on 9 tables (…).` Undefined where a running system feels nothing of it.
 */
export function migrationNote(before: MigratedSchema, after: MigratedSchema): string | undefined {
  const provider = providerOf(after.datasources);
  const isPrismaMode = after.datasources.some(({ relationMode }) => relationMode?.value === 'prisma');
  const hasForeignKeys = provider !== 'mongodb' && !isPrismaMode;
  const works = tableChanges(before.models, after.models, hasForeignKeys).map((change) => tableWork(change, provider));
  const felt = provider === undefined ? undefined : feltIn[provider];
  const parts = [builtPart(works, felt), rewrittenPart(works, felt), checkedPart(works, felt), droppedPart(works)];
  const told = parts.filter((part) => part !== undefined);
  const last = told.pop();
  if (last === undefined) return undefined;
  return `the next migration ${told.length === 0 ? last : `${told.join(', ')} and ${last}`}.`;
}

/** What others feel while it goes on. */
interface Felt {
  readonly built: string;
  readonly rewritten: string;
  readonly checked: string;
}

const noWrites = 'nobody writes to a table meanwhile';
const goesOn = 'reads and writes go on meanwhile';

/** As the manuals of the databases say it of what Prisma writes. */
const feltIn: { readonly [P in Provider]: Felt } = {
  postgresql: {
    built: `${noWrites}, unless you write CONCURRENTLY into a migration of its own`,
    rewritten: 'nobody reads or writes a table meanwhile',
    checked: noWrites,
  },
  cockroachdb: { built: goesOn, rewritten: goesOn, checked: goesOn },
  mysql: { built: goesOn, rewritten: `it copies them, and ${noWrites}`, checked: `it copies them, and ${noWrites}` },
  sqlserver: {
    built: `${noWrites}, unless you write ONLINE = ON`,
    rewritten: 'nobody reads or writes a table meanwhile',
    checked: 'nobody reads or writes a table meanwhile',
  },
  sqlite: {
    built: 'nobody writes to the database meanwhile',
    rewritten: 'it makes new ones and copies the rows; nobody writes to the database meanwhile',
    checked: 'nobody writes to the database meanwhile',
  },
  mongodb: { built: goesOn, rewritten: goesOn, checked: goesOn },
};

function builtPart(works: readonly TableWork[], felt: Felt | undefined): string | undefined {
  const tables = works.filter(({ built }) => built > 0);
  const count = tables.reduce((sum, { built }) => sum + built, 0);
  const on = tables.length === 1 ? `on ${names(tables)}` : `on ${tables.length} tables`;
  return count === 0 ? undefined : `builds ${counted(count, 'index', 'indexes')} ${on}${meanwhile(felt?.built)}`;
}

function rewrittenPart(works: readonly TableWork[], felt: Felt | undefined): string | undefined {
  const tables = works.filter(({ isRewritten }) => isRewritten);
  return tables.length === 0 ? undefined : `rewrites ${names(tables)}${meanwhile(felt?.rewritten)}`;
}

/** What is rewritten is checked with it. */
function checkedPart(works: readonly TableWork[], felt: Felt | undefined): string | undefined {
  const tables = works.filter(({ isChecked, isRewritten }) => isChecked && !isRewritten);
  return tables.length === 0 ? undefined : `checks every row of ${names(tables)}${meanwhile(felt?.checked)}`;
}

function droppedPart(works: readonly TableWork[]): string | undefined {
  const tables = works.filter(({ dropped }) => dropped > 0);
  const count = tables.reduce((sum, { dropped }) => sum + dropped, 0);
  return count === 0
    ? undefined
    : `drops ${counted(count, 'column', 'columns')} of ${names(tables)} with all ${count === 1 ? 'it holds' : 'they hold'}`;
}

function meanwhile(text: string | undefined): string {
  return text === undefined ? '' : ` (${text})`;
}

/** The first three, and how many more there are. */
function names(tables: readonly TableWork[]): string {
  const all = tables.map(({ model }) => model);
  const told = all.length > 4 ? [...all.slice(0, 3), `${all.length - 3} more`] : all;
  const last = told.at(-1) ?? '';
  return told.length < 2 ? last : `${told.slice(0, -1).join(', ')} and ${last}`;
}

function counted(count: number, one: string, many: string): string {
  return `${count} ${count === 1 ? one : many}`;
}
