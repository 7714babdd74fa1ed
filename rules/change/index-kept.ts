import { isForeignKeyCovered } from '#core/prisma/foreign-key.ts';
import type { PrismaModel } from '#core/prisma/model.ts';
import { foreignKeysOf } from '#core/prisma/relation.ts';
import { changeRule } from '#core/rule.ts';
import { databaseChanges } from '#rules/checklist.ts';
import { columnChanges } from '#rules/detectors/change/column-changes.ts';
import { type LostIndex, lostIndexes } from '#rules/detectors/change/lost-indexes.ts';
import { leavesForeignKeysUnindexed } from '#rules/detectors/prisma/indexed-by-database.ts';
import { indexBack } from '#rules/fixes/prisma/index-back.ts';
import { postgresql } from '#rules/sources.ts';

const schema = (index: string, name = 'Order'): string => `datasource db {
  provider = "postgresql"
}

model User {
  id     Int     @id @default(autoincrement())
  orders Order[]
}

model ${name} {
  id     Int  @id @default(autoincrement())
  userId Int
  user   User @relation(fields: [userId], references: [id])
${index}}
`;

export const indexKept = changeRule({
  id: 'change/index-kept',
  summary: 'Drop an index only where nothing looks for rows by it.',
  why: 'What found its rows by an index reads the whole table from the day of the migration on, and nobody notices before the table is large. To build it again takes longer than to drop it.',
  item: databaseChanges,
  references: [postgresql('DROP INDEX', 'sql-dropindex')],
  severity: 'info',
  recommended: true,
  examples: [
    {
      title: 'An index that a relation needs',
      bad: {
        'base/schema.prisma': schema('\n  @@index([userId])\n'),
        'schema.prisma': schema('', '«Order»'),
      },
      good: {
        'base/schema.prisma': schema('\n  @@index([userId])\n'),
        'schema.prisma': schema('\n  @@index([userId])\n'),
      },
    },
  ],
  on: ['prisma.model'],
  *check(model, scope) {
    const changes = columnChanges(model, scope);
    if (changes === undefined) return;
    const { base } = scope;
    const isUnindexed = leavesForeignKeysUnindexed(scope.roots('prisma.datasource'));
    for (const lost of lostIndexes(model, changes)) {
      const user = isUnindexed ? relationBy(lost, model) : undefined;
      const { span } = lost.index.attribute;
      const use = user === undefined ? 'Is no query left that finds rows by it?' : `\`${user}\` finds its rows by it.`;
      yield {
        span: model.name.span,
        message: `The index of \`${model.name.value}\` on ${columnsText(lost)} is dropped. ${use}`,
        fixes: indexBack(lost, changes.former, model),
        related: [base.placed(changes.former.section, span, `As it was in ${base.name}.`)],
      };
    }
  },
});

/** `Order.user`: a relation whose foreign key no other index serves. */
function relationBy({ fields }: LostIndex, model: PrismaModel): string | undefined {
  const key = foreignKeysOf(model).find((each) => {
    const own = each.fields.map(({ value }) => value);
    const leading = fields.slice(0, own.length);
    return own.every((name) => leading.includes(name)) && !isForeignKeyCovered(model, own);
  });
  return key === undefined ? undefined : `${model.name.value}.${key.field.name.value}`;
}

function columnsText({ fields }: LostIndex): string {
  return fields.map((name) => `\`${name}\``).join(', ');
}
