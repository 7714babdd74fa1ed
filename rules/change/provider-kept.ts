import type { PrismaDatasource } from '#core/prisma/model.ts';
import { providerOf } from '#core/prisma/provider.ts';
import { changeRule } from '#core/rule.ts';
import { databaseChanges } from '#rules/checklist.ts';
import { prismaFix } from '#rules/fixes/prisma/prisma-fix.ts';
import { prismaDocumentation } from '#rules/sources.ts';

const schema = (provider: string): string => `datasource db {
  provider = ${provider}
}

model User {
  id Int @id @default(autoincrement())
}
`;

export const providerKept = changeRule({
  id: 'change/provider-kept',
  summary: 'Move to another database on purpose.',
  why: 'Migrations are written for one database. For another one their history begins anew, and no row comes along: it has to be moved by hand. With `relationMode = "prisma"` the next migration drops every foreign key.',
  item: databaseChanges,
  references: [
    prismaDocumentation(
      'Limitations and known issues',
      'prisma-migrate/understanding-prisma-migrate/limitations-and-known-issues',
    ),
    prismaDocumentation('Relation mode', 'prisma-schema/data-model/relations/relation-mode'),
  ],
  severity: 'error',
  recommended: true,
  examples: [
    {
      title: 'Another database',
      bad: { 'base/schema.prisma': schema('"mysql"'), 'schema.prisma': schema('«"postgresql"»') },
      good: { 'base/schema.prisma': schema('"mysql"'), 'schema.prisma': schema('"mysql"') },
    },
  ],
  on: ['prisma.datasource'],
  check(datasource, scope) {
    const { base } = scope;
    const [former, ...more] = base.roots('prisma.datasource');
    if (former === undefined || more.length > 0 || scope.roots('prisma.datasource').length > 1) return [];
    const related = [base.placed(former.section, former.name.span, `As it was in ${base.name}.`)];
    const [was, is] = [providerOf([former]), providerOf([datasource])];
    if (was === undefined || is === undefined) return [];
    if (was !== is) return [otherProvider(datasource, was, is)].map((finding) => ({ ...finding, related }));
    const mode = datasource.relationMode;
    if (is === 'mongodb' || mode?.value !== 'prisma' || former.relationMode?.value === 'prisma') return [];
    const message =
      'With `relationMode = "prisma"` the next migration drops every foreign key. Orphans are no longer refused.';
    return [{ span: mode.span, message, related }];
  },
});

function otherProvider(datasource: PrismaDatasource, was: string, is: string) {
  const { provider, section, name } = datasource;
  const span = provider?.span ?? name.span;
  const written = section.text.slice(span.start, span.end).startsWith('"') ? JSON.stringify(was) : was;
  return {
    span,
    message: `The database was ${was} and is ${is}: migrations begin anew, and no row comes along. Move the rows by hand.`,
    fixes: [prismaFix(`Stay with ${was}`, 'review', section, { span, newText: written })],
  };
}
