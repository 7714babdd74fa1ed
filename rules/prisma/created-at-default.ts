import { attributeOf, attributeText } from '#core/prisma/attribute.ts';
import { insertFieldAttributeEdit, removeFieldAttributeEdit } from '#core/prisma/edit.ts';
import { defaultOf } from '#core/prisma/field.ts';
import type { PrismaField, PrismaModel } from '#core/prisma/model.ts';
import { type Finding, localRule, type Scope } from '#core/rule.ts';
import { foldedName } from '#core/text/casing.ts';
import { timestamps } from '#rules/checklist.ts';
import { isCopy } from '#rules/detectors/prisma/copied-model.ts';
import { speaksOfForeignSystem } from '#rules/detectors/prisma/foreign-key-comment.ts';
import { isForeignRow, isGivenId } from '#rules/detectors/prisma/foreign-row.ts';
import { isLibraryTable } from '#rules/detectors/prisma/library-table.ts';
import { commentsSay } from '#rules/detectors/prisma/prisma-comments.ts';
import { mostCommon, siblingModels } from '#rules/detectors/prisma/sibling-models.ts';
import { isTable } from '#rules/detectors/prisma/table-model.ts';
import { isCreationName, isNowByDefault, isUpdateName } from '#rules/detectors/prisma/time-field.ts';
import { prismaFix } from '#rules/fixes/prisma/prisma-fix.ts';
import { aip, prismaDocumentation } from '#rules/sources.ts';

