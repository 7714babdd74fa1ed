import { fieldOf } from '#core/prisma/field.ts';
import { primaryKeyOf } from '#core/prisma/indexes.ts';
import type { PrismaModel } from '#core/prisma/model.ts';
import { bareType } from '#core/prisma/named-block.ts';
import { type ForeignKey, foreignKeysOf } from '#core/prisma/relation.ts';
import { localRule } from '#core/rule.ts';
import { wordsOf } from '#core/text/casing.ts';
import { singularOf } from '#core/text/english.ts';
import { databaseNames } from '#rules/checklist.ts';
import { styledName } from '#rules/detectors/prisma/field-style.ts';
import { isTable } from '#rules/detectors/prisma/table-model.ts';
import { type Rename, renameFix } from '#rules/fixes/prisma/rename.ts';
import { prismaDocumentation } from '#rules/sources.ts';

export const relationNameMatchesKey = localRule({
  id: 'prisma/relation-name-matches-key',
  summary: 'Call a relation as its foreign key.',
  why: '`authorId` is the key of `author`. Where the relation is called `user`, whoever reads a query has to look up the model to see that both are the same.',
  item: databaseNames,
  references: [prismaDocumentation('Relation fields', 'prisma-schema/data-model/relations#relation-fields')],
  severity: 'info',
  recommended: false,
  examples: [
    {
      title: 'The user behind `authorId`',
      bad: `model User {
  id    Int    @id
  posts Post[]
}

model Post {
  id       Int  @id
  «user»     User @relation(fields: [authorId], references: [id])
  authorId Int

  @@index([authorId])
}
`,
      good: `model User {
  id    Int    @id
  posts Post[]
}

model Post {
  id       Int  @id
  author   User @relation(fields: [authorId], references: [id])
  authorId Int

  @@index([authorId])
}
`,
    },
  ],
  on: ['prisma.model'],
  *check(model) {
    if (!isTable(model)) return;
    const keys = foreignKeysOf(model);
    const id = new Set(primaryKeyOf(model)?.fields.map(({ value }) => value));
    for (const key of keys) {
      const [column] = key.fields;
      if (column === undefined || key.fields.length > 1 || id.has(column.value)) continue;
      if (keys.some((other) => other !== key && other.fields.some(({ value }) => value === column.value))) continue;
      const stem = stemOf(column.value);
      if (stem === undefined || isAlike(stem, key)) continue;
      const rename = renameOf(stem, column.value, key, model);
      yield {
        span: key.field.name.span,
        message: `\`${model.name.value}.${key.field.name.value}\` is the relation of \`${column.value}\`, and not called so.`,
        fixes: rename === undefined ? [] : [renameFix(rename.title, model.section.uri, [rename.rename])],
        cause: {
          key: 'names',
          message: (count) => `${count} relations are not called as their foreign keys.`,
          fixTitle: (count) => `Call ${count} relations and their foreign keys alike; columns keep their names`,
        },
      };
    }
  },
});

/** The words of a foreign key before what says that it is one; undefined for another name. */
function stemOf(column: string): readonly string[] | undefined {
  const words = wordsOf(column);
  return words.length > 1 && /^(?:id|uuid|key|ref|fk)$/.test(words.at(-1) ?? '') ? words.slice(0, -1) : undefined;
}

/** “createdByUser” has the words of “createdById”; `org` begins “organizationId”. */
function isAlike(stem: readonly string[], { field }: ForeignKey): boolean {
  const own = wordsOf(field.name.value).map(singularOf);
  return stem
    .map(singularOf)
    .some((word) => own.some((one) => one.startsWith(word.slice(0, 4)) || word.startsWith(one) || isShort(one, word)));
}

/** `wf` of “workFlow”, `msg` of `message`. */
function isShort(one: string, other: string): boolean {
  const [short, long] = one.length < other.length ? [one, other] : [other, one];
  if (short.length < 2 || short.length > 4) return false;
  let at = 0;
  for (const letter of long) if (letter === short.charAt(at)) at++;
  return at === short.length && long.startsWith(short.charAt(0));
}

/** The foreign key is called as the relation where it only repeats the model it leads to, else the relation as the key. */
function renameOf(
  stem: readonly string[],
  column: string,
  { field }: ForeignKey,
  model: PrismaModel,
): { readonly title: string; readonly rename: Rename } | undefined {
  if (field.section.dialect === 'prisma8') return undefined;
  const isSnake = column.includes('_');
  const isGeneric = stem.join('') === wordsOf(bareType(field)).join('');
  const to = styledName(isGeneric ? [...wordsOf(field.name.value), 'id'] : stem, { isSnake });
  const from = isGeneric ? column : field.name.value;
  const owner = model.name.value;
  const kept = isGeneric ? '; its column keeps its name by `@map`' : ' (in the client alone)';
  if (fieldOf(model, to) !== undefined) return undefined;
  return {
    title: `Rename \`${owner}.${from}\` to \`${to}\`${kept}`,
    rename: { kind: 'field', block: owner, from, to },
  };
}
