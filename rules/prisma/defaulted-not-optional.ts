import { attributeOf } from '#core/prisma/attribute.ts';
import { blockId } from '#core/prisma/block-name.ts';
import { defaultOf, isScalarType } from '#core/prisma/field.ts';
import type { PrismaField, PrismaModel } from '#core/prisma/model.ts';
import { enumOf } from '#core/prisma/named-block.ts';
import { providerOf } from '#core/prisma/provider.ts';
import { foreignKeysOf } from '#core/prisma/relation.ts';
import { localRule, type Scope } from '#core/rule.ts';
import { wordsOf } from '#core/text/casing.ts';
import { columnValues } from '#rules/checklist.ts';
import { commentBehind, commentsAbove } from '#rules/detectors/prisma/prisma-comments.ts';
import { siblingModels } from '#rules/detectors/prisma/sibling-models.ts';
import { isTable } from '#rules/detectors/prisma/table-model.ts';
import { isCreationName, isUpdateName } from '#rules/detectors/prisma/time-field.ts';
import { prismaFix } from '#rules/fixes/prisma/prisma-fix.ts';
import { rewriteField } from '#rules/fixes/prisma/rewrite-field.ts';
import { prismaDocumentation } from '#rules/sources.ts';
import { wordSet } from '#rules/words/word-list.ts';

export const defaultedNotOptional = localRule({
  id: 'prisma/defaulted-not-optional',
  summary: 'Do not let a column that always has a value be optional.',
  why: 'Each row gets the default, so that no reader expects NULL; the type says it may be there all the same, and one write that passes `null` makes a row that sorting, filters and code all treat in ways of their own.',
  item: columnValues,
  references: [
    prismaDocumentation(
      'Optional and mandatory fields',
      'prisma-schema/data-model/models#optional-and-mandatory-fields',
    ),
  ],
  severity: 'info',
  recommended: true,
  examples: [
    {
      title: 'A time of creation and a status that may be missing',
      bad: `model Order {
  id        Int          @id
  «status»    OrderStatus? @default(OPEN)
  «createdAt» DateTime?    @default(now())
}

enum OrderStatus {
  OPEN
  PAID
}
`,
      good: `model Order {
  id        Int         @id
  status    OrderStatus @default(OPEN)
  createdAt DateTime    @default(now())
}

enum OrderStatus {
  OPEN
  PAID
}
`,
    },
  ],
  on: ['prisma.model'],
  *check(model, scope) {
    if (!isTable(model) || !model.fields.some(isOptionalWithValue)) return;
    // Documents that are older than the field have none.
    if (providerOf(scope.roots('prisma.datasource')) === 'mongodb') return;
    const foreign = new Set(foreignKeysOf(model).flatMap(({ fields }) => fields.map(({ value }) => value)));
    for (const field of model.fields) {
      const { name, span, documentation } = field;
      if (!isOptionalWithValue(field) || !isAlwaysMeant(field, scope) || foreign.has(name.value)) continue;
      if (field.type.value === 'DateTime' && areTimesOptional(model, scope)) continue;
      const { text } = model.section;
      const comments = `${documentation} ${commentsAbove(text, span)} ${commentBehind(text, span)}`;
      if (/null|legacy|optional|backfill|unset/i.test(comments)) continue;
      yield {
        span: name.span,
        message: `\`${model.name.value}.${name.value}\` is optional, though each row gets a value.`,
        fixes: [
          prismaFix(
            `Make \`${model.name.value}.${name.value}\` required (the migration fails while rows have none)`,
            'review',
            model.section,
            rewriteField(field, { isOptional: false }),
          ),
        ],
        cause: {
          key: 'defaulted',
          message: (count) => `${count} columns are optional, though each row gets a value.`,
          fixTitle: (count) => `Make ${count} columns required (the migration fails while rows have none)`,
        },
      };
    }
  },
});

function isOptionalWithValue(field: PrismaField): boolean {
  if (!field.isOptional || field.isList || attributeOf(field, 'ignore') !== undefined) return false;
  return attributeOf(field, 'default') !== undefined || attributeOf(field, 'updatedAt') !== undefined;
}

/** True where the times of all rows are: it is how the schema is written. */
function areTimesOptional(model: PrismaModel, scope: Scope): boolean {
  const times = siblingModels(model, scope).flatMap(({ fields }) => fields.filter(isRowTime));
  const models = new Set(times.map(({ model: name, section }) => blockId({ name, section })));
  return models.size > 1 && times.every(({ isOptional }) => isOptional);
}

function isRowTime({ name, type }: PrismaField): boolean {
  return type.value === 'DateTime' && (isCreationName(name.value) || isUpdateName(name.value));
}

/** Of other times than those of the row, and of limits, an empty value says something. */
function isAlwaysMeant(field: PrismaField, scope: Scope): boolean {
  const { value: name } = field.name;
  const value = defaultOf(field);
  const words = wordsOf(name);
  if (field.type.value === 'DateTime') {
    const isUpdate = isUpdateName(name) && attributeOf(field, 'updatedAt') !== undefined;
    return isUpdate || (isCreationName(name) && value?.kind === 'call');
  }
  // No limit at all is said by NULL.
  if (words.some((word) => limitWords.has(word))) return false;
  const isLiteral = value?.kind === 'path' || value?.kind === 'string' || value?.kind === 'number';
  return isLiteral && (isScalarType(field.type.value) || enumOf(field, scope) !== undefined);
}

const limitWords: ReadonlySet<string> = wordSet(
  'max min maximum minimum limit quota capacity threshold timeout ttl expiry duration interval size budget cap override parent until',
);
