import { removeBlockAttributeEdit } from '#core/prisma/edit.ts';
import { indexesOf, type ModelIndex } from '#core/prisma/indexes.ts';
import type { PrismaModel } from '#core/prisma/model.ts';
import { type Cause, localRule } from '#core/rule.ts';
import { indexes } from '#rules/checklist.ts';
import { indexInWords } from '#rules/detectors/prisma/index-columns.ts';
import { commentBehind, commentsAbove } from '#rules/detectors/prisma/prisma-comments.ts';
import { isTable } from '#rules/detectors/prisma/table-model.ts';
import { prismaFix } from '#rules/fixes/prisma/prisma-fix.ts';
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
  tag: 'unnecessary',
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
    {
      title: 'A second key over the same columns',
      bad: `model Seat {
  id   Int @id @default(autoincrement())
  row  Int
  seat Int

  @@unique([row, seat])
  «@@unique([row, seat], map: "seat_row_seat")»
}
`,
      good: `model Seat {
  id   Int @id @default(autoincrement())
  row  Int
  seat Int

  @@unique([row, seat])
}
`,
    },
  ],
  on: ['prisma.model'],
  *check(model) {
    if (!isTable(model)) return;
    const all = indexesOf(model).filter((index) => isPlain(index) && !isPartial(index, model));
    const byBeginning = indexesByBeginning(all);
    for (const [place, index] of all.entries()) {
      const alike = byBeginning.get(beginningOf(index, index.fields.length)) ?? [];
      const wider = all[alike.find((other) => makesRedundant(all, other, place)) ?? -1];
      if (wider === undefined) continue;
      yield {
        span: index.attribute.span,
        message: messageFor(index, wider, model),
        fixes: [
          prismaFix(
            `Remove \`${indexInWords(index)}\` from ${model.name.value}`,
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

function messageFor(index: ModelIndex, other: ModelIndex, { name }: PrismaModel): string {
  return index.kind === 'unique'
    ? `${name.value} needs no second key over ${columnNames(index)}: ${described(other)} keeps its rows apart.`
    : `${name.value} needs no index over ${columnNames(index)}: ${described(other)} finds the same rows.`;
}

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

/** The places of indexes that begin with the columns of some index of the model, in its order or in the opposite one. */
function indexesByBeginning(all: readonly ModelIndex[]): ReadonlyMap<string, readonly number[]> {
  const lengths = new Set(all.filter(({ kind }) => kind !== 'id').map(({ fields }) => fields.length));
  const places = new Map<string, number[]>();
  for (const [place, index] of all.entries()) {
    for (const length of lengths) {
      if (length > index.fields.length) continue;
      const beginning = beginningOf(index, length);
      const known = places.get(beginning);
      if (known === undefined) places.set(beginning, [place]);
      else known.push(place);
    }
  }
  return places;
}

/** The first columns, and which of them are sorted the other way than the first one. */
function beginningOf({ fields }: ModelIndex, length: number): string {
  const columns = fields.slice(0, length);
  const first = columns[0]?.sort ?? 'Asc';
  return columns.map(({ value, sort }) => `${value} ${(sort ?? 'Asc') === first}`).join('\n');
}

/**
 * Of two equal indexes the later one is redundant, unless both have the name Prisma gives them, which it refuses itself; one index may be
 * backed by a key. The places are those of two that begin alike.
 */
function makesRedundant(all: readonly ModelIndex[], otherPlace: number, place: number): boolean {
  const [other, index] = [all[otherPlace], all[place]];
  if (other === undefined || index === undefined || other === index) return false;
  const isEqual = other.fields.length === index.fields.length;
  // A second key over the same columns; one at a field is that of the field.
  if (index.kind === 'unique')
    return !index.fieldLevel && isEqual && (other.kind === 'id' || (other.kind === 'unique' && otherPlace < place));
  if (index.kind !== 'index') return false;
  if (!isEqual || other.kind !== 'index') return true;
  return otherPlace < place && (other.map ?? '') !== (index.map ?? '');
}

function columnNames({ fields }: ModelIndex): string {
  return fields.map(({ value }) => `\`${value}\``).join(', ');
}

function described({ kind, fields, fieldLevel }: ModelIndex): string {
  return fieldLevel ? `its \`@${kind}\`` : `\`@@${kind}([${fields.map(({ value }) => value).join(', ')}])\``;
}
