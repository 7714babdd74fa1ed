import { attributeOf } from '#core/prisma/attribute.ts';
import { changeRule } from '#core/rule.ts';
import { databaseChanges } from '#rules/checklist.ts';
import { columnChanges } from '#rules/detectors/change/column-changes.ts';
import { isEmptyInOldRows } from '#rules/detectors/change/empty-in-old-rows.ts';
import { prismaFix } from '#rules/fixes/prisma/prisma-fix.ts';
import { rewriteField } from '#rules/fixes/prisma/rewrite-field.ts';
import { prismaDocumentation } from '#rules/sources.ts';

const schema = (field = ''): string => `model User {
  id Int @id @default(autoincrement())
${field}}
`;

export const requiredColumnFilled = changeRule({
  id: 'change/required-column-filled',
  summary: 'Give a new required field a default that the database knows.',
  why: 'The rows that are there have no value for it: the migration fails on a table with rows. What Prisma Client makes up (`uuid()`, `cuid()`, `@updatedAt`) the database does not know.',
  item: databaseChanges,
  references: [prismaDocumentation('@default', 'reference/prisma-schema-reference#default')],
  severity: 'error',
  recommended: true,
  examples: [
    {
      title: 'A required field without a default',
      bad: { 'base/schema.prisma': schema(), 'schema.prisma': schema('  «name» String\n') },
      good: { 'base/schema.prisma': schema(), 'schema.prisma': schema('  name String?\n') },
    },
  ],
  on: ['prisma.model'],
  *check(model, scope) {
    for (const field of columnChanges(model, scope)?.added ?? []) {
      if (!isEmptyInOldRows(field)) continue;
      const canBeOptional = attributeOf(field, 'id') === undefined;
      const fix = prismaFix(
        `Let \`${field.name.value}\` be empty until it is filled`,
        'review',
        field.section,
        rewriteField(field, { isOptional: true }),
      );
      yield {
        span: field.name.span,
        message: `\`${model.name.value}.${field.name.value}\` is new and required: the migration fails if the table has rows. Add a default, or keep it optional until it is filled.`,
        ...(canBeOptional && { fixes: [fix] }),
      };
    }
  },
});
