import type { PrismaModel } from '#core/prisma/model.ts';
import { providerOf } from '#core/prisma/provider.ts';
import { foreignKeysOf } from '#core/prisma/relation.ts';
import { type BaseScope, changeRule, type Fix } from '#core/rule.ts';
import { unnoted } from '#core/work/note-read.ts';
import { databaseChanges } from '#rules/checklist.ts';
import { formerModel, tableOf } from '#rules/detectors/change/former-model.ts';
import { type ImplicitJoin, implicitJoins } from '#rules/detectors/change/implicit-joins.ts';
import { keepJoinByModel, keepJoinByName } from '#rules/fixes/prisma/keep-join-table.ts';
import { prismaDocumentation } from '#rules/sources.ts';

const schema = (post: string, tag: string, mark = 'tags '): string => `datasource db {
  provider = "postgresql"
}

model Post {
  id   Int   @id @default(autoincrement())
  ${mark}${post}
}

model Tag {
  id    Int    @id @default(autoincrement())
  posts ${tag}
}
`;

export const joinTableKept = changeRule({
  id: 'change/join-table-kept',
  summary: 'Keep the table that joins many to many.',
  why: 'Prisma names the table of two lists after their models, or after the relation. With another name, or with a model of its own, the migration drops the old one and makes an empty one: which rows belong together is lost.',
  item: databaseChanges,
  references: [
    prismaDocumentation('Many-to-many relations', 'prisma-schema/data-model/relations/many-to-many-relations'),
  ],
  severity: 'error',
  recommended: true,
  examples: [
    {
      title: 'A relation that has a name now',
      bad: {
        'base/schema.prisma': schema('Tag[]', 'Post[]'),
        'schema.prisma': schema('Tag[] @relation("Tagged")', 'Post[] @relation("Tagged")', '«tags» '),
      },
      good: {
        'base/schema.prisma': schema('Tag[]', 'Post[]'),
        'schema.prisma': schema('Tag[] @relation("PostToTag")', 'Post[] @relation("PostToTag")'),
      },
    },
  ],
  on: ['prisma.model'],
  *check(model, scope) {
    const provider = providerOf(scope.roots('prisma.datasource'));
    const former = provider === undefined || provider === 'mongodb' ? undefined : formerModel(model, scope)?.model;
    if (former === undefined) return;
    for (const join of unnoted(() => implicitJoins(former, scope.base))) {
      // Both sides know it: the first tells it.
      if (former.name.value > join.target.name.value || isThere(join, model, scope)) continue;
      const target = scope.roots('prisma.model').find((each) => formerModel(each, scope)?.model === join.target);
      // What goes with a model is told there.
      if (target === undefined) continue;
      const field = model.fields.find(({ name }) => name.value === join.field.name.value);
      yield {
        span: field?.name.span ?? model.name.span,
        message: `The table “${join.table}” is dropped: which \`${model.name.value}\` has which \`${target.name.value}\` is lost. Keep its name.`,
        fixes: keepingFixes(join, former, model, target, scope),
        related: [scope.base.placed(former.section, join.field.name.span, `As it was in ${scope.base.name}.`)],
      };
    }
  },
});

function isThere({ table }: ImplicitJoin, model: PrismaModel, scope: BaseScope): boolean {
  if (implicitJoins(model, scope).some((each) => each.table === table)) return true;
  return scope.roots('prisma.model').some((each) => tableOf(each) === table);
}

function keepingFixes(
  join: ImplicitJoin,
  former: PrismaModel,
  model: PrismaModel,
  target: PrismaModel,
  scope: BaseScope,
): readonly Fix[] {
  const names = [model.name.value, target.name.value] as const;
  // The columns are called `A` and `B` by the order of the names: in another one either would stand for the other.
  const isOrderKept = former.name.value < join.target.name.value === names[0] < names[1] && names[0] !== names[1];
  if (!isOrderKept) return [];
  const [only, ...more] = implicitJoins(model, scope).filter((each) => each.target === target);
  if (only !== undefined) return more.length === 0 ? [keepJoinByName(only, join.table)] : [];
  const joining = scope.roots('prisma.model').filter((each) => {
    const types = foreignKeysOf(each).map(({ field }) => field.type.value);
    return formerModel(each, scope) === undefined && names.every((name) => types.includes(name));
  });
  const [own, ...others] = joining;
  return own === undefined || others.length > 0 ? [] : keepJoinByModel(own, names, join.table);
}
