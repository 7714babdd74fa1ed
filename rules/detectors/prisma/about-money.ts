import type { PrismaField, PrismaModel } from '#core/prisma/model.ts';
import { wordsOf } from '#core/text/casing.ts';
import { singularOf } from '#core/text/english.ts';
import { isMoneyName, moneyHead } from '#rules/detectors/prisma/money-name.ts';
import {
  amountWords,
  bookedModelWords,
  estimateWords,
  measuredWords,
  moneyModelWords,
} from '#rules/words/money-models.ts';

/** True for an amount that may be of anything, in a model that tells of no money: `total` of a dose, `amount` of flour. */
export function isOfAnything(field: PrismaField, model: PrismaModel, words: readonly string[]): boolean {
  if (isBare(field) && !isAboutMoney(model, words)) return true;
  return amountWords.has(moneyHead(field.name.value, words) ?? '') && hasUnit(model, words);
}

/** What is added up for a chart, or guessed, is nobody's claim. */
export function isOfEstimates(model: string): boolean {
  return wordsOf(model).some((word) => estimateWords.has(word));
}

/** `total` and the like alone are of anything. */
function isBare({ name }: PrismaField): boolean {
  return /^(?:total|amount|balance|deposit|discount)$/i.test(name.value);
}

/** True for a model of money by its name, by a currency, or by another amount that is one for sure. */
function isAboutMoney(model: PrismaModel, words: readonly string[]): boolean {
  const own = wordsOf(model.name.value).map(singularOf);
  if (own.some((word) => moneyModelWords.has(word))) return true;
  if (own.some((word) => bookedModelWords.has(word)) && !isMeasured(model, own)) return true;
  return model.fields.some(
    (field) => /currency|curr$/i.test(field.name.value) || (!isBare(field) && isMoneyName(field.name.value, words)),
  );
}

/** True for the journal of meals, and the adjustment of a stock. */
function isMeasured({ fields }: PrismaModel, own: readonly string[]): boolean {
  return [...own, ...fields.flatMap(({ name }) => wordsOf(name.value))].some((word) => measuredWords.has(word));
}

/** Beside a unit of measure, an amount is one of flour; a price per unit is none. */
function hasUnit({ fields }: PrismaModel, words: readonly string[]): boolean {
  return fields.some(({ name }) => {
    const last = wordsOf(name.value).at(-1) ?? '';
    return unitWords.has(last) && !isMoneyName(name.value, words);
  });
}

const unitWords: ReadonlySet<string> = new Set(['unit', 'units', 'uom', 'measure', 'measurement']);
