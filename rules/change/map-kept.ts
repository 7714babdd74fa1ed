import { mappedName } from '#core/prisma/field.ts';
import { changeRule } from '#core/rule.ts';
import { databaseChanges } from '#rules/checklist.ts';
import { columnChanges } from '#rules/detectors/change/column-changes.ts';
import { columnNameOf, formerModel, tableOf } from '#rules/detectors/change/former-model.ts';
import { keepColumn, keepTable } from '#rules/fixes/prisma/keep-name.ts';
import { prismaFix } from '#rules/fixes/prisma/prisma-fix.ts';
import { prismaDocumentation } from '#rules/sources.ts';

const schema = (map: string, field = 'name'): string => `model User {
  id Int @id @default(autoincrement())
  ${field} String?${map}
}
`;

export const mapKept = changeRule({
  id: 'change/map-kept',
  summary: 'Keep the names of tables and columns.',
  why: 'For a table or column with another name Prisma drops the old one with all that is in it, and makes an empty one.',
  item: databaseChanges,
  references: [prismaDocumentation('Mapping column names', 'prisma-schema/data-model/database-mapping')],
  severity: 'error',
  recommended: true,
  examples: [
    {
      title: 'A name for a column that has another one',
      bad: { 'base/schema.prisma': schema(''), 'schema.prisma': schema(' @map("full_name")', '«name»') },
      good: { 'base/schema.prisma': schema(''), 'schema.prisma': schema('') },
    },
  ],
  on: ['prisma.model'],
  *check(model, scope) {
    const { base } = scope;
    const before = formerModel(model, scope);
    if (before?.likeness === 'name') {
      const table = tableOf(before.model);
      yield {
        span: mappedName(model)?.span ?? model.name.span,
        message: `The table of \`${model.name.value}\` is now “${tableOf(model)}”: the migration drops “${table}” with all rows.`,
        fixes: [prismaFix(`Keep the table “${table}”`, 'review', model.section, keepTable(model, table))],
        related: [base.placed(before.model.section, before.model.name.span, `As it was in ${base.name}.`)],
      };
    }
    for (const { former, field } of columnChanges(model, scope)?.mapped ?? []) {
      const [was, is] = [columnNameOf(former), columnNameOf(field)];
      yield {
        span: field.name.span,
        message: `The column of \`${model.name.value}.${field.name.value}\` is now “${is}”: the migration drops “${was}” with all values.`,
        fixes: [prismaFix(`Keep the column “${was}”`, 'review', field.section, keepColumn(field, was))],
        related: [base.placed(former.section, former.name.span, `As it was in ${base.name}.`)],
      };
    }
  },
});
