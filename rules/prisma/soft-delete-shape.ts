import { attributeOf } from '#core/prisma/attribute.ts';
import { defaultOf, mappedName } from '#core/prisma/field.ts';
import { indexesOf } from '#core/prisma/indexes.ts';
import type { PrismaField, PrismaModel, PrismaValue } from '#core/prisma/model.ts';
import { type Finding, type Fix, localRule, type Scope } from '#core/rule.ts';
import { softDelete } from '#rules/checklist.ts';
import { isLogModel } from '#rules/detectors/log-model.ts';
import { deletionFlagOf, deletionTimeOf } from '#rules/detectors/soft-delete.ts';
import { isTable } from '#rules/detectors/table-model.ts';
import { prismaFix } from '#rules/fixes/prisma-fix.ts';
import { rewriteField } from '#rules/fixes/rewrite-field.ts';
import { aip } from '#rules/sources.ts';

export const softDeleteShape = localRule({
  id: 'prisma/soft-delete-shape',
  summary: 'Mark deleted rows by an optional time without default.',
  why:
    'A row that is alive has no time of deletion: a required column, or one with a default, makes every new row a deleted one. ' +
    'A flag says that a row was deleted but not when, which the audit trail and the purge job need.',
  item: softDelete,
  references: [aip(164)],
  severity: 'error',
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
  id        Int      @id @default(autoincrement())
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
  id        Int     @id @default(autoincrement())
  email     String
  deletedAt DateTime? @map("deleted_at")
}
`,
    },
  ],
  on: ['prisma.model'],
  *check(model, scope) {
    if (!isTable(model) || isLogModel(model)) return;
    const time = deletionTimeOf(model);
    const flag = deletionFlagOf(model);
    if (time !== undefined) yield* timeFindings(time);
    else if (flag !== undefined && !hasDeletedState(model, scope)) yield flagFinding(flag, model);
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
    fixes: [prismaFix('Make it optional, without default', 'review', field.section, rewriteField(field, change))],
  };
}

function flagFinding(field: PrismaField, model: PrismaModel): Finding {
  const fix = timeFix(field, model);
  return {
    span: field.name.span,
    message: `\`${field.model.value}.${field.name.value}\` says that a row was deleted, but not when.`,
    ...(fix && { fixes: [fix] }),
  };
}

/** Undefined where an index or an attribute of its own speaks of the flag. */
function timeFix(field: PrismaField, model: PrismaModel): Fix | undefined {
  const known = field.attributes.every(({ name }) => name.value === 'default' || name.value === 'map');
  const isIndexed = indexesOf(model).some(({ fields }) => fields.some(({ value }) => value === field.name.value));
  if (!known || isIndexed) return undefined;
  const map = attributeOf(field, 'map');
  const name = isSnake(field.name.value, model) ? 'deleted_at' : 'deletedAt';
  const edit = rewriteField(field, {
    name,
    type: 'DateTime',
    isOptional: true,
    without: field.attributes.filter((attribute) => attribute.name.value === 'default'),
    replaced: new Map(map === undefined ? [] : [[map, `@map("${mappedColumn(field)}")`]]),
  });
  return prismaFix(`Store the time as \`${name}\``, 'review', field.section, edit);
}

function mappedColumn(field: PrismaField): string {
  return /[A-Z]/.test(mappedName(field)?.value ?? '') ? 'deletedAt' : 'deleted_at';
}

/** The field's own casing where it shows one, else that of its siblings. */
function isSnake(name: string, { fields }: PrismaModel): boolean {
  return name.includes('_') || (!/[A-Z]/.test(name) && fields.some((field) => field.name.value.includes('_')));
}

function isNowCall(value: PrismaValue | undefined): boolean {
  return value?.kind === 'call' && (value.name === 'now' || value.name === 'dbgenerated');
}

/** True when an enum of the model has a value such as DELETED: the state tells, and the flag only repeats it. */
function hasDeletedState({ fields }: PrismaModel, scope: Scope): boolean {
  return fields.some(({ type }) =>
    scope.find('prisma.enum', type.value)?.values.some(({ name }) => /deleted/i.test(name.value)),
  );
}
