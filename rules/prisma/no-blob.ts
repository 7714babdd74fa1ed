import { attributeOf } from '#core/prisma/attribute.ts';
import type { PrismaField, PrismaModel } from '#core/prisma/model.ts';
import { providerOf } from '#core/prisma/provider.ts';
import { localRule } from '#core/rule.ts';
import { wordsOf } from '#core/text/casing.ts';
import { singularOf } from '#core/text/english.ts';
import { normalisation } from '#rules/checklist.ts';
import { commentBehind, commentsAbove } from '#rules/detectors/prisma/prisma-comments.ts';
import { isTable } from '#rules/detectors/prisma/table-model.ts';
import { postgresql } from '#rules/sources.ts';
import { contentWords, fileModelWords, fileWords } from '#rules/words/files.ts';

export const noBlob = localRule({
  id: 'prisma/no-blob',
  summary: 'Keep files in an object store, and their place in the database.',
  why:
    'A picture in a row is read with it by every query that does not leave it out, fills the cache and every backup, and goes through the server’s memory instead of a CDN. A key, a ' +
    'size and a checksum in the row do the same.',
  item: normalisation,
  references: [postgresql('Binary Data Types', 'datatype-binary.html')],
  severity: 'info',
  recommended: true,
  options: {
    words: { default: fileWords, description: 'Last words, in the singular, of the names of columns that hold files.' },
  },
  examples: [
    {
      title: 'A picture in a row',
      bad: `model Product {
  id    Int    @id @default(autoincrement())
  name  String
  «image» Bytes?
}
`,
      good: `model Product {
  id       Int     @id @default(autoincrement())
  name     String
  imageKey String?
}
`,
    },
  ],
  on: ['prisma.model'],
  *check(model, scope, { words }) {
    const files = model.fields.filter((field) => holdsFile(field, model, words));
    if (files.length === 0 || !isTable(model) || providerOf(scope.roots('prisma.datasource')) === 'sqlite') return;
    for (const field of files) {
      yield {
        span: field.name.span,
        message: `\`${model.name.value}.${field.name.value}\` keeps a file in the row. Put it into an object store, and its key here.`,
      };
    }
  },
});

/** By its name (`avatar`, `pdf`, `image_base64`), or `content` in a model that is called after files. */
function holdsFile(field: PrismaField, model: PrismaModel, fileWordList: readonly string[]): boolean {
  const words = wordsOf(field.name.value).map(singularOf);
  const [last = '', type] = [words.at(-1), field.type.value];
  if (attributeOf(field, 'ignore') !== undefined || isSmall(field)) return false;
  if (type === 'String') return /^(?:base64|b64)$/.test(last) && words.some((word) => fileWordList.includes(word));
  if (type !== 'Bytes') return false;
  const isOfFile =
    wordsOf(model.name.value).some((word) => fileModelWords.has(singularOf(word))) ||
    words.slice(0, -1).some((word) => fileWordList.includes(word));
  return fileWordList.includes(last) || (isOfFile && contentWords.has(last));
}

/** A comment, or a length, says that it is small. */
function isSmall({ section: { text }, span, documentation, attributes }: PrismaField): boolean {
  const comment = `${commentsAbove(text, span)}\n${documentation}\n${commentBehind(text, span)}`;
  const isBounded = attributes.some(
    ({ name, args }) => /\.(?:VarBinary|Binary|TinyBlob)$/.test(name.value) && args.length > 0,
  );
  return (
    isBounded ||
    /\b(?:small|tiny|thumbnail|blurhash|encrypted|compressed|serialized|protobuf|\d+ ?(?:bytes|kb))\b/i.test(comment)
  );
}
