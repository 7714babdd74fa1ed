import { attributeOf } from '#core/prisma/attribute.ts';
import type { PrismaField } from '#core/prisma/model.ts';
import { localRule } from '#core/rule.ts';
import { wordsOf } from '#core/text/casing.ts';
import { normalisation } from '#rules/checklist.ts';
import { isForeignRow } from '#rules/detectors/prisma/foreign-row.ts';
import { isLogModel } from '#rules/detectors/prisma/log-model.ts';
import { isMoneyName } from '#rules/detectors/prisma/money-name.ts';
import { commentBehind, commentsAbove } from '#rules/detectors/prisma/prisma-comments.ts';
import { isTable } from '#rules/detectors/prisma/table-model.ts';
import { prismaDocumentation } from '#rules/sources.ts';
import {
  amountTextWords,
  measureWords,
  numberTextWords,
  unitWords,
  untypedNumberWords,
} from '#rules/words/dates-in-texts.ts';
import { cryptoWords } from '#rules/words/fine-amounts.ts';

export const numberTyped = localRule({
  id: 'prisma/number-typed',
  summary: 'Store numbers as numbers, not as text.',
  why:
    'A text takes `12,50`, `12.50 €` and `n/a`, sorts 9 behind 10, and cannot be added up without a cast that fails on the first bad row. A Decimal or an Int is checked when it is ' +
    'stored.',
  item: normalisation,
  references: [prismaDocumentation('Decimal', 'reference/prisma-schema-reference#decimal')],
  severity: 'warning',
  recommended: true,
  options: {
    words: { default: amountTextWords, description: 'The words of a field’s name that mean an amount of money.' },
  },
  examples: [
    {
      title: 'A price and a quantity as text',
      bad: `model Item {
  id       Int    @id @default(autoincrement())
  «price»    String
  «quantity» String
  currency String
}
`,
      good: `model Item {
  id       Int     @id @default(autoincrement())
  price    Decimal
  quantity Int
  currency String
}
`,
    },
  ],
  on: ['prisma.model'],
  *check(model, _scope, { words }) {
    const texts = model.fields.filter((field) => isNumber(field, words));
    if (texts.length === 0 || !isTable(model) || isLogModel(model) || isForeignRow(model)) return;
    const isCrypto = [model.name.value, ...model.fields.map(({ name }) => name.value)].some(speaksOfCrypto);
    for (const field of texts) {
      if (isCrypto || isExplained(field)) continue;
      const type = isMoneyName(field.name.value, words) ? 'a Decimal' : 'a number';
      yield {
        span: field.name.span,
        message:
          `\`${model.name.value}.${field.name.value}\` is a number in a String, which takes any text and sorts by letters. ` +
          `Add a column that is ${type}, copy the values into it, and drop this one.`,
        cause: {
          key: 'text',
          message: (count) => `${count} numbers are Strings, which take any text and sort by letters.`,
        },
      };
    }
  },
});

function isNumber(field: PrismaField, moneyWordList: readonly string[]): boolean {
  if (field.type.value !== 'String' || field.isList || attributeOf(field, 'ignore') !== undefined) return false;
  const words = wordsOf(field.name.value);
  if (words.some((word) => untypedNumberWords.has(word))) return false;
  const last = words.at(-1) ?? '';
  return (
    (numberTextWords.has(last) && (words.length === 1 || last !== 'age')) ||
    (unitWords.has(last) && measureWords.has(words.at(-2) ?? '')) ||
    isMoneyName(field.name.value, moneyWordList)
  );
}

function speaksOfCrypto(name: string): boolean {
  return wordsOf(name).some((word) => cryptoWords.includes(word) || chainWords.has(word));
}

const chainWords: ReadonlySet<string> = new Set(
  'chain onchain chainid wallet contract erc20 nft token mint lamports'.split(' '),
);

/** A comment says what the text is. */
function isExplained({ section: { text }, span, documentation }: PrismaField): boolean {
  return `${commentsAbove(text, span)}${commentBehind(text, span)}${documentation}`.trim() !== '';
}
