import { localRule } from '#core/rule.ts';
import { wordsOf } from '#core/text/casing.ts';
import { columnValues } from '#rules/checklist.ts';
import { prismaDocumentation } from '#rules/sources.ts';
import { wordSet } from '#rules/words/word-list.ts';

export const enumSizeFitting = localRule({
  id: 'prisma/enum-size-fitting',
  summary: 'Make enums of a few values, and tables of many.',
  why: 'Each new value of an enum is a migration and a release. A long list grows all the time, and wants names, an order and a way to retire entries: those are rows. An enum of one value says nothing.',
  item: columnValues,
  references: [prismaDocumentation('Enums', 'prisma-schema/data-model/models#defining-enums')],
  severity: 'info',
  recommended: false,
  options: {
    most: { default: 30, description: 'How many values an enum may have.' },
  },
  examples: [
    {
      title: 'An enum of one value',
      bad: `enum «Visibility» {
  PUBLIC
}

model Post {
  id         Int        @id
  visibility Visibility @default(PUBLIC)
}
`,
      good: `enum Visibility {
  PUBLIC
  PRIVATE
}

model Post {
  id         Int        @id
  visibility Visibility @default(PUBLIC)
}
`,
    },
  ],
  on: ['prisma.enum'],
  *check({ name, values }, _scope, { most }) {
    const words = wordsOf(name.value);
    if (words.some((word) => standardLists.has(word))) return;
    if (values.length === 1)
      yield { span: name.span, message: `${name.value} has one value, so that its columns say nothing.` };
    if (values.length > most)
      yield {
        span: name.span,
        message: `${name.value} has ${values.length} values. A table holds so many without a migration for each.`,
      };
  },
});

/** Lists that somebody else keeps, or that code must know value by value. */
const standardLists: ReadonlySet<string> = wordSet(
  'country countries currency currencies language languages locale locales timezone timezones state states permission permissions scope error icon emoji event feature flag unit units',
);
