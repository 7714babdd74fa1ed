import { attributeOf } from '#core/prisma/attribute.ts';
import type { PrismaField, PrismaModel } from '#core/prisma/model.ts';
import { providerOf } from '#core/prisma/provider.ts';
import { localRule } from '#core/rule.ts';
import { wordsOf } from '#core/text/casing.ts';
import { singularOf } from '#core/text/english.ts';
import { normalisation } from '#rules/checklist.ts';
import { isForeignRow } from '#rules/detectors/prisma/foreign-row.ts';
import { isLogModel } from '#rules/detectors/prisma/log-model.ts';
import { commentBehind, commentsAbove } from '#rules/detectors/prisma/prisma-comments.ts';
import { isTable } from '#rules/detectors/prisma/table-model.ts';
import { postgresql, prismaDocumentation } from '#rules/sources.ts';
import { documentWords, rowNouns } from '#rules/words/list-columns.ts';

export const rowsNotInJson = localRule({
  id: 'prisma/rows-not-in-json',
  summary: 'Keep what is counted, changed and looked for in rows, not in Json.',
  why:
    'Lines of an order, addresses or ids of other rows in one Json have no types, no foreign keys and no constraints: a product that is deleted stays in every order, two changes at ' +
    'once overwrite each other, and a sum reads and parses every row (first normal form).',
  item: normalisation,
  references: [
    prismaDocumentation('Working with Json fields', 'prisma-client/special-fields-and-types/working-with-json-fields'),
    postgresql('JSON Types', 'datatype-json.html'),
  ],
  severity: 'info',
  recommended: true,
  options: {
    words: { default: rowNouns, description: 'Last words, in the singular, of the names of columns that hold rows.' },
  },
  examples: [
    {
      title: 'Lines of an order',
      bad: `model Order {
  id     Int    @id @default(autoincrement())
  number String @unique
  «items»  Json
}
`,
      good: `model Order {
  id     Int         @id @default(autoincrement())
  number String      @unique
  items  OrderItem[]
}

model OrderItem {
  id       Int   @id @default(autoincrement())
  order    Order @relation(fields: [orderId], references: [id])
  orderId  Int
  quantity Int

  @@index([orderId])
}
`,
    },
    {
      title: 'Ids of other rows',
      bad: `model Course {
  id         Int    @id @default(autoincrement())
  title      String
  «studentIds» Json   @default("[]")
}
`,
      good: `model Course {
  id       Int       @id @default(autoincrement())
  title    String
  students Student[]
}

model Student {
  id      Int      @id @default(autoincrement())
  name    String
  courses Course[]
}
`,
    },
  ],
  on: ['prisma.model'],
  *check(model, scope, { words }) {
    const candidates = model.fields.filter((field) => hidesRows(field, words));
    if (candidates.length === 0 || !isTable(model) || isLogModel(model) || isDocument(model) || isForeignRow(model))
      return;
    if (providerOf(scope.roots('prisma.datasource')) === 'mongodb') return;
    for (const field of candidates) {
      const isOfIds = wordsOf(field.name.value).at(-1) === 'ids';
      yield {
        span: field.name.span,
        message:
          `\`${model.name.value}.${field.name.value}\` holds ${isOfIds ? 'ids of other rows' : 'rows'} as Json, which no key and no column type checks. ` +
          `Make them rows of a model ${isOfIds ? 'that joins the two' : 'of their own'}.`,
      };
    }
  },
});

/** A plural by its name (`lineItems`, `user_ids`), in a column nobody says more of. */
function hidesRows(field: PrismaField, rowWords: readonly string[]): boolean {
  if (field.type.value !== 'Json' || attributeOf(field, 'ignore') !== undefined) return false;
  const words = wordsOf(field.name.value);
  const last = words.at(-1) ?? '';
  const isPlural = singularOf(last) !== last;
  const isOfRows = last === 'ids' || (isPlural && rowWords.includes(singularOf(last)));
  return isOfRows && !words.some((word) => documentWords.has(word)) && !isSaid(field);
}

function isDocument({ name }: PrismaModel): boolean {
  return wordsOf(name.value).some((word) => documentWords.has(word));
}

/** A comment that says why they are kept so. */
function isSaid({ section: { text }, span, documentation }: PrismaField): boolean {
  const comment = `${commentsAbove(text, span)}\n${documentation}\n${commentBehind(text, span)}`;
  return /\b(?:snapshot|frozen|freez\w*|denormali[sz]\w*|cop(?:y|ies)|cached?|at the time|opaque|free[- ]?form|as (?:is|sent|received)|raw|encrypt\w*|schema|ordered|on purpose|immutable|read[- ]only|never (?:queried|joined))\b/i.test(
    comment,
  );
}
