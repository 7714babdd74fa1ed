import { attributeOf } from '#core/prisma/attribute.ts';
import { insertFieldsEdits } from '#core/prisma/edit.ts';
import { defaultOf } from '#core/prisma/field.ts';
import type { PrismaField, PrismaModel, PrismaValue } from '#core/prisma/model.ts';
import { enumOf } from '#core/prisma/named-block.ts';
import { type Finding, type Fix, localRule, type Scope } from '#core/rule.ts';
import { foldedName } from '#core/text/casing.ts';
import type { Edit } from '#core/text/span.ts';
import { softDelete } from '#rules/checklist.ts';
import { speaksOfForeignSystem } from '#rules/detectors/prisma/foreign-key-comment.ts';
import { isLogModel } from '#rules/detectors/prisma/log-model.ts';
import { siblingModels } from '#rules/detectors/prisma/sibling-models.ts';
import {
  deletionFlagOf,
  deletionTimeOf,
  isAboutDeletion,
  isVersioned,
  tellsDeletionTime,
} from '#rules/detectors/prisma/soft-delete.ts';
import { isTable } from '#rules/detectors/prisma/table-model.ts';
import { prismaFix } from '#rules/fixes/prisma/prisma-fix.ts';
import { rewriteField } from '#rules/fixes/prisma/rewrite-field.ts';
import { rowTimeLine } from '#rules/fixes/prisma/row-time.ts';
import { aip } from '#rules/sources.ts';

export const softDeleteShape = localRule({
  id: 'prisma/soft-delete-shape',
  summary: 'Mark deleted rows by an optional time without default.',
  why:
    'A row that is alive has no time of deletion: a required column, or one with a default, makes every new row a deleted one. ' +
    'A flag says that a row was deleted but not when, which the audit trail and the purge job need.',
  item: softDelete,
  references: [aip(164)],
  severity: 'warning',
  recommended: true,
  examples: [
    {
      title: 'A time every row has',
      bad: `model User {
  id        Int      @id @default(autoincrement())
  email     String
  «deletedAt» DateTime @default(now())
}
`,
      good: `model User {
  id        Int       @id @default(autoincrement())
  email     String
  deletedAt DateTime?
}
`,
    },
    {
      title: 'A flag instead of a time',
      bad: `model User {
  id        Int     @id @default(autoincrement())
  email     String
  «isDeleted» Boolean @default(false) @map("is_deleted")
}
`,
      good: `model User {
  id        Int       @id @default(autoincrement())
  email     String
  isDeleted Boolean   @default(false) @map("is_deleted") /// @deprecated Kept until its rows have \`deletedAt\`.
  deletedAt DateTime? @map("deleted_at")
}
`,
    },
    {
      title: 'A flag called otherwise, in a schema with native types',
      bad: `model Note {
  id         Int      @id @default(autoincrement())
  «removed»    Boolean  @default(false)
  created_at DateTime @default(now()) @db.Timestamptz(6)
}
`,
      good: `model Note {
  id         Int       @id @default(autoincrement())
  removed    Boolean   @default(false) /// @deprecated Kept until its rows have \`deleted_at\`.
  deleted_at DateTime? @db.Timestamptz(6)
  created_at DateTime  @default(now()) @db.Timestamptz(6)
}
`,
    },
  ],
  on: ['prisma.model'],
  *check(model, scope) {
    if (!isTable(model) || isLogModel(model) || isAboutDeletion(model)) return;
    const time = deletionTimeOf(model);
    const flag = deletionFlagOf(model);
    if (time !== undefined) yield* timeFindings(time);
    else if (flag !== undefined && !speaksOfForeignSystem(flag) && isWithoutTime(model, scope))
      yield flagFinding(flag, model, scope);
    else if (flag === undefined) yield* actorFindings(model, scope);
  },
});

