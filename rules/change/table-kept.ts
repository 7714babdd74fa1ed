import { blockId } from '#core/prisma/block-name.ts';
import { mappedName } from '#core/prisma/field.ts';
import { tableName } from '#core/prisma/migration/read-table.ts';
import { changeRule } from '#core/rule.ts';
import { databaseChanges } from '#rules/checklist.ts';
import { formerModel, isIgnored, isKept } from '#rules/detectors/change/former-model.ts';
import { isOtherDatabase } from '#rules/detectors/change/other-database.ts';
import { modelBack } from '#rules/fixes/prisma/model-back.ts';
import { prismaDocumentation } from '#rules/sources.ts';

const head = `datasource db {
  provider = "postgresql"
}

model User {
  id Int @id @default(autoincrement())
}
`;

const invoice = (more = ''): string => `
model Invoice {
  id Int @id @default(autoincrement())
${more}}
`;

export const tableKept = changeRule({
  id: 'change/table-kept',
  summary: 'Remove a model in two releases.',
  why: 'The migration drops the table with all its rows, and what runs at that time goes on asking for it. With `@@ignore` first, the next release can drop it.',
  item: databaseChanges,
  references: [prismaDocumentation('@@ignore', 'reference/prisma-schema-reference#ignore-1')],
  severity: 'error',
  recommended: true,
  examples: [
    {
      title: 'A model that is gone',
      bad: { 'base/schema.prisma': head + invoice(), 'schema.prisma': head.replace('db', '«db»') },
      good: { 'base/schema.prisma': head + invoice(), 'schema.prisma': head + invoice('\n  @@ignore\n') },
    },
  ],
  on: ['prisma.datasource'],
  *check(datasource, scope) {
    const { base } = scope;
    if (!scope.isUnderstood() || !base.isUnderstood() || isOtherDatabase(scope)) return;
    const now = scope.roots('prisma.model');
    const tables = new Set(now.map(tableName));
    for (const former of base.roots('prisma.model')) {
      const isThere = tables.has(tableName(former)) || scope.find('prisma.model', blockId(former)) !== undefined;
      // A release has passed in which no client asked for it.
      if (isThere || !isKept(former) || isIgnored(former)) continue;
      // It lives on under another name.
      if (now.some((model) => formerModel(model, scope)?.model === former)) continue;
      yield {
        span: datasource.name.span,
        message: `The model \`${former.name.value}\` is gone: its table is dropped with all rows. Keep it with \`@@ignore\` for a release.`,
        fixes: modelBack(former, datasource, scope),
        related: [
          base.placed(former.section, mappedName(former)?.span ?? former.name.span, `As it was in ${base.name}.`),
        ],
      };
    }
  },
});
