import { attributeOf } from '#core/prisma/attribute.ts';
import { insertFieldAttributeEdit } from '#core/prisma/edit.ts';
import { defaultOf } from '#core/prisma/field.ts';
import type { PrismaField, PrismaModel } from '#core/prisma/model.ts';
import { localRule, type Scope } from '#core/rule.ts';
import { wordsOf } from '#core/text/casing.ts';
import { timestamps } from '#rules/checklist.ts';
import { isLogModel } from '#rules/detectors/prisma/log-model.ts';
import { commentsSay } from '#rules/detectors/prisma/prisma-comments.ts';
import { siblingModels } from '#rules/detectors/prisma/sibling-models.ts';
import { isTable } from '#rules/detectors/prisma/table-model.ts';
import { isCreationName, isUpdateName } from '#rules/detectors/prisma/time-field.ts';
import { prismaFix } from '#rules/fixes/prisma/prisma-fix.ts';
import { prismaDocumentation } from '#rules/sources.ts';
import { derivedModelWords } from '#rules/words/derived-models.ts';

export const updatedAtAttribute = localRule({
  id: 'prisma/updated-at-attribute',
  summary: 'Let `@updatedAt` keep the time of the last change.',
  why: 'Without it every write has to set the time itself. The first one that forgets leaves a wrong time, and caches, exports and conflict checks that trust it miss the change.',
  item: timestamps,
  references: [prismaDocumentation('@updatedAt', 'reference/prisma-schema-reference#updatedat')],
  severity: 'warning',
  recommended: true,
  options: {
    derived: {
      default: derivedModelWords,
      description: 'Last words of the names of models whose rows are computed, or come and go with the work.',
    },
  },
  examples: [
    {
      title: 'A time that is set once',
      bad: `model Post {
  id        Int      @id @default(autoincrement())
  createdAt DateTime @default(now())
  «updatedAt» DateTime @default(now())
}
`,
      good: `model Post {
  id        Int      @id @default(autoincrement())
  createdAt DateTime @default(now())
  updatedAt DateTime @default(now()) @updatedAt
}
`,
    },
    {
      title: 'A time that nobody sets',
      bad: `model Post {
  id            Int       @id @default(autoincrement())
  «last_modified» DateTime? @db.Timestamptz(3)
}
`,
      good: `model Post {
  id            Int       @id @default(autoincrement())
  last_modified DateTime? @updatedAt @db.Timestamptz(3)
}
`,
    },
  ],
  on: ['prisma.model'],
  *check(model, scope, { derived }) {
    // Prisma 8 has other attributes for it.
    if (model.section.dialect === 'prisma8' || !isTable(model) || isLogModel(model)) return;
    // Computed rows are written by the job that computes them, mostly in SQL, where `@updatedAt` does nothing.
    if (speaksOfTrigger(model) || copiesTimes(model) || derived.includes(lastWordOf(model))) return;
    for (const field of model.fields) {
      if (!isUnkept(field) || model.fields.some((other) => attributeOf(other, 'updatedAt') !== undefined)) continue;
      if (isOfAnotherProgram(model, scope)) return;
      yield {
        span: field.name.span,
        message: `Nothing in the schema sets \`${model.name.value}.${field.name.value}\` when the row changes.`,
        fixes: [
          prismaFix(
            `Add \`@updatedAt\` to \`${model.name.value}.${field.name.value}\``,
            'review',
            field.section,
            insertFieldAttributeEdit(field, '@updatedAt'),
          ),
        ],
        cause: {
          key: 'unset',
          message: (count) => `Nothing in the schema sets ${count} times of change when their rows change.`,
          fixTitle: (count) => `Add \`@updatedAt\` to ${count} fields`,
        },
      };
    }
  },
});

/** True for a time of the last change that neither Prisma nor an expression of the database keeps. */
function isUnkept(field: PrismaField): boolean {
  const value = defaultOf(field);
  const isExpression = value?.kind === 'call' && value.name !== 'now';
  return isUpdateName(field.name.value) && field.type.value === 'DateTime' && !field.isList && !isExpression;
}

/** True where the time of creation is given from outside too: the rows mirror those of another system. */
function copiesTimes({ fields }: PrismaModel): boolean {
  const created = fields.filter(({ name, type }) => isCreationName(name.value) && type.value === 'DateTime');
  return created.length > 0 && created.every((field) => defaultOf(field) === undefined);
}

/** True for `sync_task` among `User` and `Workspace`: a table in another casing than all others is written by a program without Prisma. */
function isOfAnotherProgram(model: PrismaModel, scope: Scope): boolean {
  if (!/^[a-z\d]+_[a-z\d_]+$/.test(model.name.value)) return false;
  const siblings = siblingModels(model, scope);
  return siblings.filter(({ name }) => /^[A-Z]/.test(name.value)).length * 2 > siblings.length;
}

/** A comment that says that the database keeps the time. */
function speaksOfTrigger({ section }: PrismaModel): boolean {
  return commentsSay(section.text, /\btriggers?\b/i);
}

function lastWordOf({ name }: PrismaModel): string {
  return wordsOf(name.value).at(-1) ?? '';
}
