import { addFieldAttributeEdit } from '#core/prisma/edit.ts';
import { fieldOf, nativeTypeOf } from '#core/prisma/field.ts';
import { indexesOf } from '#core/prisma/indexes.ts';
import type { PrismaField } from '#core/prisma/model.ts';
import { providerOf } from '#core/prisma/provider.ts';
import { localRule, type Scope } from '#core/rule.ts';
import { wordsOf } from '#core/text/casing.ts';
import { rowKeys } from '#rules/checklist.ts';
import { commentsSay } from '#rules/detectors/prisma/prisma-comments.ts';
import { isTable } from '#rules/detectors/prisma/table-model.ts';
import { prismaFix } from '#rules/fixes/prisma/prisma-fix.ts';
import { postgresql, prismaDocumentation } from '#rules/sources.ts';
import { wordSet } from '#rules/words/word-list.ts';

const account = (extensions: string, type: string): string => `generator client {
  provider        = "prisma-client"
  output          = "./client"
  previewFeatures = ["postgresqlExtensions"]
}

datasource db {
  provider   = "postgresql"
  extensions = [${extensions}]
}

model User {
  id    Int    @id @default(autoincrement())
  email String @unique${type}
}
`;

export const emailUniqueAnyCase = localRule({
  id: 'prisma/email-unique-any-case',
  summary: 'Let an address be unique whatever its capitals.',
  why: 'To PostgreSQL `Ann@example.com` and `ann@example.com` are two users. Whoever signs in with the other spelling is not found, or signs up twice. `citext`, or a check that all is in lower case, keeps them one.',
  item: rowKeys,
  references: [
    prismaDocumentation('Case sensitivity', 'prisma-client/queries/case-sensitivity'),
    postgresql('citext', 'citext.html'),
  ],
  severity: 'info',
  recommended: false,
  examples: [
    {
      title: 'Unique as it is written',
      bad: account('citext', '').replace('email String', '«email» String'),
      good: account('citext', ' @db.Citext'),
    },
  ],
  on: ['prisma.model'],
  *check(model, scope) {
    const provider = providerOf(scope.roots('prisma.datasource'));
    if (provider !== 'postgresql' || !isTable(model)) return;
    for (const { kind, fields, where } of indexesOf(model)) {
      const column =
        kind === 'unique' && where === undefined ? fields.find(({ value }) => isNameOfPerson(value)) : undefined;
      const field = column && fieldOf(model, column.value);
      if (field === undefined || !isText(field) || commentsSay(model.section.text, loweredComment)) continue;
      const isReady = hasCitext(scope) && nativeTypeOf(field) === undefined;
      yield {
        span: field.name.span,
        message: `\`${model.name.value}.${field.name.value}\` is unique with its capitals: two spellings of one are two rows.${isReady ? '' : ' Make it `@db.Citext`, or check that it is in lower case.'}`,
        ...(isReady && {
          fixes: [
            prismaFix(
              `Compare \`${model.name.value}.${field.name.value}\` without regard to capitals: \`@db.Citext\` (the migration rewrites the column, and fails while two rows differ in them only)`,
              'review',
              field.section,
              addFieldAttributeEdit(field, '@db.Citext'),
            ),
          ],
        }),
        cause: {
          key: 'capitals',
          message: (count) =>
            `${count} unique names of people are unique with their capitals: two spellings of one are two rows.`,
        },
      };
    }
  },
});

function isNameOfPerson(name: string): boolean {
  return nameWords.has(wordsOf(name).at(-1) ?? '') && !wordsOf(name).some((word) => loweredWords.has(word));
}

const loweredComment = /\b(?:lower|citext|normali[sz]ed|case)/i;
const nameWords = wordSet('email mail username login handle');
const loweredWords = wordSet('lower lowercase normalized normalised canonical hash hashed');

/** A plain text, or one with an end: `citext` has none, and a native type is somebody's decision. */
function isText(field: PrismaField): boolean {
  const native = nativeTypeOf(field);
  return (
    field.type.value === 'String' && !field.isList && (native === undefined || /^(?:Text|VarChar)$/.test(native.name))
  );
}

function hasCitext(scope: Scope): boolean {
  return scope
    .roots('prisma.datasource')
    .some(({ settings }) =>
      settings.some(
        ({ key, value }) =>
          key.value === 'extensions' &&
          value?.kind === 'list' &&
          value.items.some(
            (item) => (item.kind === 'path' ? item.value : item.kind === 'call' ? item.name : '') === 'citext',
          ),
      ),
    );
}
