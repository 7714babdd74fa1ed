import { leadsToItself } from '#core/prisma/named-block.ts';
import { foreignKeysOf } from '#core/prisma/relation.ts';
import { localRule } from '#core/rule.ts';
import { foreignKeys } from '#rules/checklist.ts';
import { commentsSay } from '#rules/detectors/prisma/prisma-comments.ts';
import { isTable } from '#rules/detectors/prisma/table-model.ts';
import { keepWithoutOwner, refuseDeletion } from '#rules/fixes/prisma/set-on-delete.ts';
import { prismaDocumentation } from '#rules/sources.ts';
import { meantToGo } from '#rules/words/kept-records.ts';

export const treeNotCascaded = localRule({
  id: 'prisma/tree-not-cascaded',
  summary: 'Delete a node of a tree without all that is below it.',
  why:
    'With a cascade from parent to child one statement deletes a whole branch, however deep, in one transaction that locks every row of it; a wrong click at the top empties the table. ' +
    'Refuse to delete a node that has children, or move them first.',
  item: foreignKeys,
  references: [
    prismaDocumentation('Self-relations', 'prisma-schema/data-model/relations/self-relations'),
    prismaDocumentation('Referential actions', 'prisma-schema/data-model/relations/referential-actions'),
  ],
  severity: 'info',
  recommended: false,
  examples: [
    {
      title: 'A category goes with all below it',
      bad: `model Category {
  id       Int        @id @default(autoincrement())
  parent   Category?  @relation("CategoryTree", fields: [parentId], references: [id], onDelete: «Cascade»)
  parentId Int?
  children Category[] @relation("CategoryTree")

  @@index([parentId])
}
`,
      good: `model Category {
  id       Int        @id @default(autoincrement())
  parent   Category?  @relation("CategoryTree", fields: [parentId], references: [id], onDelete: Restrict)
  parentId Int?
  children Category[] @relation("CategoryTree")

  @@index([parentId])
}
`,
    },
  ],
  on: ['prisma.model'],
  *check(model, scope) {
    if (!isTable(model) || commentsSay(model.section.text, meantToGo)) return;
    for (const key of foreignKeysOf(model)) {
      if (key.onDelete?.value !== 'Cascade' || !leadsToItself(key.field, model)) continue;
      const fixes = [refuseDeletion(key, model, scope), keepWithoutOwner(key, model)];
      yield {
        span: key.onDelete.span,
        message: `A deleted ${model.name.value} takes all below it along, as \`${key.field.name.value}\` cascades.`,
        fixes: fixes.filter((fix) => fix !== undefined),
      };
    }
  },
});
