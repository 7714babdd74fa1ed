import { attributeOf } from '#core/prisma/attribute.ts';
import { fieldOf } from '#core/prisma/field.ts';
import { indexesOf, type ModelIndex } from '#core/prisma/indexes.ts';
import type { PrismaModel, PrismaSection } from '#core/prisma/model.ts';
import { foreignKeysOf } from '#core/prisma/relation.ts';
import { globalRule, type Keyed, type Scope } from '#core/rule.ts';
import { wordsOf } from '#core/text/casing.ts';
import type { Edit } from '#core/text/span.ts';
import { indexes } from '#rules/checklist.ts';
import { columnsOfIndex, indexInWords, isPlainIndex } from '#rules/detectors/prisma/index-columns.ts';
import { isDeletionTime } from '#rules/detectors/prisma/soft-delete.ts';
import { type TenancyFact, tenancyIn, tenancyOf } from '#rules/detectors/prisma/tenancy.ts';
import { tenantColumnsOf } from '#rules/detectors/prisma/tenant-column.ts';
import { factsOfKind } from '#rules/facts-of-kind.ts';
import { leadWithTenant } from '#rules/fixes/prisma/lead-with-tenant.ts';
import { postgresql, prismaDocumentation } from '#rules/sources.ts';
import { uniqueEverywhere } from '#rules/words/tenants.ts';

/** An index that does not begin with the tenant. */
interface LooseIndex extends Keyed {
  readonly kind: 'index';
  /** The fix is made in it. */
  readonly section: PrismaSection;
  readonly noun: string;
  readonly tenant: string;
  readonly model: string;
  readonly index: string;
  readonly edits: readonly Edit[];
}

const customer = `model Tenant {
  id   Int    @id @default(autoincrement())
  name String
}

model Customer {
  id       Int    @id @default(autoincrement())
  tenantId Int
  email    String
  phone    String
}

`;

export const tenantIndexLeading = globalRule({
  id: 'prisma/tenant-index-leading',
  summary: 'Begin the indexes of a tenant’s table with the tenant.',
  why: 'Every query asks for one tenant. An index over `status` alone finds the open orders of all customers, of which most are thrown away; `[tenantId, status]` finds those of the one.',
  item: indexes,
  references: [
    prismaDocumentation('Indexes', 'prisma-schema/data-model/indexes'),
    postgresql('Multicolumn Indexes', 'indexes-multicolumn.html'),
  ],
  severity: 'info',
  recommended: false,
  examples: [
    {
      title: 'The orders of all tenants by their status',
      bad: `${customer}model Order {
  id       Int    @id @default(autoincrement())
  tenantId Int
  status   String

  @@index([tenantId])
  «@@index([status])»
}
`,
      good: `${customer}model Order {
  id       Int    @id @default(autoincrement())
  tenantId Int
  status   String

  @@index([tenantId, status])
}
`,
    },
  ],
  on: ['prisma.model'],
  gather(model, scope): Iterable<TenancyFact | LooseIndex> {
    return [...tenancyOf(model), ...looseIndexes(model, scope)];
  },
  *compare(facts) {
    const tenancy = tenancyIn(factsOfKind(facts, 'model'));
    for (const { section, value } of factsOfKind(facts, 'index')) {
      const { noun, tenant, model, index, span, edits } = value;
      const [first, ...rest] = edits;
      if (noun !== tenancy?.noun || span === undefined) continue;
      yield {
        section,
        value: {
          span,
          message: `\`${index}\` of ${model} finds the rows of all tenants; a query asks for one.`,
          ...(first && {
            fixes: [
              {
                title: `Begin \`${index}\` of ${model} with \`${tenant}\``,
                safety: 'review' as const,
                changes: [{ kind: 'text' as const, section, edits: [first, ...rest] as const }],
              },
            ],
          }),
          cause: {
            key: 'loose',
            message: (count) => `${count} indexes find the rows of all tenants; a query asks for one.`,
            fixTitle: (count) => `Begin ${count} indexes with the ${noun}`,
          },
        },
      };
    }
  },
});

function looseIndexes(model: PrismaModel, scope: Scope): readonly LooseIndex[] {
  const foreign = new Set(foreignKeysOf(model).flatMap(({ fields }) => fields.map(({ value }) => value)));
  return tenantColumnsOf(model).flatMap(({ noun, field }) => {
    const tenant = field.name.value;
    const loose = indexesOf(model).filter((index) => isLoose(index, tenant, model, foreign));
    return loose.map((index) => ({
      key: 'tenancy',
      kind: 'index' as const,
      section: model.section,
      span: index.attribute.span,
      noun,
      tenant,
      model: model.name.value,
      index: indexInWords(index),
      edits: leadWithTenant(index, tenant, model, scope),
    }));
  });
}

/** An index of values of all tenants: not of a foreign key, which it serves, nor of what is looked up before the tenant is known. */
function isLoose(index: ModelIndex, tenant: string, model: PrismaModel, foreign: ReadonlySet<string>): boolean {
  const [first = ''] = columnsOfIndex(index);
  const field = fieldOf(model, first);
  if (field === undefined || !isPlainIndex(index) || first === tenant || foreign.has(first)) return false;
  const words = wordsOf(first);
  const isKey =
    words.at(-1) === 'id' || attributeOf(field, 'id') !== undefined || attributeOf(field, 'unique') !== undefined;
  // Behind another column that is compared it serves as well; where it stands behind a time, another rule tells.
  const isWithin = columnsOfIndex(index).includes(tenant);
  // What is old is looked for, and thrown away, for all tenants at once.
  const isForCleaning = isDeletionTime(field) || (field.type.value === 'DateTime' && /^expir/i.test(first));
  return !isKey && !isWithin && !isForCleaning && !words.some((word) => uniqueEverywhere.has(word));
}
