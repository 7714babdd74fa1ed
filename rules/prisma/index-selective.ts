import { removeBlockAttributeEdit } from '#core/prisma/edit.ts';
import { fieldOf } from '#core/prisma/field.ts';
import { indexesOf } from '#core/prisma/indexes.ts';
import type { PrismaField, PrismaModel } from '#core/prisma/model.ts';
import { enumOf } from '#core/prisma/named-block.ts';
import { foreignKeysOf } from '#core/prisma/relation.ts';
import { localRule, type Scope } from '#core/rule.ts';
import { wordsOf } from '#core/text/casing.ts';
import { indexes } from '#rules/checklist.ts';
import { indexInWords, isPlainIndex } from '#rules/detectors/prisma/index-columns.ts';
import { commentBehind, commentsAbove } from '#rules/detectors/prisma/prisma-comments.ts';
import { isTable } from '#rules/detectors/prisma/table-model.ts';
import { prismaFix } from '#rules/fixes/prisma/prisma-fix.ts';
import { postgresql, prismaDocumentation } from '#rules/sources.ts';
import { skewedModelWords, skewedWords } from '#rules/words/skewed.ts';
import { wordSet } from '#rules/words/word-list.ts';

export const indexSelective = localRule({
  id: 'prisma/index-selective',
  summary: 'Index what tells many rows apart, not a flag alone.',
  why:
    'Half the rows have the same value, so that reading the table is as fast as such an index, and the database mostly does. It is written with every insert all the same. ' +
    'Put the column behind another one, or make the index partial over the few rows that are looked for.',
  item: indexes,
  references: [
    prismaDocumentation('Indexes', 'prisma-schema/data-model/indexes'),
    postgresql('Partial Indexes', 'indexes-partial.html'),
  ],
  severity: 'info',
  recommended: true,
  options: {
    values: {
      default: 0,
      description: 'An enum with at most so many values is taken for a flag, too, such as 3.',
    },
  },
  examples: [
    {
      title: 'A flag alone',
      bad: `model Product {
  id       Int     @id @default(autoincrement())
  name     String
  isActive Boolean @default(true)

  «@@index([isActive])»
}
`,
      good: `model Product {
  id       Int     @id @default(autoincrement())
  name     String
  isActive Boolean @default(true)
}
`,
    },
  ],
  on: ['prisma.model'],
  *check(model, scope, { values }) {
    if (!isTable(model) || wordsOf(model.name.value).some((word) => skewedModelWords.has(word))) return;
    const keys = new Set(foreignKeysOf(model).flatMap(({ fields }) => fields.map(({ value }) => value)));
    for (const index of indexesOf(model)) {
      const [column, ...rest] = index.fields;
      const field = column === undefined || rest.length > 0 ? undefined : fieldOf(model, column.value);
      if (field === undefined || !isPlainIndex(index) || keys.has(field.name.value)) continue;
      const count = valuesOf(field, values, scope);
      if (count === undefined || isSkewed(field) || isExplained(index.attribute.span, model)) continue;
      if (isOfRunningOut(field, model)) continue;
      yield {
        span: index.attribute.span,
        message: `\`${model.name.value}.${field.name.value}\` has ${count} values: an index over it alone finds half the table.`,
        fixes: [
          prismaFix(
            `Remove \`${indexInWords(index)}\` from ${model.name.value}`,
            'review',
            model.section,
            removeBlockAttributeEdit(index.attribute, model),
          ),
        ],
        cause: {
          key: 'flags',
          message: (many) => `${many} indexes are over a flag alone, and find half the table.`,
          fixTitle: (many) => `Remove ${many} indexes over a flag alone`,
        },
      };
    }
  },
});

/** How many values a flag has, or an enum of few; undefined for anything else. */
function valuesOf(field: PrismaField, most: number, scope: Scope): number | undefined {
  if (field.isList) return undefined;
  if (field.type.value === 'Boolean') return 2;
  const count = enumOf(field, scope)?.values.length;
  return count !== undefined && count > 1 && count <= most ? count : undefined;
}

/** `processed`, `sent`: few rows are not, and those are looked for. */
function isSkewed({ name }: PrismaField): boolean {
  return wordsOf(name.value).some((word) => skewedWords.has(word));
}

/** Sessions, invitations and grants end: after a while few of all rows are active. */
function isOfRunningOut({ name }: PrismaField, { fields }: PrismaModel): boolean {
  return (
    activeWords.has(wordsOf(name.value).at(-1) ?? '') &&
    fields.some((field) => field.type.value === 'DateTime' && endWords.has(wordsOf(field.name.value)[0] ?? ''))
  );
}

const activeWords = wordSet('active valid open ongoing running');
const endWords = wordSet('expires expired expiry expiration ends ended revoked accepted redeemed used consumed closed');

function isExplained(
  span: { readonly start: number; readonly end: number },
  { section: { text } }: PrismaModel,
): boolean {
  return commentBehind(text, span) !== '' || commentsAbove(text, span) !== '';
}
