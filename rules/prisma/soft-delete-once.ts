import { defaultOf } from '#core/prisma/field.ts';
import { indexesOf } from '#core/prisma/indexes.ts';
import type { PrismaField, PrismaModel } from '#core/prisma/model.ts';
import { localRule } from '#core/rule.ts';
import { softDelete } from '#rules/checklist.ts';
import { isLogModel } from '#rules/detectors/prisma/log-model.ts';
import { commentsSay } from '#rules/detectors/prisma/prisma-comments.ts';
import { deletionFlagOf, deletionTimeOf, isAboutDeletion } from '#rules/detectors/prisma/soft-delete.ts';
import { isTable } from '#rules/detectors/prisma/table-model.ts';
import { aip } from '#rules/sources.ts';

export const softDeleteOnce = localRule({
  id: 'prisma/soft-delete-once',
  summary: 'Say in one column that a row is deleted.',
  why: 'A flag beside a time says the same twice. The first write that sets one of them only makes a row that is deleted for half of the queries, and nothing tells which of the two is right.',
  item: softDelete,
  references: [aip(164)],
  severity: 'warning',
  recommended: true,
  examples: [
    {
      title: 'A flag and a time',
      bad: `model Note {
  id        Int       @id @default(autoincrement())
  text      String
  «isDeleted» Boolean   @default(false)
  deletedAt DateTime?
}
`,
      good: `model Note {
  id        Int       @id @default(autoincrement())
  text      String
  deletedAt DateTime?
}
`,
    },
  ],
  on: ['prisma.model'],
  *check(model) {
    const flag = deletionFlagOf(model);
    const time = deletionTimeOf(model);
    if (flag === undefined || !time?.isOptional || !isTable(model)) return;
    if (isLogModel(model) || isAboutDeletion(model) || isNeeded(flag, model)) return;
    yield {
      span: flag.name.span,
      message:
        `\`${model.name.value}.${flag.name.value}\` says again what \`${time.name.value}\` says. ` +
        'Give a time to the rows whose flag alone is set, then drop the flag.',
      related: [{ section: time.section, span: time.name.span, message: 'The time of deletion.' }],
      cause: {
        key: 'twice',
        message: (count) => `${count} models say twice that a row is deleted, by a flag and by a time.`,
      },
    };
  },
});

/** A flag in a key or an index does what a time cannot; one the database computes cannot differ; one on its way out is known. */
function isNeeded(flag: PrismaField, model: PrismaModel): boolean {
  const isKeyed = indexesOf(model).some(({ fields }) => fields.some(({ value }) => value === flag.name.value));
  const isComputed = defaultOf(flag)?.kind === 'call';
  const { text } = model.section;
  const line = text.slice(text.lastIndexOf('\n', flag.span.start) + 1, text.indexOf('\n', flag.span.end));
  const said = `${flag.documentation}\n${line}`;
  return (
    isKeyed ||
    isComputed ||
    /deprecat|until|legacy|migrat|backfill|generated/i.test(said) ||
    commentsSay(text, /\bgenerated column\b/i)
  );
}
