import { insertFieldsEdits } from '#core/prisma/edit.ts';
import type { PrismaModel } from '#core/prisma/model.ts';
import { type Fix, localRule, type Scope } from '#core/rule.ts';
import { softDelete } from '#rules/checklist.ts';
import { siblingModels } from '#rules/detectors/prisma/sibling-models.ts';
import { deletionFlagOf, deletionTimeOf, tellsDeletionTime } from '#rules/detectors/prisma/soft-delete.ts';
import { isTable } from '#rules/detectors/prisma/table-model.ts';
import { creationTimeOf, updateTimeOf } from '#rules/detectors/prisma/time-field.ts';
import { prismaFix } from '#rules/fixes/prisma/prisma-fix.ts';
import { rowTimeLine } from '#rules/fixes/prisma/row-time.ts';
import { aip } from '#rules/sources.ts';

export const softDeletePolicy = localRule({
  id: 'prisma/soft-delete-policy',
  summary: 'Keep deleted rows of the models that must keep them.',
  why:
    'Where an audit, a dispute or a restore needs rows that were deleted, a model without a time of deletion loses them at the first DELETE. Which models those are the schema does not ' +
    'know: name them in the configuration, or write `/// @audit` before them.',
  item: softDelete,
  references: [aip(164)],
  severity: 'warning',
  recommended: true,
  options: {
    models: { default: [] as readonly string[], description: 'Names of the models whose deleted rows are kept.' },
    tag: { default: '@audit', description: 'What the documentation (`///`) of such a model says.' },
  },
  examples: [
    {
      title: 'A model that is tagged',
      bad: `/// Kept for ten years. @audit
model «Contract» {
  id        Int      @id @default(autoincrement())
  party     String
  createdAt DateTime @default(now())
  updatedAt DateTime @updatedAt
}
`,
      good: `/// Kept for ten years. @audit
model Contract {
  id        Int       @id @default(autoincrement())
  party     String
  createdAt DateTime  @default(now())
  updatedAt DateTime  @updatedAt
  deletedAt DateTime?
}
`,
    },
  ],
  on: ['prisma.model'],
  *check(model, scope, { models, tag }) {
    const isTagged = tag !== '' && model.documentation.split(/\s+/).includes(tag);
    if ((!isTagged && !models.includes(model.name.value)) || !isTable(model)) return;
    if (deletionTimeOf(model) ?? deletionFlagOf(model) ?? (tellsDeletionTime(model) || undefined)) return;
    const fix = timeFix(model, scope);
    yield {
      span: model.name.span,
      message: `${model.name.value} has to keep deleted rows, and has no time of deletion.`,
      ...(fix && { fixes: [fix] }),
    };
  },
});

function timeFix(model: PrismaModel, scope: Scope): Fix | undefined {
  const line = rowTimeLine('deletedAt', siblingModels(model, scope));
  if (line === undefined) return undefined;
  const after = updateTimeOf(model) ?? creationTimeOf(model);
  return prismaFix(
    `Add \`${line.name}\` to ${model.name.value}`,
    'review',
    model.section,
    ...insertFieldsEdits(model, [line], after?.name.value),
  );
}
