import { attributeOf } from '#core/prisma/attribute.ts';
import { changeRule } from '#core/rule.ts';
import { databaseChanges } from '#rules/checklist.ts';
import { columnChanges } from '#rules/detectors/change/column-changes.ts';
import { isIgnored } from '#rules/detectors/change/former-model.ts';
import { fieldBack } from '#rules/fixes/prisma/field-back.ts';
import { prismaDocumentation } from '#rules/sources.ts';

const schema = (name: string, field = ''): string => `model ${name} {
  id   Int     @id @default(autoincrement())
${field}}
`;

export const columnKept = changeRule({
  id: 'change/column-kept',
  summary: 'Remove a field in two releases.',
  why: 'The migration drops the column with all that is in it, and what runs at that time goes on asking for it: Prisma Client names every column. With `@ignore` first, the next release can drop it.',
  item: databaseChanges,
  references: [prismaDocumentation('@ignore', 'reference/prisma-schema-reference#ignore')],
  severity: 'error',
  recommended: true,
  examples: [
    {
      title: 'A field that is gone',
      bad: { 'base/schema.prisma': schema('User', '  name String?\n'), 'schema.prisma': schema('«User»') },
      good: {
        'base/schema.prisma': schema('User', '  name String?\n'),
        'schema.prisma': schema('User', '  name String? @ignore\n'),
      },
    },
  ],
  on: ['prisma.model'],
  *check(model, scope) {
    const changes = columnChanges(model, scope);
    // A release has passed in which no client asked for it.
    if (changes === undefined || isIgnored(changes.former)) return;
    for (const field of changes.removed) {
      if (attributeOf(field, 'ignore') !== undefined) continue;
      yield {
        span: model.name.span,
        message: `\`${model.name.value}.${field.name.value}\` is gone: its column is dropped with all values. Keep it with \`@ignore\` for a release.`,
        fixes: fieldBack(field, changes.former, model, scope),
        related: [scope.base.placed(field.section, field.name.span, `As it was in ${scope.base.name}.`)],
      };
    }
  },
});
