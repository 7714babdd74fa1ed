import { globalRule, type InSection } from '#core/rule.ts';
import { wordsOf } from '#core/text/casing.ts';
import { keysAndConstraints } from '#rules/checklist.ts';
import {
  isTenantItself,
  type Tenancy,
  type TenancyFact,
  tenancyIn,
  tenancyOf,
  tenantColumnIn,
} from '#rules/detectors/prisma/tenancy.ts';
import { prismaDocumentation } from '#rules/sources.ts';
import { globalModelWords } from '#rules/words/tenants.ts';

const others = `model Tenant {
  id   Int    @id @default(autoincrement())
  name String
}

model Customer {
  id       Int    @id @default(autoincrement())
  tenantId Int
  name     String
  email    String
}

model Product {
  id       Int    @id @default(autoincrement())
  tenantId Int
  title    String
  price    Int
}

`;

export const tenantScoped = globalRule({
  id: 'prisma/tenant-scoped',
  summary: 'Let every row say which tenant it belongs to.',
  why:
    'Where most tables are parted among tenants, one that is not shows the rows of all to each: the filter that every query adds finds no column, and is left out. ' +
    'Row-level security, exports and deletions of one tenant pass it over, too.',
  item: keysAndConstraints,
  references: [prismaDocumentation('Models', 'prisma-schema/data-model/models')],
  severity: 'warning',
  recommended: true,
  examples: [
    {
      title: 'Invoices of nobody',
      bad: `${others}model «Invoice» {
  id     Int      @id @default(autoincrement())
  number String
  total  Int
  due    DateTime
}
`,
      good: `${others}model Invoice {
  id       Int      @id @default(autoincrement())
  tenantId Int
  number   String
  total    Int
  due      DateTime
}
`,
    },
  ],
  on: ['prisma.model'],
  gather: tenancyOf,
  *compare(facts) {
    const tenancy = tenancyIn(facts);
    if (tenancy === undefined) return;
    const scoped = scopedModels(facts, tenancy);
    const isWrittenAgain = repeatsTenant(facts, tenancy);
    const example = facts.map(({ value }) => tenantColumnIn(value, tenancy)).find((column) => column !== undefined);
    for (const { section, value } of facts) {
      const { model, span, isPerhapsGlobal, related } = value;
      if (span === undefined || isPerhapsGlobal || tenantColumnIn(value, tenancy) !== undefined) continue;
      if (isTenantItself(model, tenancy.noun) || related.some((other) => isTenantItself(other, tenancy.noun))) continue;
      if (scoped.has(model) && !isWrittenAgain) continue;
      yield {
        section,
        value: {
          span,
          message: `${model} has no \`${example?.name ?? ''}\`, as ${tenancy.having} of ${tenancy.all} models have: its rows belong to no ${tenancy.noun}.`,
        },
      };
    }
  },
});

/** The models that have the column, or a foreign key that leads, over any number of others, to one that has it or to a user. */
function scopedModels(facts: readonly InSection<TenancyFact>[], tenancy: Tenancy): ReadonlySet<string> {
  const owned = new Map<string, string[]>();
  const scoped = new Set<string>();
  for (const { value } of facts) {
    for (const owner of value.owners) owned.set(owner, [...(owned.get(owner) ?? []), value.model]);
    const isOwn = tenantColumnIn(value, tenancy) !== undefined || isTenantItself(value.model, tenancy.noun);
    if (isOwn || wordsOf(value.model).some((word) => globalModelWords.has(word))) scoped.add(value.model);
  }
  for (const model of scoped) for (const child of owned.get(model) ?? []) scoped.add(child);
  return scoped;
}

/** True where nearly all models that belong to others say their tenant again. */
function repeatsTenant(facts: readonly InSection<TenancyFact>[], tenancy: Tenancy): boolean {
  const having = new Set(facts.filter(({ value }) => tenantColumnIn(value, tenancy)).map(({ value }) => value.model));
  const children = facts.filter(
    ({ value }) => !value.isPerhapsGlobal && value.owners.some((owner) => owner !== value.model && having.has(owner)),
  );
  const again = children.filter(({ value }) => having.has(value.model)).length;
  return again >= 3 && again * 5 >= children.length * 4;
}
