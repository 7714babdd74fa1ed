import { defaultOf, fieldOf } from '#core/prisma/field.ts';
import { providerOf } from '#core/prisma/provider.ts';
import { foreignKeysOf } from '#core/prisma/relation.ts';
import { localRule } from '#core/rule.ts';
import { foreignKeys } from '#rules/checklist.ts';
import { isTable } from '#rules/detectors/prisma/table-model.ts';
import { refuseDeletion } from '#rules/fixes/prisma/set-on-delete.ts';
import { prismaDocumentation } from '#rules/sources.ts';

export const setDefaultHasDefault = localRule({
  id: 'prisma/set-default-has-default',
  summary: 'Give a foreign key that falls back to its default a default.',
  why: 'Without one `SetDefault` writes NULL. Where the column is required, each deletion of a row that is referred to fails, with an error about a column nobody touched.',
  item: foreignKeys,
  references: [prismaDocumentation('Referential actions', 'prisma-schema/data-model/relations/referential-actions')],
  severity: 'warning',
  recommended: true,
  examples: [
    {
      title: 'Nothing to fall back to',
      bad: `model User {
  id    Int    @id @default(autoincrement())
  posts Post[]
}

model Post {
  id       Int  @id @default(autoincrement())
  author   User @relation(fields: [authorId], references: [id], onDelete: «SetDefault»)
  authorId Int

  @@index([authorId])
}
`,
      good: `model User {
  id    Int    @id @default(autoincrement())
  posts Post[]
}

model Post {
  id       Int  @id @default(autoincrement())
  author   User @relation(fields: [authorId], references: [id], onDelete: Restrict)
  authorId Int

  @@index([authorId])
}
`,
    },
  ],
  on: ['prisma.model'],
  *check(model, scope) {
    // Of MySQL, which knows no such action, Prisma itself warns.
    if (!isTable(model) || providerOf(scope.roots('prisma.datasource')) === 'mysql') return;
    for (const key of foreignKeysOf(model)) {
      if (key.onDelete?.value !== 'SetDefault') continue;
      const columns = key.fields.map(({ value }) => fieldOf(model, value));
      const lost = columns.find(
        (column) => column !== undefined && !column.isOptional && defaultOf(column) === undefined,
      );
      const fix = refuseDeletion(key, model, scope);
      if (lost === undefined) continue;
      yield {
        span: key.onDelete.span,
        message: `\`${model.name.value}.${lost.name.value}\` has no default to fall back to, and cannot be NULL: no ${key.field.type.value} that is referred to can be deleted. Give it a \`@default\`, or refuse the deletion.`,
        ...(fix && { fixes: [fix] }),
        related: [{ section: model.section, span: lost.name.span, message: 'It has no `@default`.' }],
      };
    }
  },
});
