import { globalRule } from '#core/rule.ts';

import { tenantRows } from '#rules/checklist.ts';
import { type OwnershipFact, ownershipOf } from '#rules/detectors/prisma/ownership.ts';
import {
  isTenantItself,
  type Tenancy,
  type TenancyFact,
  tenancyIn,
  tenancyOf,
  tenantColumnIn,
} from '#rules/detectors/prisma/tenancy.ts';
import { factsOfKind } from '#rules/facts-of-kind.ts';
import { prismaDocumentation } from '#rules/sources.ts';

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
  item: tenantRows,
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
  gather(model, scope): Iterable<TenancyFact | OwnershipFact> {
    return tenancyOf(model).flatMap((fact) => [fact, ownershipOf(model, scope)]);
  },
  *compare(facts) {
    const models = factsOfKind(facts, 'model');
    const tenancy = tenancyIn(models);
    if (tenancy === undefined) return;
    const owned = new Map(factsOfKind(facts, 'ownership').map(({ value }) => [value.model, value]));
    const having = new Set(
      models.filter(({ value }) => tenantColumnIn(value, tenancy)).map(({ value }) => value.model),
    );
    const scoped = scopedModels(owned, having, tenancy);
    const isWrittenAgain = repeatsTenant(owned, having);
    const example = models.map(({ value }) => tenantColumnIn(value, tenancy)).find((column) => column !== undefined);
    for (const { section, value } of models) {
      const { model, span } = value;
      const { isPerhapsGlobal = true, related = [] } = owned.get(model) ?? {};
      if (span === undefined || isPerhapsGlobal || having.has(model)) continue;
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
function scopedModels(
  owned: ReadonlyMap<string, OwnershipFact>,
  having: ReadonlySet<string>,
  tenancy: Tenancy,
): ReadonlySet<string> {
  const children = new Map<string, string[]>();
  const scoped = new Set<string>();
  for (const { model, owners, isNamedGlobal } of owned.values()) {
    for (const owner of owners) {
      const known = children.get(owner);
      if (known === undefined) children.set(owner, [model]);
      else known.push(model);
    }
    if (having.has(model) || isTenantItself(model, tenancy.noun) || isNamedGlobal) scoped.add(model);
  }
  for (const model of scoped) for (const child of children.get(model) ?? []) scoped.add(child);
  return scoped;
}

/** True where nearly all models that belong to others say their tenant again. */
function repeatsTenant(owned: ReadonlyMap<string, OwnershipFact>, having: ReadonlySet<string>): boolean {
  const children = [...owned.values()].filter(({ model, owners }) =>
    owners.some((owner) => owner !== model && having.has(owner)),
  );
  const again = children.filter(({ model }) => having.has(model)).length;
  return again >= 3 && again * 5 >= children.length * 4;
}
