import { changeRule } from '#core/rule.ts';
import { databaseChanges } from '#rules/checklist.ts';
import { formerModel, tableOf } from '#rules/detectors/change/former-model.ts';
import { keepTable } from '#rules/fixes/prisma/keep-name.ts';
import { prismaFix } from '#rules/fixes/prisma/prisma-fix.ts';
import { prismaDocumentation } from '#rules/sources.ts';

const schema = (name: string, map = ''): string => `model ${name} {
  id Int @id @default(autoincrement())
  email String
  name String?
${map}}
`;

export const tableRenamedMapped = changeRule({
  id: 'change/table-renamed-mapped',
  summary: 'Let a model with a new name keep its table.',
  why: 'Prisma does not see that a model was renamed: its migration drops the table with all rows, and makes an empty one. `@@map` leaves the table as it is.',
  item: databaseChanges,
  references: [prismaDocumentation('Mapping table names', 'prisma-schema/data-model/database-mapping')],
  severity: 'error',
  recommended: true,
  examples: [
    {
      title: 'Another name for the same table',
      bad: { 'base/schema.prisma': schema('User'), 'schema.prisma': schema('«Member»') },
      good: { 'base/schema.prisma': schema('User'), 'schema.prisma': schema('Member', '\n  @@map("User")\n') },
    },
  ],
  on: ['prisma.model'],
  *check(model, scope) {
    const before = formerModel(model, scope);
    if (before?.likeness !== 'columns') return;
    const table = tableOf(before.model);
    const { section, name } = model;
    yield {
      span: name.span,
      message: `\`${name.value}\` looks like \`${before.model.name.value}\` under a new name: its table is dropped with all rows.`,
      fixes: [prismaFix(`Keep the table “${table}”`, 'review', section, keepTable(model, table))],
      related: [scope.base.placed(before.model.section, before.model.name.span, `As it was in ${scope.base.name}.`)],
    };
  },
});
