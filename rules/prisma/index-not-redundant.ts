import { removeBlockAttributeEdit } from '#core/prisma/edit.ts';
import { indexesOf, type ModelIndex } from '#core/prisma/indexes.ts';
import type { PrismaModel } from '#core/prisma/model.ts';
import { type Cause, localRule } from '#core/rule.ts';
import { indexes } from '#rules/checklist.ts';
import { commentBehind, commentsAbove } from '#rules/detectors/prisma-comments.ts';
import { isTable } from '#rules/detectors/table-model.ts';
import { prismaFix } from '#rules/fixes/prisma-fix.ts';
import { postgresql, prismaDocumentation } from '#rules/sources.ts';

export const indexNotRedundant = localRule({
  id: 'prisma/index-not-redundant',
  summary: 'Leave out an index that another one begins with.',
  why: 'An index over `a` and `b` also finds rows by `a`. A second index over `a` alone finds nothing more, takes room in memory, and is written with every insert.',
  item: indexes,
  references: [
    prismaDocumentation('Indexes', 'prisma-schema/data-model/indexes'),
    postgresql('Multicolumn Indexes', 'indexes-multicolumn.html'),
  ],
  severity: 'warning',
  recommended: true,
  examples: [
    {
      title: 'The beginning of a longer index',
      bad: `model Post {
  id        Int      @id @default(autoincrement())
  authorId  Int
  createdAt DateTime @default(now())

  «@@index([authorId])»
  @@index([authorId, createdAt])
}
`,
      good: `model Post {
  id        Int      @id @default(autoincrement())
  authorId  Int
  createdAt DateTime @default(now())

  @@index([authorId, createdAt])
}
`,
    },
    {
      title: 'A column that is unique already',
      bad: `model User {
  id    Int    @id @default(autoincrement())
  email String @unique

  «@@index([email])»
}
`,
      good: `model User {
  id    Int    @id @default(autoincrement())
  email String @unique
}
`,
    },
  ],
  on: ['prisma.model'],
  *check(model) {
    if (!isTable(model)) return;
    const all = indexesOf(model).filter((index) => isPlain(index) && !isPartial(index, model));
    for (const index of all) {
      const wider = all.find((other) => makesRedundant(other, index, all));
      if (wider === undefined) continue;
      yield {
        span: index.attribute.span,
        message: `${model.name.value} needs no index over ${columnNames(index)}: ${described(wider)} finds the same rows.`,
        fixes: [
          prismaFix(
            `Remove \`@@index([${index.fields.map(({ value }) => value).join(', ')}])\` from ${model.name.value}`,
            'review',
            model.section,
            removeBlockAttributeEdit(index.attribute, model),
          ),
        ],
        related: [{ section: model.section, span: wider.attribute.span, message: 'This one serves.' }],
        cause: redundant,
      };
    }
  },
});

const redundant: Cause = {
  key: 'redundant',
  message: (count) => `${count} indexes are not needed: another one of the same model finds the same rows.`,
  fixTitle: (count) => `Remove ${count} indexes that another one of the same model makes redundant`,
};

/** A B-tree over whole columns of all rows; anything else is there for a reason of its own. */
function isPlain({ kind, type, where, fields, clustered }: ModelIndex): boolean {
  const isTree = kind !== 'fulltext' && (type === undefined || type === 'BTree');
  const isWhole = fields.every(({ length, ops }) => length === undefined && ops === undefined);
  return isTree && where === undefined && clustered === undefined && isWhole && fields.length > 0;
}

/** A comment that says that the migration makes the index over some of the rows only. */
function isPartial({ attribute: { span } }: ModelIndex, { section: { text } }: PrismaModel): boolean {
  return /\bpartial\b|\bWHERE\b/.test(`${commentsAbove(text, span)}\n${commentBehind(text, span)}`);
}

/** Of two equal indexes the later one is redundant; one index may be backed by a key. */
function makesRedundant(other: ModelIndex, index: ModelIndex, all: readonly ModelIndex[]): boolean {
  if (other === index || index.kind !== 'index' || other.fields.length < index.fields.length) return false;
  const isEqual = other.fields.length === index.fields.length;
  if (isEqual && other.kind === 'index' && all.indexOf(other) > all.indexOf(index)) return false;
  const flips = index.fields.map(({ sort }, at) => (sort ?? 'Asc') !== (other.fields[at]?.sort ?? 'Asc'));
  const isSameOrder = flips.every((flip) => flip === flips[0]);
  return isSameOrder && index.fields.every(({ value }, at) => other.fields[at]?.value === value);
}

function columnNames({ fields }: ModelIndex): string {
  return fields.map(({ value }) => `\`${value}\``).join(', ');
}

function described({ kind, fields, fieldLevel }: ModelIndex): string {
  return fieldLevel ? `its \`@${kind}\`` : `\`@@${kind}([${fields.map(({ value }) => value).join(', ')}])\``;
}
