import { attributeOf } from '#core/prisma/attribute.ts';
import { insertFieldAttributeEdit } from '#core/prisma/edit.ts';
import type { PrismaAttribute, PrismaField } from '#core/prisma/model.ts';
import { changeRule } from '#core/rule.ts';
import { databaseChanges } from '#rules/checklist.ts';
import { columnChanges } from '#rules/detectors/change/column-changes.ts';
import { prismaFix } from '#rules/fixes/prisma/prisma-fix.ts';
import { prismaDocumentation } from '#rules/sources.ts';

const schema = (field: string): string => `model Task {
  id Int @id @default(autoincrement())
  ${field}
}
`;

export const columnDefaultKept = changeRule({
  id: 'change/column-default-kept',
  summary: 'Keep the defaults of required fields while old code runs.',
  why: 'What runs during the release leaves the field out, and every row that it writes is refused as soon as the migration is through.',
  item: databaseChanges,
  references: [prismaDocumentation('@default', 'reference/prisma-schema-reference#default')],
  severity: 'warning',
  recommended: true,
  examples: [
    {
      title: 'A default that is gone',
      bad: {
        'base/schema.prisma': schema('status String @default("open")'),
        'schema.prisma': schema('«status» String'),
      },
      good: {
        'base/schema.prisma': schema('status String @default("open")'),
        'schema.prisma': schema('status String @default("open")'),
      },
    },
  ],
  on: ['prisma.model'],
  *check(model, scope) {
    for (const { former, field } of columnChanges(model, scope)?.kept ?? []) {
      const given = givenBy(former);
      const isKept = field.isOptional || field.isList || givenBy(field) !== undefined;
      // Another type is another column.
      if (given === undefined || isKept || former.type.value !== field.type.value) continue;
      const text = former.section.text.slice(given.span.start, given.span.end);
      yield {
        span: field.name.span,
        message: `\`${model.name.value}.${field.name.value}\` is required and has no default any more. What leaves it out is refused.`,
        fixes: [prismaFix(`Bring \`${text}\` back`, 'review', field.section, insertFieldAttributeEdit(field, text))],
        related: [scope.base.placed(former.section, given.span, `As it was in ${scope.base.name}.`)],
      };
    }
  },
});

/** What gives a new row its value where nobody does. */
function givenBy(field: PrismaField): PrismaAttribute | undefined {
  return attributeOf(field, 'default') ?? attributeOf(field, 'updatedAt');
}
