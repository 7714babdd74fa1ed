import { fieldOf } from '#core/prisma/field.ts';
import type { PrismaField, PrismaModel } from '#core/prisma/model.ts';
import { providerOf } from '#core/prisma/provider.ts';
import { foreignKeysOf } from '#core/prisma/relation.ts';
import { localRule } from '#core/rule.ts';
import type { Located } from '#core/text/span.ts';
import { foreignKeys } from '#rules/checklist.ts';
import { isTable } from '#rules/detectors/prisma/table-model.ts';
import { prismaFix } from '#rules/fixes/prisma/prisma-fix.ts';
import { refusal } from '#rules/fixes/prisma/set-on-delete.ts';
import { prismaDocumentation } from '#rules/sources.ts';

export const relationOnDeleteStated = localRule({
  id: 'prisma/relation-on-delete-stated',
  summary: 'Say what becomes of a row when what it refers to is deleted.',
  why: 'The default depends on a question mark: a required relation refuses the deletion, an optional one forgets whom it led to. Whoever makes the relation optional later changes what deletions do, without seeing it.',
  item: foreignKeys,
  references: [prismaDocumentation('Referential actions', 'prisma-schema/data-model/relations/referential-actions')],
  severity: 'info',
  recommended: false,
  examples: [
    {
      title: 'What holds by default is written down',
      bad: `datasource db {
  provider = "postgresql"
}

model User {
  id      Int    @id @default(autoincrement())
  posts   Post[]
  reviews Post[] @relation("Review")
}

model Post {
  id         Int   @id @default(autoincrement())
  «author»     User  @relation(fields: [authorId], references: [id])
  authorId   Int
  «reviewer»   User? @relation("Review", fields: [reviewerId], references: [id])
  reviewerId Int?
}
`,
      good: `datasource db {
  provider = "postgresql"
}

model User {
  id      Int    @id @default(autoincrement())
  posts   Post[]
  reviews Post[] @relation("Review")
}

model Post {
  id         Int   @id @default(autoincrement())
  author     User  @relation(fields: [authorId], references: [id], onDelete: Restrict)
  authorId   Int
  reviewer   User? @relation("Review", fields: [reviewerId], references: [id], onDelete: SetNull)
  reviewerId Int?
}
`,
    },
  ],
  on: ['prisma.model'],
  *check(model, scope) {
    const provider = providerOf(scope.roots('prisma.datasource'));
    // Prisma 8 has one default for both.
    if (!isTable(model) || provider === undefined || provider === 'mongodb' || model.section.dialect === 'prisma8')
      return;
    for (const { field, fields, onDelete, attribute } of foreignKeysOf(model)) {
      const last = attribute.args.at(-1);
      if (onDelete !== undefined || last === undefined || field.isList || !isOneOrOther(field, fields, model)) continue;
      const action = field.isOptional ? 'SetNull' : refusal(provider);
      const end = last.span.end;
      yield {
        span: field.name.span,
        message: `\`${model.name.value}.${field.name.value}\` leaves open what becomes of it when its ${field.type.value} is deleted.`,
        fixes: [
          prismaFix(
            `Write down what holds by default: \`onDelete: ${action}\` of \`${model.name.value}.${field.name.value}\``,
            'safe',
            model.section,
            { span: { start: end, end }, newText: `, onDelete: ${action}` },
          ),
        ],
        cause: {
          key: 'unstated',
          message: (count) => `${count} relations leave open what becomes of their rows on a deletion.`,
          fixTitle: (count) => `Write down what holds by default for ${count} relations`,
        },
      };
    }
  },
});

/** True where the relation and all its columns are required, or none of them is: else the default is less plain. */
function isOneOrOther({ isOptional }: PrismaField, names: readonly Located<string>[], model: PrismaModel): boolean {
  return names.every(({ value }) => fieldOf(model, value)?.isOptional === isOptional);
}