/** A required time with a default that is no `now()` marks living rows by a far date: a choice of its own. */
function* timeFindings(field: PrismaField): Iterable<Finding> {
  const isNow = isNowCall(defaultOf(field));
  const attribute = attributeOf(field, 'default') ?? attributeOf(field, 'updatedAt');
  if (field.isOptional ? attribute === undefined : attribute !== undefined && !isNow) return;
  const fault = field.isOptional || isNow ? 'is set when a row is made' : 'is required';
  const change = { isOptional: true, without: attribute === undefined ? [] : [attribute] };
  yield {
    span: field.name.span,
    message: `\`${field.model.value}.${field.name.value}\` ${fault}, so that every row counts as deleted.`,
    fixes: [
      prismaFix(
        `Make \`${field.name.value}\` optional, without default (rows that are there keep their time)`,
        'review',
        field.section,
        rewriteField(field, change),
      ),
    ],
  };
}

function flagFinding(field: PrismaField, model: PrismaModel, scope: Scope): Finding {
  const fix = timeFix(field, model, scope);
  return {
    span: field.name.span,
    message: `\`${field.model.value}.${field.name.value}\` says that a row was deleted, but not when.`,
    ...(fix && { fixes: [fix] }),
    cause: {
      key: 'flag',
      message: (count) => `${count} models say by a flag that a row was deleted, but not when.`,
      fixTitle: (count) => `Add the time of deletion beside ${count} flags, which stay`,
    },
  };
}

/** `deleted_by` alone: who it was, but not when. */
function* actorFindings(model: PrismaModel, scope: Scope): Iterable<Finding> {
  const actor = model.fields.find(({ name }) => deletionActorNames.has(foldedName(name.value)));
  if (actor === undefined || !isWithoutTime(model, scope) || actor.type.value === 'DateTime') return;
  const line = rowTimeLine('deletedAt', siblingModels(model, scope));
  const fix =
    line &&
    prismaFix(
      `Add \`${line.name}\` beside \`${actor.name.value}\``,
      'review',
      actor.section,
      ...insertFieldsEdits(model, [line], actor.name.value),
    );
  yield {
    span: actor.name.span,
    message: `\`${model.name.value}.${actor.name.value}\` says who deleted a row, but no column says when.`,
    ...(fix && { fixes: [fix] }),
  };
}

const deletionActorNames: ReadonlySet<string> = new Set(
  'deletedby deletedbyid deletedbyuser deletedbyuserid deleter deleterid'.split(' '),
);

/** The flag stays: without it the migration would bring back every deleted row. Undefined where the schema's word for the time is not known. */
function timeFix(field: PrismaField, model: PrismaModel, scope: Scope): Fix | undefined {
  const line = rowTimeLine('deletedAt', siblingModels(model, scope));
  if (line === undefined) return undefined;
  return prismaFix(
    `Add \`${line.name}\` beside \`${field.name.value}\`, which stays until its rows have a time`,
    'review',
    field.section,
    deprecation(field, line.name),
    ...insertFieldsEdits(model, [line], field.name.value),
  );
}

/** The client's types tell it, too. Behind the flag, or above it where a comment stands there. */
function deprecation({ span, section: { text } }: PrismaField, time: string): Edit {
  const comment = `/// @deprecated Kept until its rows have \`${time}\`.`;
  const rest = /^[^\r\n]*/.exec(text.slice(span.end))?.[0] ?? '';
  if (rest.trim() === '') return { span: { start: span.end, end: span.end }, newText: ` ${comment}` };
  const lead = text.slice(text.lastIndexOf('\n', span.start) + 1, span.start);
  const lineBreak = /\r\n|\n|\r/.exec(text)?.[0] ?? '\n';
  return { span: { start: span.start, end: span.start }, newText: `${comment}${lineBreak}${lead}` };
}

function isNowCall(value: PrismaValue | undefined): boolean {
  return value?.kind === 'call' && (value.name === 'now' || value.name === 'dbgenerated');
}

/** True when nothing in the row says when it was deleted: no other column, no state, no version. */
function isWithoutTime(model: PrismaModel, scope: Scope): boolean {
  return !tellsDeletionTime(model) && !isVersioned(model) && !hasDeletedState(model, scope);
}

/** True when an enum of the model has a value such as DELETED: the state tells, and the flag only repeats it. */
function hasDeletedState({ fields }: PrismaModel, scope: Scope): boolean {
  return fields.some((field) => enumOf(field, scope)?.values.some(({ name }) => /deleted/i.test(name.value)));
}
