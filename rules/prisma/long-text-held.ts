import { attributeOf } from '#core/prisma/attribute.ts';
import { addFieldAttributeEdit } from '#core/prisma/edit.ts';
import { nativeTypeOf } from '#core/prisma/field.ts';
import { indexesOf } from '#core/prisma/indexes.ts';
import type { PrismaField } from '#core/prisma/model.ts';
import { type Provider, providerOf } from '#core/prisma/provider.ts';
import { localRule } from '#core/rule.ts';
import { foldedName, wordsOf } from '#core/text/casing.ts';
import { normalisation } from '#rules/checklist.ts';
import { isTable } from '#rules/detectors/prisma/table-model.ts';
import { prismaFix } from '#rules/fixes/prisma/prisma-fix.ts';
import { prismaDocumentation } from '#rules/sources.ts';
import { longTextWords, longTokenNames, pageWords, shortTextWords } from '#rules/words/long-texts.ts';

export const longTextHeld = localRule({
  id: 'prisma/long-text-held',
  summary: 'Give long text a column that holds it.',
  why:
    'In MySQL a String without native type is VARCHAR(191), in SQL Server NVARCHAR(1000). A description that is longer is refused with an error (P2000) the first time ' +
    'somebody writes one, or is cut off where the server is not strict.',
  item: normalisation,
  references: [prismaDocumentation('String', 'reference/prisma-schema-reference#string')],
  severity: 'warning',
  recommended: true,
  options: {
    words: { default: longTextWords, description: 'Last words of the names of columns that hold paragraphs.' },
  },
  examples: [
    {
      title: 'Text of an article in MySQL',
      bad: `datasource db {
  provider = "mysql"
}

model Article {
  id          Int     @id @default(autoincrement())
  title       String
  «description» String?
  «body»        String  @map("body_html")
}
`,
      good: `datasource db {
  provider = "mysql"
}

model Article {
  id          Int     @id @default(autoincrement())
  title       String
  description String? @db.Text
  body        String  @map("body_html") @db.Text
}
`,
    },
    {
      title: 'A page in SQL Server',
      bad: `datasource db {
  provider = "sqlserver"
}

model Page {
  id          Int    @id @default(autoincrement())
  description String
  «html»        String
}
`,
      good: `datasource db {
  provider = "sqlserver"
}

model Page {
  id          Int    @id @default(autoincrement())
  description String
  html        String @db.NVarChar(Max)
}
`,
    },
  ],
  on: ['prisma.model'],
  *check(model, scope, { words }) {
    const provider = providerOf(scope.roots('prisma.datasource'));
    if ((provider !== 'mysql' && provider !== 'sqlserver') || !isTable(model)) return;
    const keyed = new Set(indexesOf(model).flatMap(({ fields }) => fields.map(({ value }) => value)));
    for (const field of model.fields) {
      if (keyed.has(field.name.value) || !isCutOff(field, provider, words)) continue;
      const type = longType(field, provider);
      yield {
        span: field.name.span,
        message: `\`${model.name.value}.${field.name.value}\` holds only ${limits[provider]} characters, as each String without a native type.`,
        fixes: [
          prismaFix(
            `Add \`${type}\` to \`${model.name.value}.${field.name.value}\`${provider === 'mysql' ? ' (the migration rewrites the column)' : ''}`,
            'review',
            field.section,
            addFieldAttributeEdit(field, type),
          ),
        ],
        cause: {
          key: 'length',
          message: (count) => `${count} columns for long text hold only ${limits[provider]} characters.`,
          fixTitle: (count) =>
            `Give ${count} columns a native type for long text${provider === 'mysql' ? ' (the migration rewrites the columns)' : ''}`,
        },
      };
    }
  },
});

type Limited = Extract<Provider, 'mysql' | 'sqlserver'>;

const limits: { readonly [P in Limited]: string } = { mysql: '191', sqlserver: '1 000' };

function isCutOff(field: PrismaField, provider: Limited, words: readonly string[]): boolean {
  const isPlain = field.type.value === 'String' && !field.isList && nativeTypeOf(field) === undefined;
  if (!isPlain || attributeOf(field, 'ignore') !== undefined) return false;
  const own = wordsOf(field.name.value);
  const last = own.at(-1) ?? '';
  if (own.some((word) => shortTextWords.has(word))) return false;
  if (provider === 'sqlserver') return pageWords.has(last) && words.includes(last);
  return words.includes(last) || longTokenNames.has(foldedName(field.name.value));
}

/** TEXT takes no default in MySQL. */
function longType(field: PrismaField, provider: Limited): string {
  if (provider === 'sqlserver') return '@db.NVarChar(Max)';
  return attributeOf(field, 'default') === undefined ? '@db.Text' : '@db.VarChar(2000)';
}
