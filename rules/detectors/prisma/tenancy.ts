import { bareName, blockId } from '#core/prisma/block-name.ts';
import type { PrismaModel } from '#core/prisma/model.ts';
import type { InSection, Keyed } from '#core/rule.ts';
import { foldedName, wordsOf } from '#core/text/casing.ts';
import { singularOf } from '#core/text/english.ts';
import { isTable } from '#rules/detectors/prisma/table-model.ts';
import { tenantColumnsOf, tenantNoun } from '#rules/detectors/prisma/tenant-column.ts';
import { tenantNouns } from '#rules/words/tenants.ts';

/** What a model says of whose its rows are. */
export interface TenancyFact extends Keyed {
  readonly key: 'tenancy';
  readonly kind: 'model';
  /** Its `blockId`. */
  readonly model: string;
  readonly columns: readonly OwnTenantColumn[];
}

interface OwnTenantColumn {
  readonly noun: string;
  readonly name: string;
  readonly isOptional: boolean;
}

/** The fact of a table; none for views and what is ignored. */
export function tenancyOf(model: PrismaModel): readonly TenancyFact[] {
  if (!isTable(model)) return [];
  return [
    {
      key: 'tenancy',
      kind: 'model',
      span: model.name.span,
      model: blockId(model),
      columns: tenantColumnsOf(model).map(({ noun, field }) => ({
        noun,
        name: field.name.value,
        isOptional: field.isOptional,
      })),
    },
  ];
}

/** How a schema is parted among tenants. */
export interface Tenancy {
  /** `tenant` where columns are called `tenantId`. */
  readonly noun: string;
  /** The models that have the column, of how many; the tenants themselves not counted. */
  readonly having: number;
  readonly all: number;
}

/** So many models make a habit; fewer where the column is called nothing else. */
const enough = 3;
const enoughSure = 2;

/**
 * The column that at least half of the models have, or two in three where it may be called after a thing among others; undefined
 * where none is the tenant's.
 */
export function tenancyIn(facts: readonly InSection<TenancyFact>[]): Tenancy | undefined {
  const counts = new Map<string, number>();
  for (const { value } of facts)
    for (const noun of new Set(value.columns.map((column) => column.noun)))
      counts.set(noun, (counts.get(noun) ?? 0) + 1);
  for (const [noun, having] of [...counts].sort(([, a], [, b]) => b - a)) {
    const all = facts.filter(({ value }) => !isTenantItself(value.model, noun)).length;
    const isSure = tenantNouns.has(noun);
    if (isSure ? having >= enoughSure && having * 2 >= all : having >= enough && having * 3 >= all * 2)
      return { noun, having, all };
  }
  return undefined;
}

/** True for the model whose rows are the tenants: `Organization`, `workspaces`, `app_org`. */
export function isTenantItself(model: string, noun: string): boolean {
  const name = bareName(model);
  const last = singularOf(wordsOf(name).at(-1) ?? '');
  return tenantNoun(singularOf(foldedName(name))) === noun || tenantNoun(last) === noun;
}

/** The column of a model that is the tenant's. */
export function tenantColumnIn({ columns }: TenancyFact, { noun }: Tenancy): OwnTenantColumn | undefined {
  return columns.find((column) => column.noun === noun);
}
