import { defaultOf, fieldOf, nativeTypeOf } from '#core/prisma/field.ts';
import { indexesOf, type ModelIndex } from '#core/prisma/indexes.ts';
import type { PrismaField, PrismaModel, PrismaSection } from '#core/prisma/model.ts';
import { leadsTo, modelOf } from '#core/prisma/named-block.ts';
import { foreignKeysOf } from '#core/prisma/relation.ts';
import { globalRule, type Keyed, type Scope } from '#core/rule.ts';
import { wordsOf } from '#core/text/casing.ts';
import { singularOf } from '#core/text/english.ts';
import type { Edit } from '#core/text/span.ts';
import { tenantRows } from '#rules/checklist.ts';
import { columnsOfIndex } from '#rules/detectors/prisma/index-columns.ts';
import { commentsSay } from '#rules/detectors/prisma/prisma-comments.ts';
import { type TenancyFact, tenancyIn, tenancyOf } from '#rules/detectors/prisma/tenancy.ts';
import { tenantColumnsOf } from '#rules/detectors/prisma/tenant-column.ts';
import { factsOfKind } from '#rules/facts-of-kind.ts';
import { leadWithTenant } from '#rules/fixes/prisma/lead-with-tenant.ts';
import { prismaDocumentation } from '#rules/sources.ts';
import { chosenWithinTenant, storedWords, uniqueEverywhere } from '#rules/words/tenants.ts';

/** A key over a value that people choose, without the tenant within whom they choose it. */
interface UnscopedKey extends Keyed {
  readonly kind: 'key';
  /** The fix is made in it. */
  readonly section: PrismaSection;
  readonly noun: string;
  readonly tenant: string;
  readonly model: string;
  readonly columns: readonly string[];
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

export const tenantUniqueScoped = globalRule({
  id: 'prisma/tenant-unique-scoped',
  summary: 'Let names and numbers be unique within their tenant.',
  why:
    'One customer’s project called `website` keeps all others from having one, and the error tells them that it is there. Numbers that count for each customer collide with the first invoice of the second. ' +
    'A unique key that begins with the tenant keeps apart what must be kept apart, and serves the queries of one tenant, too.',
  item: tenantRows,
  references: [prismaDocumentation('Compound unique constraints', 'prisma-schema/data-model/models')],
  severity: 'warning',
  recommended: true,
  examples: [
    {
      title: 'A slug for all tenants together',
      bad: `${customer}model Project {
  id       Int    @id @default(autoincrement())
  tenantId Int
  slug     String «@unique»
  title    String
}
`,
      good: `${customer}model Project {
  id       Int    @id @default(autoincrement())
  tenantId Int
  slug     String
  title    String

  @@unique([tenantId, slug])
}
`,
    },
  ],
  on: ['prisma.model'],
  gather(model, scope): Iterable<TenancyFact | UnscopedKey> {
    return [...tenancyOf(model), ...unscopedKeys(model, scope)];
  },
  *compare(facts) {
    const tenancy = tenancyIn(factsOfKind(facts, 'model'));
    for (const { section, value } of factsOfKind(facts, 'key')) {
      const { noun, tenant, model, columns, span, edits } = value;
      const [first, ...rest] = edits;
      if (noun !== tenancy?.noun || span === undefined) continue;
      const names = columns.join(', ');
      yield {
        section,
        value: {
          span,
          message: `\`${model}.${names}\` is unique over all tenants: one keeps the others from having the same.`,
          ...(first && {
            fixes: [
              {
                title: `Make \`${names}\` of ${model} unique within its ${noun}: \`@@unique([${tenant}, ${names}])\``,
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

function unscopedKeys(model: PrismaModel, scope: Scope): readonly UnscopedKey[] {
  const tenants = tenantColumnsOf(model).filter(({ field }) => !field.isOptional);
  if (tenants.length === 0 || commentsSay(model.section.text, /\b(?:global(?:ly)?|across (?:all )?tenants)\b/i))
    return [];
  const owned = new Set([
    ...foreignKeysOf(model).flatMap(({ fields }) => fields.map(({ value }) => value)),
    ...tenantColumnsOf(model).map(({ field }) => field.name.value),
  ]);
  const keys = indexesOf(model).filter((index) => isUnscoped(index, model, owned));
  return tenants.flatMap(({ noun, field }) =>
    keys.map((index) => ({
      key: 'tenancy',
      kind: 'key' as const,
      section: model.section,
      span: index.attribute.span,
      noun,
      tenant: field.name.value,
      model: model.name.value,
      columns: columnsOfIndex(index),
      edits: isReferredTo(index, model, scope) ? [] : leadWithTenant(index, field.name.value, model, scope),
    })),
  );
}

/** A key over chosen values alone: no foreign key, and no tenant, is part of it. */
function isUnscoped(index: ModelIndex, model: PrismaModel, owned: ReadonlySet<string>): boolean {
  const columns = columnsOfIndex(index);
  if (index.kind !== 'unique' || columns.some((name) => owned.has(name))) return false;
  const fields = columns.flatMap((name) => fieldOf(model, name) ?? []);
  return fields.length > 0 && fields.some(isChosen) && !fields.some((field) => isEverywhere(field, model));
}

function isChosen(field: PrismaField): boolean {
  const isGenerated = defaultOf(field)?.kind === 'call' || nativeTypeOf(field)?.name === 'Uuid';
  return chosenWithinTenant.has(wordsOf(field.name.value).at(-1) ?? '') && !isGenerated;
}

/** True for the code of an invitation, the key of a file: by the names of column and model. */
function isEverywhere({ name }: PrismaField, model: PrismaModel): boolean {
  const words = wordsOf(name.value);
  const own = wordsOf(model.name.value);
  const isStored = words.at(-1) === 'key' && own.some((word) => storedWords.has(word));
  return isStored || [...words, ...own.map(singularOf)].some((word) => uniqueEverywhere.has(word));
}

/** True where a relation refers to the column, which has to be unique by itself then. */
function isReferredTo({ fields }: ModelIndex, model: PrismaModel, scope: Scope): boolean {
  const names = new Set(fields.map(({ value }) => value));
  return model.fields.some((field) => {
    const other = modelOf(field, scope);
    const keys = other === undefined ? [] : foreignKeysOf(other);
    return keys.some((key) => leadsTo(key.field, model, scope) && key.references.some(({ value }) => names.has(value)));
  });
}
