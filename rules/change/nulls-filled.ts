import { changeRule } from '#core/rule.ts';
import { databaseChanges } from '#rules/checklist.ts';
import { columnChanges } from '#rules/detectors/change/column-changes.ts';
import { prismaFix } from '#rules/fixes/prisma/prisma-fix.ts';
import { rewriteField } from '#rules/fixes/prisma/rewrite-field.ts';
import { postgresql } from '#rules/sources.ts';

const schema = (field: string): string => `model User {
  id Int @id @default(autoincrement())
  ${field}
}
`;

export const nullsFilled = changeRule({
  id: 'change/nulls-filled',
  summary: 'Fill rows that have NULL before a field is required.',
  why: 'The migration fails where a row has no value, whatever default is written beside: a default is for new rows. Fill them first, and require it in the migration after that.',
  item: databaseChanges,
  references: [postgresql('ALTER TABLE', 'sql-altertable')],
  severity: 'error',
  recommended: true,
  examples: [
    {
      title: 'A field that was optional',
      bad: { 'base/schema.prisma': schema('name String?'), 'schema.prisma': schema('«name» String') },
      good: { 'base/schema.prisma': schema('name String?'), 'schema.prisma': schema('name String?') },
    },
  ],
  on: ['prisma.model'],
  *check(model, scope) {
    for (const { former, field } of columnChanges(model, scope)?.kept ?? []) {
      if (!former.isOptional || field.isOptional || field.isList || former.isList) continue;
      // Another type is another column.
      if (former.type.value !== field.type.value) continue;
      yield {
        span: field.name.span,
        message: `\`${model.name.value}.${field.name.value}\` is now required: the migration fails while a row has NULL. Fill those rows first.`,
        fixes: [
          prismaFix(
            `Let \`${field.name.value}\` be empty until it is filled`,
            'review',
            field.section,
            rewriteField(field, { isOptional: true }),
          ),
        ],
        related: [scope.base.placed(former.section, former.name.span, `As it was in ${scope.base.name}.`)],
      };
    }
  },
});