export const createdAtDefault = localRule({
  id: 'prisma/created-at-default',
  summary: 'Let `@default(now())` set the time of creation.',
  why:
    'Without it every program that writes a row has to know what time it is. The one that forgets fails or leaves the column empty, and two servers whose clocks differ put rows in the ' +
    'wrong order.',
  item: timestamps,
  references: [prismaDocumentation('now()', 'reference/prisma-schema-reference#now'), aip(148)],
  severity: 'warning',
  recommended: true,
  examples: [
    {
      title: 'A time that every writer has to give',
      bad: `model Post {
  id        Int      @id @default(autoincrement())
  title     String
  «createdAt» DateTime
  updatedAt DateTime @updatedAt
}
`,
      good: `model Post {
  id        Int      @id @default(autoincrement())
  title     String
  createdAt DateTime @default(now())
  updatedAt DateTime @updatedAt
}
`,
    },
    {
      title: 'Written as in the other models',
      bad: `datasource db {
  provider = "postgresql"
}

model User {
  id         Int      @id @default(autoincrement())
  created_at DateTime @default(dbgenerated("now()")) @db.Timestamptz(6)
}

model Post {
  id         Int      @id @default(autoincrement())
  «created_at» DateTime @db.Timestamptz(6)
}
`,
      good: `datasource db {
  provider = "postgresql"
}

model User {
  id         Int      @id @default(autoincrement())
  created_at DateTime @default(dbgenerated("now()")) @db.Timestamptz(6)
}

model Post {
  id         Int      @id @default(autoincrement())
  created_at DateTime @default(dbgenerated("now()")) @db.Timestamptz(6)
}
`,
    },
  ],
  on: ['prisma.model'],
  *check(model, scope) {
    const created = model.fields.find((field) => isTimeOfCreation(field));
    if (created !== undefined && isTable(model)) yield* movedByChanges(created, model);
    if (created === undefined || isGiven(created) || model.section.dialect === 'prisma8' || !isTable(model)) return;
    if (isTakenOver(created, model, scope)) return;
    const siblings = siblingModels(model, scope);
    // `created` alone may be a time the row is about, unless a time of change is kept beside it.
    const isBare = foldedName(created.name.value) === 'created' && !model.fields.some(isKeptUpdate);
    const others = siblings
      .flatMap(({ fields }) => fields.filter(isTimeOfCreation))
      .filter(({ name }) => !isBare || foldedName(name.value) === 'created');
    const given = others.filter(isGiven);
    const updated = model.fields.find(isUnkeptUpdate);
    // An optional one, or one beside a time of change nobody keeps, may be how the rows come in.
    const isOpen = created.isOptional || updated !== undefined || isBare;
    if (isOpen ? given.length * 2 <= others.length : given.length === 0 && others.length > habit) return;
    const attribute = mostCommon(given.map(defaultText), (text) => text) ?? '@default(now())';
    yield {
      span: created.name.span,
      message: `\`${model.name.value}.${created.name.value}\` has no default: whoever writes a row has to give its time of creation.`,
      fixes: [
        prismaFix(
          `Add \`${attribute}\` to \`${model.name.value}.${created.name.value}\`${updated === undefined ? '' : `, and \`@updatedAt\` to \`${updated.name.value}\``}`,
          'review',
          created.section,
          insertFieldAttributeEdit(created, attribute),
          ...(updated === undefined ? [] : [insertFieldAttributeEdit(updated, '@updatedAt')]),
        ),
      ],
      cause: {
        key: 'default',
        message: (count) => `${count} times of creation have no default: whoever writes a row has to give them.`,
        fixTitle: (count) => `Give ${count} times of creation a default`,
      },
    };
  },
});

/** A schema with more of them, none with a default, is written by another program. */
const habit = 4;

function isTimeOfCreation(field: PrismaField): boolean {
  return field.type.value === 'DateTime' && !field.isList && isCreationName(field.name.value);
}

/** `@updatedAt` on a time of creation: each change moves it. Where it was meant for the time of change, it goes there. */
function* movedByChanges(created: PrismaField, model: PrismaModel): Iterable<Finding> {
  const attribute = attributeOf(created, 'updatedAt');
  if (attribute === undefined || created.isList) return;
  const named = `${model.name.value}.${created.name.value}`;
  const isDefaulted = defaultOf(created) !== undefined;
  const updated = model.fields.find(
    (field) => isUpdateName(field.name.value) && field.type.value === 'DateTime' && !isKeptUpdate(field),
  );
  const moved = updated === undefined ? '' : `, and give it to \`${model.name.value}.${updated.name.value}\``;
  const title = isDefaulted
    ? `Remove \`@updatedAt\` from \`${named}\``
    : `Give \`${named}\` \`@default(now())\` instead of \`@updatedAt\``;
  yield {
    span: created.name.span,
    message: `Each change of a row moves \`${named}\`: \`@updatedAt\` is for the time of the last change.`,
    fixes: [
      prismaFix(
        `${title}${moved}`,
        'review',
        created.section,
        isDefaulted
          ? removeFieldAttributeEdit(created, attribute)
          : { span: attribute.span, newText: '@default(now())' },
        ...(updated === undefined ? [] : [insertFieldAttributeEdit(updated, '@updatedAt')]),
      ),
    ],
  };
}

function isKeptUpdate({ name, attributes }: PrismaField): boolean {
  return isUpdateName(name.value) && attributes.some((attribute) => attribute.name.value === 'updatedAt');
}

/** `updatedAt` that neither Prisma nor the database sets. */
function isUnkeptUpdate(field: PrismaField): boolean {
  return field.type.value === 'DateTime' && !field.isList && isUpdateName(field.name.value) && !isGiven(field);
}

function isGiven(field: PrismaField): boolean {
  return (
    defaultOf(field) !== undefined ||
    ['default', 'updatedAt', 'ignore'].some((name) => attributeOf(field, name) !== undefined)
  );
}

function defaultText(field: PrismaField): string {
  return attributeText(field, attributeOf(field, 'default'));
}

/** True where the time is that of another system, of another row, or kept by the database in a way of its own. */
function isTakenOver(created: PrismaField, model: PrismaModel, scope: Scope): boolean {
  if (isCopy(model, scope) || isForeignRow(model) || isGivenId(model)) return true;
  if (isLibraryTable(model, scope) || model.fields.some(isNowByDefault) || speaksOfForeignSystem(created)) return true;
  return commentsSay(model.section.text, /\btriggers?\b|\bimported\b|\bcopied\b|\bset by\b/i);
}
