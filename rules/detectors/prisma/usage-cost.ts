import type { PrismaField, PrismaModel } from '#core/prisma/model.ts';
import { foldedName, wordsOf } from '#core/text/casing.ts';
import { isMoneyName, moneyHead } from '#rules/detectors/prisma/money-name.ts';
import {
  billedWords,
  callTimeWords,
  languageModelNames,
  modelCallWords,
  modelNames,
  tokenCountWords,
} from '#rules/words/usage-costs.ts';

/**
 * True for what a call of a language model is reckoned to have cost, beside its tokens, its model or its duration: an estimate of
 * many places that nobody is charged. Where another amount stands beside it, or a word of bills, somebody may be.
 */
export function isUsageCost(field: PrismaField, model: PrismaModel, moneyWords: readonly string[]): boolean {
  if (!isCost(field.name.value, moneyWords)) return false;
  const columns = model.fields.map((column) => ({ column, words: wordsOf(column.name.value) }));
  // A part of it is named: `embedCost` beside `apiCost`.
  const isNamed = columns.some(
    ({ column, words }) => isCost(column.name.value, moneyWords) && words.some((word) => modelCallWords.has(word)),
  );
  const isBilled = columns.some(({ column, words }) => {
    const isOther = isMoneyName(column.name.value, moneyWords) && !isCost(column.name.value, moneyWords);
    return isOther || words.some((word) => billedWords.has(word) && !(isNamed && word === 'billable'));
  });
  return !isBilled && (isNamed || isOfUsage(model) || isOfModelCall(columns));
}

function isOfUsage({ name }: PrismaModel): boolean {
  return wordsOf(name.value).includes('usage');
}

function isCost(name: string, moneyWords: readonly string[]): boolean {
  return ['cost', 'costs'].includes(moneyHead(name, moneyWords) ?? '');
}

interface Column {
  readonly column: PrismaField;
  readonly words: readonly string[];
}

function isOfModelCall(columns: readonly Column[]): boolean {
  const names = new Set(columns.map(({ column }) => foldedName(column.name.value)));
  const hasModel = [...names].some((name) => modelNames.has(name));
  const isTimed = columns.some(({ words }) => callTimeWords.has(words.at(-1) ?? ''));
  // A call that a machine made, or listened to.
  const isTranscribed = names.has('transcript') && columns.some(({ words }) => words[0] === 'duration');
  if (isTranscribed) return true;
  return columns.some(isTokenCount) || [...names].some((name) => languageModelNames.has(name)) || (hasModel && isTimed);
}

function isTokenCount({ column: { type, isList }, words }: Column): boolean {
  const isNumber = !isList && ['Int', 'BigInt', 'Float'].includes(type.value);
  const isOfTokens = words.includes('tokens') || words.includes('token');
  return isNumber && isOfTokens && words.some((word) => tokenCountWords.has(word));
}
