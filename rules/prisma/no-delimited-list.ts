import { attributeOf, stringValue } from '#core/prisma/attribute.ts';
import { defaultOf } from '#core/prisma/field.ts';
import { indexesOf } from '#core/prisma/indexes.ts';
import type { PrismaField, PrismaModel } from '#core/prisma/model.ts';
import { type Provider, providerOf } from '#core/prisma/provider.ts';
import { type Fix, localRule } from '#core/rule.ts';
import { wordsOf } from '#core/text/casing.ts';
import { normalisation } from '#rules/checklist.ts';
import { isForeignRow } from '#rules/detectors/prisma/foreign-row.ts';
import { isLibraryTable } from '#rules/detectors/prisma/library-table.ts';
import { commentBehind, commentsAbove } from '#rules/detectors/prisma/prisma-comments.ts';
import { isTable } from '#rules/detectors/prisma/table-model.ts';
import { prismaFix } from '#rules/fixes/prisma/prisma-fix.ts';
import { rewriteField } from '#rules/fixes/prisma/rewrite-field.ts';
import { delimitedPhrases, listNouns, listTextWords, oneTextWords } from '#rules/words/list-columns.ts';

export const noDelimitedList = localRule({
  id: 'prisma/no-delimited-list',
  summary: 'Store several values in rows or a list, not in one text.',
  why:
    "Values that are joined into one text cannot be found by an index, counted, renamed or kept unique, and none of them can be a foreign key: `LIKE '%,7,%'` reads the whole table, " +
    'and the first value with a comma in it breaks the rest (first normal form).',
  item: normalisation,
  references: [
    {
      title: 'E. F. Codd, A Relational Model of Data for Large Shared Data Banks (1970), §1.4',
      url: 'https://doi.org/10.1145/362384.362685',
    },
  ],
  severity: 'warning',
  recommended: true,
  options: {
    words: { default: listTextWords, description: 'Last words of the names of columns that hold several values.' },
  },
  examples: [
    {
      title: 'Tags in one text',
      bad: `datasource db {
  provider = "postgresql"
}

model Post {
  id    Int    @id @default(autoincrement())
  title String
  «tags»  String @default("")
}
`,
      good: `datasource db {
  provider = "postgresql"
}

model Post {
  id    Int      @id @default(autoincrement())
  title String
  tags  String[] @default([])
}
`,
    },
    {
      title: 'Ids of other rows',
      bad: `model Playlist {
  id       Int    @id @default(autoincrement())
  name     String
  «song_ids» String // separated by commas
}
`,
      good: `model Playlist {
  id    Int            @id @default(autoincrement())
  name  String
  songs PlaylistSong[]
}

model PlaylistSong {
  playlist   Playlist @relation(fields: [playlistId], references: [id])
  playlistId Int
  songId     Int

  @@id([playlistId, songId])
}
`,
    },
  ],
  on: ['prisma.model'],
  *check(model, scope, { words }) {
    const lists = model.fields.filter((field) => isList(field, words));
    if (lists.length === 0 || !isTable(model) || isForeignRow(model) || isLibraryTable(model, scope)) return;
    const provider = providerOf(scope.roots('prisma.datasource'));
    for (const field of lists) {
      const fix = listFix(field, model, provider);
      yield {
        span: field.name.span,
        message:
          `\`${model.name.value}.${field.name.value}\` holds several values in one String: no index or foreign key works on them.` +
          (fix === undefined ? ' Make them rows of a model of their own.' : ''),
        ...(fix && { fixes: [fix] }),
      };
    }
  },
});

/** By its last word, a word such as `ids` anywhere, a comment that says how the values are parted, or a default with several. */
function isList(field: PrismaField, listWords: readonly string[]): boolean {
  if (field.type.value !== 'String' || field.isList || attributeOf(field, 'ignore') !== undefined) return false;
  const words = wordsOf(field.name.value);
  const comment = commentOf(field);
  if (delimitedPhrases.test(comment)) return true;
  if (words.includes('scope') || words.includes('scopes') || words.some((word) => oneTextWords.has(word))) return false;
  if (/\bjson\b|\bencrypt|\bopaque\b|\bfree[- ]?(?:text|form)\b/i.test(comment)) return false;
  const [before = '', last = ''] = [words.at(-2), words.at(-1)];
  const isOneThing = last === 'list' && (words.length === 1 || listNouns.has(before));
  if (listWords.includes(last) && !isOneThing) return true;
  const isOfIds = words.length > 1 && words.includes('ids') && listWords.includes('ids');
  return isOfIds || (last.endsWith('s') && hasSeveralByDefault(field));
}

/** `@default("1.1.1.1,8.8.8.8")` */
function hasSeveralByDefault(field: PrismaField): boolean {
  return /^[^\s,;|]{1,40}(?:[,;|] ?[^\s,;|]{1,40}){1,20}$/.test(stringValue(defaultOf(field))?.value ?? '');
}

function commentOf({ section: { text }, span, documentation }: PrismaField): string {
  return `${commentsAbove(text, span)}\n${documentation}\n${commentBehind(text, span)}`;
}

/** A list of texts, where the database has such; ids belong into a model that joins. */
function listFix(field: PrismaField, model: PrismaModel, provider: Provider | undefined): Fix | undefined {
  const isOfIds = wordsOf(field.name.value).includes('ids');
  const isIndexed = indexesOf(model).some(({ fields }) => fields.some(({ value }) => value === field.name.value));
  const hasLists = provider === 'postgresql' || provider === 'cockroachdb';
  const given = attributeOf(field, 'default');
  const isEmpty = stringValue(defaultOf(field))?.value === '';
  if (!hasLists || isOfIds || isIndexed || (given !== undefined && !isEmpty)) return undefined;
  const using =
    provider === 'postgresql' ? ', unless you write `USING string_to_array(…)` into it' : ': copy them first';
  return prismaFix(
    `Make \`${field.name.value}\` a list (the migration Prisma makes drops the column and loses its values${using})`,
    'review',
    field.section,
    rewriteField(field, {
      type: 'String[]',
      isOptional: false,
      ...(given && { replaced: new Map([[given, '@default([])']]) }),
    }),
  );
}
