import { lastWord } from '#core/openapi/resources/last-word.ts';
import { namedNoun } from '#core/openapi/resources/named-noun.ts';
import { wordsOf } from '#core/text/casing.ts';
import { singularOf } from '#core/text/english.ts';
import { casingOfName, inCasing } from '#core/text/name-casing.ts';

/** The id of a thing of this name, in words: `giftOrderId` of `gift order`. */
type WriteId = (noun: readonly string[]) => string;

/** How the ids of items are called in some paths. */
export class ItemNames {
  readonly #habits = new Map<string, { readonly write: WriteId; count: number }>();

  /** Takes the name of an id, and the segment of the collection it stands behind: `orderId`, `orders`. */
  add(name: string, collection: string): void {
    const { key, write } = habitOf(name, collection) ?? {};
    if (key === undefined || write === undefined) return;
    const known = this.#habits.get(key);
    if (known === undefined) this.#habits.set(key, { write, count: 1 });
    else known.count++;
  }

  /** How the path of one of a collection would be written: `/orders/{orderId}` where most others are `/users/{userId}`. */
  pathIn(collection: string, otherwise: WriteId = () => 'id'): string {
    const slash = collection.endsWith('/') ? '/' : '';
    const before = collection.slice(0, collection.length - slash.length);
    const [most] = [...this.#habits.values()].sort((a, b) => b.count - a.count);
    const { write } = most ?? { write: otherwise };
    return `${before}/{${write(nounOf(before.split('/').at(-1) ?? ''))}}${slash}`;
  }
}

/** `gift order` of `gift-orders` */
function nounOf(collection: string): readonly string[] {
  const words = wordsOf(collection);
  return [...words.slice(0, -1), singularOf(words.at(-1) ?? '')];
}

/** `key` is the same for names that follow one habit. */
function habitOf(name: string, collection: string): { readonly key: string; readonly write: WriteId } | undefined {
  const noun = singularOf(lastWord(collection));
  const words = wordsOf(name);
  const [last = '', before] = words.toReversed();
  const casing = casingOfName(name);
  if (noun !== '' && last === noun) {
    const own = casing ?? 'camel';
    return inCasing(name, own) === name
      ? { key: `${own} noun`, write: (of) => inCasing(of.join(' '), own) }
      : undefined;
  }
  if (namedNoun(name) === '') return { key: name, write: () => name };
  if (casing === undefined || noun === '' || before !== noun) return undefined;
  if (inCasing(name, casing) === name)
    return { key: `${casing} ${last}`, write: (of) => inCasing([...of, last].join(' '), casing) };
  return casing === 'camel' && inCasing(words.slice(0, -1).join(' '), casing) + last.toUpperCase() === name
    ? { key: `camel ${last.toUpperCase()}`, write: (of) => inCasing(of.join(' '), casing) + last.toUpperCase() }
    : undefined;
}
