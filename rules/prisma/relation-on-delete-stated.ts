import { fieldOf } from '#core/prisma/field.ts';
import type { PrismaField, PrismaModel, PrismaSection } from '#core/prisma/model.ts';
import { type Provider, providerOf } from '#core/prisma/provider.ts';
import { type ForeignKey, foreignKeysOf } from '#core/prisma/relation.ts';
import { globalRule, type Keyed } from '#core/rule.ts';
import type { Located } from '#core/text/span.ts';
import { foreignKeys } from '#rules/checklist.ts';
import { isTable } from '#rules/detectors/prisma/table-model.ts';
import { refusal } from '#rules/fixes/prisma/set-on-delete.ts';
import { prismaDocumentation } from '#rules/sources.ts';

/** A relation that holds the foreign key, and whether it says what a deletion does. */
interface RelationFact extends Keyed {
  /** The fix is made in it. */
  readonly section: PrismaSection;
  readonly isStated: boolean;
  /** `Post.author` */
  readonly relation: string;
  readonly target: string;
  /** What holds by default. */
  readonly action: string;
  /** Where its last argument ends. */
  readonly end: number;
}

export const relationOnDeleteStated = globalRule({
  id: 'prisma/relation-on-delete-stated',
  summary: 'Say what becomes of a row when what it refers to is deleted, where most relations say so.',
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
  id       Int       @id @default(autoincrement())
  posts    Post[]
  comments Comment[]
}

model Post {
  id       Int       @id @default(autoincrement())
  author   User      @relation(fields: [authorId], references: [id], onDelete: Cascade)
  authorId Int
  parent   Post?     @relation("tree", fields: [parentId], references: [id], onDelete: SetNull)
  parentId Int?
  children Post[]    @relation("tree")
  comments Comment[]
}

model Comment {
  id     Int   @id @default(autoincrement())
  post   Post  @relation(fields: [postId], references: [id], onDelete: Cascade)
  postId Int
  «user»   User? @relation(fields: [userId], references: [id])
  userId Int?
}
`,
      good: `datasource db {
  provider = "postgresql"
}

model User {
  id       Int       @id @default(autoincrement())
  posts    Post[]
  comments Comment[]
}

model Post {
  id       Int       @id @default(autoincrement())
  author   User      @relation(fields: [authorId], references: [id], onDelete: Cascade)
  authorId Int
  parent   Post?     @relation("tree", fields: [parentId], references: [id], onDelete: SetNull)
  parentId Int?
  children Post[]    @relation("tree")
  comments Comment[]
}

model Comment {
  id     Int   @id @default(autoincrement())
  post   Post  @relation(fields: [postId], references: [id], onDelete: Cascade)
  postId Int
  user   User? @relation(fields: [userId], references: [id], onDelete: SetNull)
  userId Int?
}
`,
    },
  ],
  on: ['prisma.model'],
  gather(model, scope): Iterable<RelationFact> {
    const provider = providerOf(scope.roots('prisma.datasource'));
    // Prisma 8 has one default for both.
    const isKnown = provider !== undefined && provider !== 'mongodb' && model.section.dialect === 'prisma7';
    return isKnown && isTable(model) ? foreignKeysOf(model).flatMap((key) => factOf(key, model, provider)) : [];
  },
  *compare(facts) {
    const stated = facts.filter(({ value }) => value.isStated).length;
    // Where most leave it open, that is the habit.
    if (stated < enough || stated * 2 <= facts.length) return;
    for (const { section, value } of facts) {
      const { isStated, span, relation, target, action, end } = value;
      if (isStated || span === undefined) continue;
      yield {
        section,
        value: {
          span,
          message: `\`${relation}\` leaves open what becomes of it when its ${target} is deleted, other than most relations.`,
          fixes: [
            {
              title: `Write down what holds by default: \`onDelete: ${action}\` of \`${relation}\``,
              safety: 'safe',
              changes: [
                { kind: 'text', section, edits: [{ span: { start: end, end }, newText: `, onDelete: ${action}` }] },
              ],
            },
          ],
          cause: {
            key: 'unstated',
            message: (count) => `${count} relations leave open what becomes of their rows on a deletion.`,
            fixTitle: (count) => `Write down what holds by default for ${count} relations`,
          },
        },
      };
    }
  },
});

/** So many make a habit. */
const enough = 3;

function factOf(key: ForeignKey, model: PrismaModel, provider: Provider): readonly RelationFact[] {
  const { field, fields, onDelete, attribute } = key;
  const last = attribute.args.at(-1);
  if (last === undefined || field.isList || !isOneOrOther(field, fields, model)) return [];
  return [
    {
      key: 'relations',
      section: model.section,
      span: field.name.span,
      isStated: onDelete !== undefined,
      relation: `${model.name.value}.${field.name.value}`,
      target: field.type.value,
      action: field.isOptional ? 'SetNull' : refusal(provider),
      end: last.span.end,
    },
  ];
}

/** True where the relation and all its columns are required, or none of them is: else the default is less plain. */
function isOneOrOther({ isOptional }: PrismaField, names: readonly Located<string>[], model: PrismaModel): boolean {
  return names.every(({ value }) => fieldOf(model, value)?.isOptional === isOptional);
}
