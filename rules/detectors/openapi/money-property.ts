import type { Schema } from '#core/openapi/model.ts';
import { pointerOf } from '#core/openapi/view.ts';
import { wordsOf } from '#core/text/casing.ts';
import { singularOf } from '#core/text/english.ts';
import { remembered } from '#core/text/remembered.ts';
import { isMoneyName } from '#rules/detectors/prisma/money-name.ts';
import { bookedModelWords, estimateWords, measuredWords, moneyModelWords } from '#rules/words/money-models.ts';
import { wordSet } from '#rules/words/word-list.ts';

/** The properties of an object that are amounts of money, by name; `words` are those that mean money. */
export function moneyProperties(schema: Schema, words: readonly string[]): Schema['properties'] {
  const speaksOfMoney = speakingOf(words);
  const named = schema.properties.filter(({ name }) => speaksOfMoney(name.value) && isMoneyName(name.value, words));
  if (named.length === 0) return named;
  const owner = moneyOwner(schema);
  if (wordsOf(owner).some((word) => estimateWords.has(word))) return [];
  const isSure = isAboutMoney(schema, owner, words);
  return named.filter(({ name }) => isSure || !isBare(name.value));
}

/** The names of the component it is or is within, and of what it is there. */
export function moneyOwner({ location }: Schema): string {
  const pointer = pointerOf(location);
  const at = pointer.findIndex((step) => step === 'schemas' || step === 'definitions');
  return at < 0 ? '' : [pointer[at + 1], pointer.at(-1)].join(' ');
}

/** A rule's list is the same object as long as its options are. */
const speaking = new WeakMap<readonly string[], (name: string) => boolean>();

/** Most names hold none of the words: of these nothing more is asked. */
function speakingOf(words: readonly string[]): (name: string) => boolean {
  const before = speaking.get(words);
  if (before !== undefined) return before;
  const known = new Set(words);
  const speaksOf = remembered((name) => wordsOf(name).some((word) => known.has(word) || /\d$/.test(word)), 10_000);
  speaking.set(words, speaksOf);
  return speaksOf;
}

/** `total` and the like are of anything, unless a word beside them tells of money: `amountToSkip`, but `taxAmount`. */
function isBare(name: string): boolean {
  const words = wordsOf(name);
  const head = words.find((word) => bareWords.has(word));
  return (
    head !== undefined && !words.some((word) => word !== head && (tellingWords.has(word) || moneyModelWords.has(word)))
  );
}

const bareWords = wordSet('total subtotal amount amounts balance deposit discount cost costs rent payment');
const tellingWords = wordSet(
  'price prices tax fine due paid owed refunded charged credited net gross usd eur gbp chf jpy cny inr brl cad aud dollars euros vat',
);

/** True for an object of money by its name, by a currency, or by another amount that is one for sure. */
function isAboutMoney({ properties }: Schema, owner: string, words: readonly string[]): boolean {
  if (properties.some(({ name }) => namesCurrency(name.value))) return true;
  const own = wordsOf(owner).map(singularOf);
  const isMeasured = own
    .concat(properties.flatMap(({ name }) => wordsOf(name.value)))
    .some((word) => measuredWords.has(word));
  if (isMeasured) return false;
  if (own.some((word) => moneyModelWords.has(word) || bookedModelWords.has(word))) return true;
  return properties.some(({ name }) => !isBare(name.value) && isMoneyName(name.value, words));
}

/** `currency`, `currency_code`, `priceCurrency` */
export function namesCurrency(name: string): boolean {
  return wordsOf(name).some((word) => word === 'currency' || word === 'currencies' || word === 'curr');
}
