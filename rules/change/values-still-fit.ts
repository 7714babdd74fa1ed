import type { PrismaField, PrismaModel } from '#core/prisma/model.ts';
import { type Provider, providerOf } from '#core/prisma/provider.ts';
import { changeRule } from '#core/rule.ts';
import { databaseChanges } from '#rules/checklist.ts';
import { columnChanges } from '#rules/detectors/change/column-changes.ts';
import { columnNameOf, tableOf } from '#rules/detectors/change/former-model.ts';
import { narrowedColumn } from '#rules/detectors/change/narrowed-column.ts';
import { formerType } from '#rules/fixes/prisma/former-type.ts';
import { mysql, postgresql } from '#rules/sources.ts';

const schema = (field: string): string => `datasource db {
  provider = "postgresql"
}

model User {
  id Int @id @default(autoincrement())
  ${field}
}
`;

export const valuesStillFit = changeRule({
  id: 'change/values-still-fit',
  summary: 'Look whether the values still fit before a column takes less.',
  why: 'The migration fails at the first row that has more than the column takes now, on the day of the release. Where the database rounds instead nobody is told, and nothing brings back what was there.',
  item: databaseChanges,
  references: [
    postgresql('ALTER TABLE', 'sql-altertable'),
    mysql('Server SQL Modes', 'sql-mode.html#sqlmode_strict_trans_tables'),
  ],
  severity: 'warning',
  recommended: true,
  examples: [
    {
      title: 'Fewer characters',
      bad: {
        'base/schema.prisma': schema('name String @db.VarChar(255)'),
        'schema.prisma': schema('name «String» @db.VarChar(20)'),
      },
      good: {
        'base/schema.prisma': schema('name String @db.VarChar(255)'),
        'schema.prisma': schema('name String @db.VarChar(255)'),
      },
    },
    {
      title: 'Fewer decimal places',
      bad: {
        'base/schema.prisma': schema('balance Decimal @db.Decimal(12, 4)'),
        'schema.prisma': schema('balance «Decimal» @db.Decimal(10, 2)'),
      },
      good: {
        'base/schema.prisma': schema('balance Decimal @db.Decimal(12, 4)'),
        'schema.prisma': schema('balance Decimal @db.Decimal(12, 4)'),
      },
    },
  ],
  on: ['prisma.model'],
  *check(model, scope) {
    const provider = providerOf(scope.roots('prisma.datasource'));
    for (const pair of columnChanges(model, scope)?.kept ?? []) {
      const less = narrowedColumn(pair, provider);
      if (less === undefined) continue;
      const { former, field } = pair;
      const remedy =
        less.rows === 'changed'
          ? 'The migration changes what rows have, and nothing brings it back.'
          : `The migration fails while a row has more${probe(model, field, less.length, provider)}.`;
      yield {
        span: field.type.span,
        message: `\`${model.name.value}.${field.name.value}\` ${less.words}. ${remedy}`,
        fixes: formerType(former, field),
        related: [scope.base.placed(former.section, former.type.span, `As it was in ${scope.base.name}.`)],
      };
    }
  },
});

/** How to find rows whose text is too long. */
function probe(
  model: PrismaModel,
  field: PrismaField,
  length: number | undefined,
  provider: Provider | undefined,
): string {
  if (length === undefined || provider === undefined || field.isList) return '';
  const [open, close] = provider === 'mysql' ? ['`', '`'] : provider === 'sqlserver' ? ['[', ']'] : ['"', '"'];
  const count = provider === 'sqlserver' ? 'len' : 'char_length';
  const [table, column] = [tableOf(model), columnNameOf(field)].map((name) => `${open}${name}${close}`);
  return `: SELECT count(*) FROM ${table} WHERE ${count}(${column}) > ${length}`;
}
