import { foreignKeysOf } from '#core/prisma/relation.ts';
import { changeRule } from '#core/rule.ts';
import { databaseChanges } from '#rules/checklist.ts';
import { columnChanges } from '#rules/detectors/change/column-changes.ts';
import { prismaDocumentation } from '#rules/sources.ts';

const schema = (action: string): string => `model User {
  id     Int     @id @default(autoincrement())
  orders Order[]
}

model Order {
  id     Int  @id @default(autoincrement())
  userId Int
  user   User @relation(fields: [userId], references: [id]${action})

  @@index([userId])
}
`;

export const deleteRuleKept = changeRule({
  id: 'change/delete-rule-kept',
  summary: 'Let deletes cascade to nothing new.',
  why: 'With `Cascade` a row goes with the one it refers to. What was refused until now, or left alone, deletes from the day of the migration on.',
  item: databaseChanges,
  references: [prismaDocumentation('Referential actions', 'prisma-schema/data-model/relations/referential-actions')],
  severity: 'warning',
  recommended: true,
  examples: [
    {
      title: 'A relation that cascades now',
      bad: {
        'base/schema.prisma': schema(''),
        'schema.prisma': schema(', onDelete: «Cascade»'),
      },
      good: { 'base/schema.prisma': schema(''), 'schema.prisma': schema(', onDelete: Restrict') },
    },
  ],
  on: ['prisma.model'],
  *check(model, scope) {
    const former = columnChanges(model, scope)?.former;
    if (former === undefined) return;
    const known = new Map(foreignKeysOf(former).map((key) => [columnsText(key.fields), key]));
    for (const key of foreignKeysOf(model)) {
      const before = known.get(columnsText(key.fields));
      const { onDelete } = key;
      if (before === undefined || onDelete?.value !== 'Cascade' || before.onDelete?.value === 'Cascade') continue;
      yield {
        span: onDelete.span,
        message: `Deleting from \`${key.field.type.value}\` now cascades to \`${model.name.value}\`. Before, ${before.onDelete === undefined ? 'it did not' : `\`onDelete\` was \`${before.onDelete.value}\``}.`,
        related: [scope.base.placed(before.field.section, before.field.name.span, `As it was in ${scope.base.name}.`)],
      };
    }
  },
});

function columnsText(fields: readonly { readonly value: string }[]): string {
  return fields.map(({ value }) => value).join();
}
