import { blockId } from '#core/prisma/block-name.ts';
import type { PrismaEnumValue } from '#core/prisma/model.ts';
import { changeRule } from '#core/rule.ts';
import { databaseChanges } from '#rules/checklist.ts';
import { isOtherDatabase } from '#rules/detectors/change/other-database.ts';
import { enumValueBack } from '#rules/fixes/prisma/enum-value-back.ts';
import { prismaFix } from '#rules/fixes/prisma/prisma-fix.ts';
import { postgresql } from '#rules/sources.ts';

const schema = (value: string): string => `enum Status {
  OPEN
  ${value}
}

model Task {
  id     Int    @id @default(autoincrement())
  status Status
}
`;

export const enumValueKept = changeRule({
  id: 'change/enum-value-kept',
  summary: 'Keep the values of enums that rows have.',
  why: 'The migration fails where a row has the value, and what runs at that time may still write it. A value with a new name is another one, unless `@map` says what it is called in the database.',
  item: databaseChanges,
  references: [postgresql('ALTER TYPE', 'sql-altertype')],
  severity: 'error',
  recommended: true,
  examples: [
    {
      title: 'A value with a new name',
      bad: { 'base/schema.prisma': schema('DONE'), 'schema.prisma': schema('«CLOSED»') },
      good: { 'base/schema.prisma': schema('DONE'), 'schema.prisma': schema('CLOSED @map("DONE")') },
    },
  ],
  on: ['prisma.enum'],
  *check(node, scope) {
    const former = scope.base.find('prisma.enum', blockId(node));
    if (former === undefined || isOtherDatabase(scope)) return;
    const [then, now] = [former.values.map(storedName), node.values.map(storedName)];
    const gone = former.values.filter((value) => !now.includes(storedName(value)));
    const added = node.values.filter((value) => !then.includes(storedName(value)));
    const [only, ...more] = added;
    for (const value of gone) {
      const stored = storedName(value);
      const isRenamed = gone.length === 1 && only !== undefined && more.length === 0 && only.mapped === undefined;
      const at = isRenamed && only !== undefined ? only.span.end : 0;
      const fix = prismaFix(`Keep “${stored}” in the database`, 'review', node.section, {
        span: { start: at, end: at },
        newText: ` @map(${JSON.stringify(stored)})`,
      });
      yield {
        span: isRenamed && only !== undefined ? only.name.span : node.name.span,
        message: `\`${node.name.value}\` no longer has \`${stored}\`: the migration fails while a row has this value.`,
        fixes: [...(isRenamed ? [fix] : []), ...enumValueBack(value, former, node)],
        related: [scope.base.placed(former.section, value.name.span, `As it was in ${scope.base.name}.`)],
      };
    }
  },
});

function storedName({ name, mapped }: PrismaEnumValue): string {
  return mapped ?? name.value;
}
