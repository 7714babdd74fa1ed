import { fieldOf, isScalarType } from '#core/prisma/field.ts';
import { indexesOf } from '#core/prisma/indexes.ts';
import type { PrismaField, PrismaModel } from '#core/prisma/model.ts';
import { localRule } from '#core/rule.ts';
import { wordsOf } from '#core/text/casing.ts';
import { databaseNames } from '#rules/checklist.ts';
import { styledName } from '#rules/detectors/prisma/field-style.ts';
import { isTable } from '#rules/detectors/prisma/table-model.ts';
import { renameFix } from '#rules/fixes/prisma/rename.ts';
import { prismaDocumentation } from '#rules/sources.ts';
import { wordSet } from '#rules/words/word-list.ts';

export const fieldWithoutModelName = localRule({
  id: 'prisma/field-without-model-name',
  summary: 'Do not repeat the model in the names of its fields.',
  why: '`user.userName` says the same twice, and code that handles rows of several models cannot read `name` of all of them.',
  item: databaseNames,
  references: [prismaDocumentation('Naming conventions', 'reference/prisma-schema-reference#naming-conventions-2')],
  severity: 'info',
  recommended: false,
  examples: [
    {
      title: 'The title of a product',
      bad: `model Product {
  id           Int    @id
  «productTitle» String
  price        Int
  weight       Int
}
`,
      good: `model Product {
  id     Int    @id
  title  String @map("productTitle")
  price  Int
  weight Int
}
`,
    },
  ],
  on: ['prisma.model'],
  *check(model) {
    if (!isTable(model) || model.section.dialect === 'prisma8') return;
    const repeated = model.fields.flatMap((field) => {
      const meant = shortName(field, model);
      return meant === undefined ? [] : [{ field, meant }];
    });
    // Where most columns do so, it is how the table is written.
    if (repeated.length * 2 >= model.fields.length) return;
    for (const { field, meant } of repeated) {
      const from = field.name.value;
      yield {
        span: field.name.span,
        message: `\`${model.name.value}.${from}\` repeats the name of its model.`,
        fixes: [
          renameFix(
            `Rename \`${model.name.value}.${from}\` to \`${meant}\`; its column keeps its name by \`@map\``,
            model.section.uri,
            [{ kind: 'field', block: model.name.value, from, to: meant }],
          ),
        ],
        cause: {
          key: 'repeated',
          message: (count) => `${count} fields repeat the names of their models.`,
          fixTitle: (count) => `Rename ${count} fields; their columns keep their names by \`@map\``,
        },
      };
    }
  },
});

/** What is left without the name of the model; undefined where that says too little, or is taken. */
function shortName(field: PrismaField, model: PrismaModel): string | undefined {
  const own = wordsOf(model.name.value);
  const words = wordsOf(field.name.value);
  const rest = words.slice(own.length);
  if (!isScalarType(field.type.value) || rest.length === 0 || own.some((word, at) => words[at] !== word))
    return undefined;
  if (rest.some((word) => keptWords.has(word))) return undefined;
  const isKey = indexesOf(model).some(
    ({ kind, fields }) => kind === 'id' && fields.some(({ value }) => value === field.name.value),
  );
  const name = styledName(rest, { isSnake: field.name.value.includes('_') });
  return isKey || fieldOf(model, name) !== undefined ? undefined : name;
}

/** Ids of other rows of the model, and words that say something else on their own. */
const keptWords: ReadonlySet<string> = wordSet('id ids uuid key at by type agent number no code count of token');
