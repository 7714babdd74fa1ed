import type { PrismaField, PrismaModel, PrismaSection } from '#core/prisma/model.ts';
import { foreignKeysOf } from '#core/prisma/relation.ts';
import { globalRule, type Keyed } from '#core/rule.ts';
import { wordsOf } from '#core/text/casing.ts';
import type { Edit } from '#core/text/span.ts';
import { tenantRows } from '#rules/checklist.ts';
import { commentBehind, commentsAbove } from '#rules/detectors/prisma/prisma-comments.ts';
import { type TenancyFact, tenancyIn, tenancyOf } from '#rules/detectors/prisma/tenancy.ts';
import { tenantColumnsOf } from '#rules/detectors/prisma/tenant-column.ts';
import { factsOfKind } from '#rules/facts-of-kind.ts';
import { rewriteField } from '#rules/fixes/prisma/rewrite-field.ts';
import { prismaDocumentation } from '#rules/sources.ts';
import { globalModelWords, sharedRows } from '#rules/words/tenants.ts';

/** A tenant column that may be NULL. */
interface OptionalTenant extends Keyed {
  readonly kind: 'optional';
  /** The fix is made in it. */
  readonly section: PrismaSection;
  readonly noun: string;
  /** `Invoice.tenantId` */
  readonly column: string;
  /** What makes it required; none where a deletion of the tenant empties it. */
  readonly edits: readonly Edit[];
}

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

export const tenantRequired = globalRule({
  id: 'prisma/tenant-required',
  summary: 'Let no row be without its tenant.',
  why:
    'A row whose tenant is NULL is found by no filter, or, where the filter says “mine or NULL”, by every tenant. One insert that forgets the column is enough, and nothing fails. ' +
    'NULLs are distinct, so that a unique key over tenant and name keeps such rows not apart either.',
  item: tenantRows,
  references: [prismaDocumentation('Models', 'prisma-schema/data-model/models')],
  severity: 'warning',
  recommended: true,
  examples: [
    {
      title: 'Invoices of perhaps nobody',
      bad: `${others}model Invoice {
  id       Int    @id @default(autoincrement())
  «tenantId» Int?
  number   String
}
`,
      good: `${others}model Invoice {
  id       Int    @id @default(autoincrement())
  tenantId Int
  number   String
}
`,
    },
  ],
  on: ['prisma.model'],
  gather(model): Iterable<TenancyFact | OptionalTenant> {
    return [...tenancyOf(model), ...(isShared(model) ? [] : optionalTenants(model))];
  },
  *compare(facts) {
    const models = factsOfKind(facts, 'model');
    const tenancy = tenancyIn(models);
    if (tenancy === undefined) return;
    const columns = models.flatMap(({ value }) => value.columns.filter(({ noun }) => noun === tenancy.noun));
    const required = columns.filter(({ isOptional }) => !isOptional).length;
    const optional = factsOfKind(facts, 'optional').filter(({ value }) => value.noun === tenancy.noun);
    // Two of each: else NULL is the habit, and means something.
    if (required < 2 || required < optional.length * 2) return;
    for (const { section, value } of optional) {
      const { noun, span, column, edits } = value;
      const [first, ...rest] = edits;
      if (span === undefined) continue;
      yield {
        section,
        value: {
          span,
          message: `\`${column}\` may be NULL, other than in ${required} models: such a row belongs to no ${noun}, or to all.`,
          ...(first && {
            fixes: [
              {
                title: `Make \`${column}\` required (the migration fails while a row has none)`,
                safety: 'review' as const,
                changes: [{ kind: 'text' as const, section, edits: [first, ...rest] as const }],
              },
            ],
          }),
        },
      };
    }
  },
});

/** Users, roles and templates may belong to all tenants. */
function isShared({ name }: PrismaModel): boolean {
  return wordsOf(name.value).some((word) => globalModelWords.has(word));
}

function optionalTenants(model: PrismaModel): readonly OptionalTenant[] {
  return tenantColumnsOf(model).flatMap(({ field, noun }): readonly OptionalTenant[] =>
    field.isOptional && !isExplained(field)
      ? [
          {
            key: 'tenancy',
            kind: 'optional',
            section: model.section,
            span: field.name.span,
            noun,
            column: `${model.name.value}.${field.name.value}`,
            edits: madeRequired(field, model),
          },
        ]
      : [],
  );
}

function isExplained({ section: { text }, span, documentation }: PrismaField): boolean {
  return sharedRows.test(`${commentsAbove(text, span)}\n${documentation}\n${commentBehind(text, span)}`);
}

/** The column, and the relation over it alone, without question mark. */
function madeRequired(field: PrismaField, model: PrismaModel): readonly Edit[] {
  const keys = foreignKeysOf(model).filter(({ fields }) => fields.some(({ value }) => value === field.name.value));
  const isEmptied = keys.some(
    ({ onDelete, onUpdate }) => onDelete?.value === 'SetNull' || onUpdate?.value === 'SetNull',
  );
  if (isEmptied || keys.some(({ fields }) => fields.length > 1)) return [];
  return [field, ...keys.map((key) => key.field)].map((one) => rewriteField(one, { isOptional: false }));
}
