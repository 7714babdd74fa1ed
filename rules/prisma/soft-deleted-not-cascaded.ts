import { modelOf } from '#core/prisma/named-block.ts';
import { foreignKeysOf } from '#core/prisma/relation.ts';
import { localRule } from '#core/rule.ts';
import { softDelete } from '#rules/checklist.ts';
import { keptFor } from '#rules/detectors/prisma/kept-record.ts';
import { commentsSay } from '#rules/detectors/prisma/prisma-comments.ts';
import { deletionFlagOf, deletionTimeOf, tellsDeletionTime } from '#rules/detectors/prisma/soft-delete.ts';
import { isTable } from '#rules/detectors/prisma/table-model.ts';
import { isTenantModelName } from '#rules/detectors/prisma/tenant-column.ts';
import { keepWithoutOwner, refuseDeletion } from '#rules/fixes/prisma/set-on-delete.ts';
import { prismaDocumentation } from '#rules/sources.ts';
import { meantToGo } from '#rules/words/kept-records.ts';

export const softDeletedNotCascaded = localRule({
  id: 'prisma/soft-deleted-not-cascaded',
  summary: 'Let no cascade hard-delete rows that are soft-deleted.',
  why: 'Soft-deleted rows are kept so that a deletion can be undone and audited. A cascade from a row that is hard-deleted removes them for good.',
  item: softDelete,
  references: [prismaDocumentation('Referential actions', 'prisma-schema/data-model/relations/referential-actions')],
  severity: 'warning',
  recommended: true,
  examples: [
    {
      title: 'A project that is really deleted takes its tasks along',
      bad: `model Project {
  id    Int    @id @default(autoincrement())
  tasks Task[]
}

model Task {
  id        Int       @id @default(autoincrement())
  project   Project   @relation(fields: [projectId], references: [id], onDelete: «Cascade»)
  projectId Int
  deletedAt DateTime?

  @@index([projectId])
}
`,
      good: `model Project {
  id    Int    @id @default(autoincrement())
  tasks Task[]
}

model Task {
  id        Int       @id @default(autoincrement())
  project   Project   @relation(fields: [projectId], references: [id], onDelete: Restrict)
  projectId Int
  deletedAt DateTime?

  @@index([projectId])
}
`,
    },
  ],
  on: ['prisma.model'],
  *check(model, scope) {
    const mark = deletionTimeOf(model) ?? deletionFlagOf(model);
    // Of those another rule tells.
    if (mark === undefined || keptFor(model) !== undefined || !isTable(model)) return;
    if (commentsSay(model.section.text, meantToGo)) return;
    for (const key of foreignKeysOf(model)) {
      const owner = key.onDelete?.value === 'Cascade' ? modelOf(key.field, scope) : undefined;
      if (key.onDelete === undefined || owner === undefined || owner === model || isMarked(owner)) continue;
      // All that a tenant has goes with the tenant.
      if (isTenantModelName(owner.name.value)) continue;
      const fixes = [keepWithoutOwner(key, model), refuseDeletion(key, model, scope)];
      yield {
        span: key.onDelete.span,
        message: `Deleting from ${owner.name.value} hard-deletes rows of \`${model.name.value}\`, which is soft-deleted by \`${mark.name.value}\`.`,
        fixes: fixes.filter((fix) => fix !== undefined),
        related: [{ section: model.section, span: mark.name.span, message: 'The soft delete.' }],
        cause: {
          key: 'cascaded',
          message: (count) => `${count} relations hard-delete rows of models that are soft-deleted.`,
          fixTitle: (count) => `Keep the rows of ${count} relations when what they belong to is deleted`,
        },
      };
    }
  },
});

function isMarked(owner: Parameters<typeof deletionTimeOf>[0]): boolean {
  return deletionTimeOf(owner) !== undefined || deletionFlagOf(owner) !== undefined || tellsDeletionTime(owner);
}
