import type { PrismaField, PrismaModel } from '#core/prisma/model.ts';
import { modelOf } from '#core/prisma/named-block.ts';
import { foreignKeysOf } from '#core/prisma/relation.ts';
import { localRule, type Scope } from '#core/rule.ts';
import { wordsOf } from '#core/text/casing.ts';
import { normalisation } from '#rules/checklist.ts';
import { isOfEstimates } from '#rules/detectors/prisma/about-money.ts';
import { isMoneyName } from '#rules/detectors/prisma/money-name.ts';
import { siblingModels } from '#rules/detectors/prisma/sibling-models.ts';
import { isTable } from '#rules/detectors/prisma/table-model.ts';
import { zalando } from '#rules/sources.ts';
import { moneyWords } from '#rules/words/money.ts';

export const amountWithCurrency = localRule({
  id: 'prisma/amount-with-currency',
  summary: 'Store with each amount of money its currency, where there are several.',
  why: 'A schema that keeps a currency beside some amounts has more than one. An amount without one is added up with others as if all were the same, and nobody can tell afterwards what it was.',
  item: normalisation,
  references: [zalando(173)],
  severity: 'info',
  recommended: false,
  options: {
    words: { default: moneyWords, description: 'The words of a field’s name that mean an amount of money.' },
  },
  examples: [
    {
      title: 'A refund in no currency',
      bad: `model Payment {
  id       Int     @id
  amount   Decimal
  currency String
}

model Refund {
  id     Int     @id
  «amount» Decimal
  reason String
}
`,
      good: `model Payment {
  id       Int     @id
  amount   Decimal
  currency String
}

model Refund {
  id       Int     @id
  amount   Decimal
  currency String
  reason   String
}
`,
    },
  ],
  on: ['prisma.model'],
  *check(model, scope, { words }) {
    const [amount] = amountsOf(model, words);
    if (amount === undefined || hasCurrency(model) || !isTable(model) || isOfEstimates(model.name.value)) return;
    if (ownersOf(model, scope).some(hasCurrency)) return;
    const others = siblingModels(model, scope).filter((other) => other !== model && amountsOf(other, words).length > 0);
    const told = others.filter(hasCurrency);
    if (told.length === 0 || told.length * 2 < others.length) return;
    yield {
      span: amount.name.span,
      message: `\`${model.name.value}.${amount.name.value}\` has no currency, as amounts of ${told[0]?.name.value ?? ''} have. Add a column for it.`,
    };
  },
});

/** Exact numbers called after money, whose name says no currency itself: not `price_eur`. */
function amountsOf({ fields }: PrismaModel, words: readonly string[]): readonly PrismaField[] {
  return fields.filter(
    ({ name, type, isList }) =>
      (type.value === 'Decimal' || type.value === 'Int' || type.value === 'BigInt') &&
      !isList &&
      isMoneyName(name.value, words) &&
      !wordsOf(name.value).some((word) => currencyWords.has(word)),
  );
}

const currencyWords: ReadonlySet<string> = new Set(
  'usd eur gbp chf jpy cny inr brl cad aud cents dollars euros points credits tokens coins stars rate percent discount'.split(
    ' ',
  ),
);

/** A column for it, or a reference to one. */
function hasCurrency({ fields }: PrismaModel): boolean {
  return fields.some(({ name, type }) => /currency|devise|moneda|moeda|waehrung/i.test(`${name.value} ${type.value}`));
}

/** What the row belongs to: its lines are in the currency of the order. */
function ownersOf(model: PrismaModel, scope: Scope): readonly PrismaModel[] {
  return foreignKeysOf(model).flatMap(({ field }) => modelOf(field, scope) ?? []);
}
