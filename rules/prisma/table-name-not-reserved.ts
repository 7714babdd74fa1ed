import { mappedName } from '#core/prisma/field.ts';
import { localRule } from '#core/rule.ts';
import { databaseNames } from '#rules/checklist.ts';
import { isTable } from '#rules/detectors/prisma/table-model.ts';
import { postgresql } from '#rules/sources.ts';
import { reservedInSql } from '#rules/words/reserved-in-sql.ts';

export const tableNameNotReserved = localRule({
  id: 'prisma/table-name-not-reserved',
  summary: 'Call no table by a word that SQL reserves.',
  why: 'Prisma quotes names, people forget: `SELECT * FROM order` is an error, and `SELECT * FROM user` in PostgreSQL is worse, as it answers with the name of the role.',
  item: databaseNames,
  references: [postgresql('SQL Key Words', 'sql-keywords-appendix.html')],
  severity: 'info',
  recommended: false,
  options: {
    allowed: { default: [], description: 'Names of tables that stay as they are.' },
  },
  examples: [
    {
      title: 'A table of orders',
      bad: `model Order {
  id Int @id

  @@map(«"order"»)
}
`,
      good: `model Order {
  id Int @id

  @@map("orders")
}
`,
    },
  ],
  on: ['prisma.model'],
  *check(model, scope, { allowed }) {
    if (!isTable(model) || scope.roots('prisma.datasource').some(({ provider }) => provider?.value === 'mongodb'))
      return;
    const { value, span } = mappedName(model) ?? model.name;
    if (!reservedInSql.has(value.toLowerCase()) || allowed.includes(value)) return;
    yield {
      span,
      message: `SQL reserves “${value}”: whoever writes queries by hand has to quote the table.`,
      cause: { key: 'reserved', message: (count) => `SQL reserves the names of ${count} tables.` },
    };
  },
});
