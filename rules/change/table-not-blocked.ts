import type { PrismaModel } from '#core/prisma/model.ts';
import { type Provider, providerOf } from '#core/prisma/provider.ts';
import { changeRule, type Related } from '#core/rule.ts';
import { databaseChanges } from '#rules/checklist.ts';
import { blockingWords } from '#rules/detectors/change/blocking-words.ts';
import { type BlockingWork, blockingWork } from '#rules/detectors/change/blocking-work.ts';
import { columnChanges } from '#rules/detectors/change/column-changes.ts';
import { isRelationModePrisma } from '#rules/detectors/prisma/indexed-by-database.ts';
import { isLogModel } from '#rules/detectors/prisma/log-model.ts';
import { isLookupModel } from '#rules/detectors/prisma/lookup-model.ts';
import { mysql, postgresql } from '#rules/sources.ts';

const schema = (index: string, name = 'AuditLog'): string => `datasource db {
  provider = "postgresql"
}

model ${name} {
  id     BigInt   @id @default(autoincrement())
  at     DateTime @default(now())
  actor  String
  action String
${index}}
`;

export const tableNotBlocked = changeRule({
  id: 'change/table-not-blocked',
  summary: 'Change large tables without blocking them.',
  why: 'While an index is built, a foreign key checked or a column rewritten, others wait: for minutes where there are many rows, and behind them all that asks for the same table. There is a way around each of it, which Prisma does not write.',
  item: databaseChanges,
  references: [
    postgresql('CREATE INDEX', 'sql-createindex.html#SQL-CREATEINDEX-CONCURRENTLY'),
    postgresql('ALTER TABLE', 'sql-altertable'),
    mysql('Online DDL Operations', 'innodb-online-ddl-operations.html'),
  ],
  severity: 'warning',
  recommended: true,
  options: {
    large: {
      default: [],
      description: 'Names of models with many rows, beside logs and histories, which have many by their nature.',
    },
    small: { default: [], description: 'Names of models with few rows, whatever they are called.' },
    all: { default: false, description: 'Takes every table for a large one that is not said to be small.' },
  },
  examples: [
    {
      title: 'An index on a log',
      bad: {
        'base/schema.prisma': schema(''),
        'schema.prisma': schema('\n  @@index([actor, at])\n', '«AuditLog»'),
      },
      good: { 'base/schema.prisma': schema(''), 'schema.prisma': schema('') },
    },
  ],
  on: ['prisma.model'],
  *check(model, scope, options) {
    const sources = scope.roots('prisma.datasource');
    const provider = providerOf(sources);
    const changes = isLarge(model) ? columnChanges(model, scope) : undefined;
    if (provider === undefined || changes === undefined) return;
    const work = blockingWork(model, changes, provider, !isRelationModePrisma(sources));
    const words = blockingWords(model.name.value, work, provider);
    if (words !== undefined) yield { span: model.name.span, message: words, related: placesOf(work, model, provider) };

    function isLarge({ name }: PrismaModel): boolean {
      const { large, small, all }: { large: readonly string[]; small: readonly string[]; all: boolean } = options;
      if (large.includes(name.value)) return true;
      return !small.includes(name.value) && !isLookupModel(model, scope) && (all || isLogModel(model));
    }
  },
});

function placesOf(
  { built, checked, rewritten }: BlockingWork,
  { section }: PrismaModel,
  provider: Provider,
): readonly Related[] {
  const indexes = provider === 'mysql' ? [] : built;
  return [
    ...indexes.map(({ attribute: { span } }) => ({ section, span, message: 'The index that is built.' })),
    ...checked.map(({ field: { name } }) => ({ section, span: name.span, message: 'Every row is checked for it.' })),
    ...rewritten.map(({ name }) => ({ section, span: name.span, message: 'Every row is written anew for it.' })),
  ];
}
