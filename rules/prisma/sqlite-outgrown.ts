import { localRule } from '#core/rule.ts';
import { storeFit } from '#rules/checklist.ts';
import { prismaDocumentation } from '#rules/sources.ts';

export const sqliteOutgrown = localRule({
  id: 'prisma/sqlite-outgrown',
  summary: 'Serve an application with many tables from a database server.',
  why:
    'SQLite lets one connection write at a time, lives on the disk of one machine, and rebuilds a table for most changes of a column. On one machine, in an app or a test that is enough; ' +
    'several servers cannot share it.',
  item: storeFit,
  references: [
    { title: 'SQLite, Appropriate Uses For SQLite', url: 'https://www.sqlite.org/whentouse.html' },
    prismaDocumentation('SQLite', 'orm/overview/databases/sqlite'),
  ],
  severity: 'info',
  recommended: false,
  options: {
    models: { default: 10, description: 'How many models a schema for SQLite may have.' },
  },
  examples: [
    {
      title: 'Many models',
      bad: `datasource db {
  provider = «"sqlite"»
}

${models(11)}`,
      good: `datasource db {
  provider = "postgresql"
}

${models(11)}`,
    },
  ],
  on: ['prisma.datasource'],
  *check({ provider }, scope, { models: most }) {
    const count = scope.names('prisma.model').length;
    if (provider?.value !== 'sqlite' || count <= most) return;
    yield {
      span: provider.span,
      message: `${count} models are stored in SQLite, where one connection writes at a time and all live on one disk.`,
    };
  },
});

function models(count: number): string {
  return Array.from({ length: count }, (_, index) => `model Table${index} {\n  id Int @id\n}\n`).join('\n');
}
