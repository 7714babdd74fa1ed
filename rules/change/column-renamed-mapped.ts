import { changeRule } from '#core/rule.ts';
import { databaseChanges } from '#rules/checklist.ts';
import { columnChanges } from '#rules/detectors/change/column-changes.ts';
import { columnNameOf } from '#rules/detectors/change/former-model.ts';
import { keepColumn } from '#rules/fixes/prisma/keep-name.ts';
import { prismaFix } from '#rules/fixes/prisma/prisma-fix.ts';
import { prismaDocumentation } from '#rules/sources.ts';

const schema = (field: string): string => `model User {
  id Int @id @default(autoincrement())
  ${field}
}
`;

export const columnRenamedMapped = changeRule({
  id: 'change/column-renamed-mapped',
  summary: 'Let a field with a new name keep its column.',
  why: 'Prisma does not see that a field was renamed: its migration drops the column with all that is in it, and adds an empty one. `@map` leaves the column as it is.',
  item: databaseChanges,
  references: [prismaDocumentation('Mapping column names', 'prisma-schema/data-model/database-mapping')],
  severity: 'error',
  recommended: true,
  examples: [
    {
      title: 'Another name for the same column',
      bad: { 'base/schema.prisma': schema('name String?'), 'schema.prisma': schema('«fullName» String?') },
      good: {
        'base/schema.prisma': schema('name String?'),
        'schema.prisma': schema('fullName String? @map("name")'),
      },
    },
  ],
  on: ['prisma.model'],
  *check(model, scope) {
    for (const { former, field } of columnChanges(model, scope)?.renamed ?? []) {
      const column = columnNameOf(former);
      const fix = prismaFix(`Keep the column “${column}”`, 'review', field.section, keepColumn(field, column));
      yield {
        span: field.name.span,
        message: `\`${model.name.value}.${field.name.value}\` looks like \`${former.name.value}\` under a new name: the column is dropped with all values.`,
        fixes: [fix],
        related: [scope.base.placed(former.section, former.name.span, `As it was in ${scope.base.name}.`)],
      };
    }
  },
});
