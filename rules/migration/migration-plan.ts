import type { Base } from '#core/change/base.ts';
import { baseScopeOfSchema } from '#core/change/base-scope.ts';
import { blockId } from '#core/prisma/block-name.ts';
import { tableName } from '#core/prisma/migration/read-table.ts';
import type { PrismaModel } from '#core/prisma/model.ts';
import { type Provider, providerOf } from '#core/prisma/provider.ts';
import type { PrismaSchema } from '#core/project/prisma-schema.ts';
import { plainScope } from '#core/project/scopes.ts';
import type { BaseScope, Scope } from '#core/rule.ts';
import { formerModel, isKept } from '#rules/detectors/change/former-model.ts';
import { implicitJoins } from '#rules/detectors/change/implicit-joins.ts';
import type { PlanContext } from '#rules/migration/plan-context.ts';
import { dropEnums, planEnums } from '#rules/migration/plan-enums.ts';
import { type PlanStep, type Stage, stages } from '#rules/migration/plan-step.ts';
import { planTable } from '#rules/migration/plan-table.ts';
import { sqlDialect } from '#rules/migration/sql-dialect.ts';
import { quoted } from '#rules/migration/sql-quote.ts';
import { foreignKeyViews, tableText, type ViewContext } from '#rules/migration/table-view.ts';

/** What is to be done to the database of a schema, so that it is as the schema says, in the order in which it is done. */
export interface MigrationPlan {
  /** A file of the schema. */
  readonly uri: string;
  /** `PostgreSQL`; undefined where the schema names no database that is told of changes in SQL. */
  readonly database: string | undefined;
  /** What is said of the whole. */
  readonly notes: readonly string[];
  readonly steps: readonly PlanStep[];
}

/** The plan from what a schema was to what it is; undefined for a schema that is new, and for one whose database stays as it is. */
export function migrationPlan(schema: PrismaSchema, base: Base): MigrationPlan | undefined {
  const uris = schema.documents.map(({ uri }) => uri);
  const scope = baseScopeOfSchema(plainScope(schema), uris, base);
  const [uri] = uris;
  if (scope === undefined || uri === undefined) return undefined;
  const provider = providerOf(scope.roots('prisma.datasource'));
  const former = providerOf(scope.base.roots('prisma.datasource')) ?? provider;
  const nothing = { uri, database: undefined, steps: [] };
  if (provider === undefined || provider === 'mongodb')
    return isSame(scope) ? undefined : { ...nothing, notes: [unplanned[provider ?? 'none']] };
  if (former !== provider)
    return {
      ...nothing,
      notes: ['The database is another one: what is stored is to be moved, which no migration does.'],
    };
  const context: PlanContext = {
    scope,
    now: viewContext(scope, provider),
    past: viewContext(scope.base, provider),
    dialect: sqlDialect(provider),
  };
  const steps = inOrder([...planEnums(context), ...planJoins(context), ...planTables(context), ...dropEnums(context)]);
  const notes =
    scope.isUnderstood() && scope.base.isUnderstood()
      ? []
      : ['Some of the schema is not understood: the plan may be without what stands there.'];
  return steps.length === 0 ? undefined : { uri, database: context.dialect.title, notes, steps };
}

const unplanned = {
  none: 'The schema names no database: there is no plan without one.',
  mongodb:
    'MongoDB has no migrations: fill the fields that are required now with `updateMany`, and take away what is not read any more.',
} satisfies { readonly [P in Extract<Provider, 'mongodb'> | 'none']: string };

function isSame(scope: BaseScope): boolean {
  const texts = (each: Scope) =>
    each
      .roots('prisma.model')
      .map(({ section }) => section.text)
      .join('\n');
  return texts(scope) === texts(scope.base);
}

function viewContext(scope: Scope, provider: ViewContext['provider']): ViewContext {
  const hasForeignKeys = scope.roots('prisma.datasource').every(({ relationMode }) => relationMode?.value !== 'prisma');
  return { scope, provider, hasForeignKeys };
}

function planTables(context: PlanContext): readonly PlanStep[] {
  const { scope, now, past } = context;
  const models = scope.roots('prisma.model').filter(isKept);
  const tables = new Set(models.map(tableName));
  const gone = past.scope.roots('prisma.model').filter((former) => {
    const isThere = tables.has(tableName(former)) || scope.find('prisma.model', blockId(former)) !== undefined;
    return isKept(former) && !isThere && models.every((model) => formerModel(model, scope)?.model !== former);
  });
  const steps = models.flatMap((model) => planTable(model, context));
  return now.scope.isUnderstood() ? [...steps, ...dropSteps(gone, context)] : steps;
}

/** The tables that Prisma makes for lists on both sides. */
function planJoins({ scope, now, past }: PlanContext): readonly PlanStep[] {
  const tables = new Set(scope.roots('prisma.model').map(tableName));
  const [joinsThen, joinsNow] = [joinsIn(past.scope), joinsIn(now.scope)];
  const added = [...joinsNow].filter(([table]) => !joinsThen.has(table));
  const gone = [...joinsThen].filter(([table]) => !joinsNow.has(table) && !tables.has(table));
  return [
    ...added.map(([table, models]): PlanStep => {
      const says = `\`${table}\`, which joins ${models}, is new: Prisma’s own migration makes it.`;
      return { stage: 'before', says, sql: [] };
    }),
    ...gone.map(([table, models]): PlanStep => {
      const says = `\`${table}\`, which joined ${models}, is gone with its rows. Where another table takes its place, rename it or copy them before.`;
      return { stage: 'after', says, sql: [`DROP TABLE ${quoted(table, past.provider)};`] };
    }),
  ];
}

/** By table, what they join in words. */
function joinsIn(scope: Scope): ReadonlyMap<string, string> {
  const joins = scope
    .roots('prisma.model')
    .flatMap((model) =>
      implicitJoins(model, scope).map(
        ({ table, target }) => [table, `\`${model.name.value}\` and \`${target.name.value}\``] as const,
      ),
    );
  return new Map(joins.reverse());
}

/** Tables that lead to each other can be dropped in any order without their foreign keys. */
function dropSteps(gone: readonly PrismaModel[], { past, dialect }: PlanContext): readonly PlanStep[] {
  const tables = new Set(gone.map((model) => tableText(model, past.provider)));
  return gone.flatMap((model): readonly PlanStep[] => {
    const table = tableText(model, past.provider);
    const keys = foreignKeyViews(model, past).filter(({ target }) => target !== table && tables.has(target));
    const drop: PlanStep = {
      stage: 'after',
      says: `\`${model.name.value}\` is gone. All its rows go with its table.`,
      sql: [`DROP TABLE ${table};`],
    };
    return [...keys.map((key) => freeStep(key.name, table, model, dialect)), drop];
  });
}

function freeStep(key: string, table: string, { name }: PrismaModel, dialect: PlanContext['dialect']): PlanStep {
  const says = `The foreign key \`${key}\` goes with \`${name.value}\`.`;
  return { stage: 'before', says, sql: dialect.dropForeignKey(table, key) };
}

function inOrder(steps: readonly PlanStep[]): readonly PlanStep[] {
  return (Object.keys(stages) as Stage[]).flatMap((stage) => steps.filter((step) => step.stage === stage));
}
