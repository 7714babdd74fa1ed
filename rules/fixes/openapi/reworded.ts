import { capitalised, wordsOf } from '#core/text/casing.ts';
import { pluralOf, singularOf } from '#core/text/english.ts';
import { isList, isMap } from '#core/tree/equal-values.ts';
import type { PlainValue } from '#core/tree/tree.ts';

/**
 * A value whose descriptions speak of one kind of thing, with those speaking of another: `Users per page.` becomes
 * `Order lines per page.` for `order-lines`.
 */
export function reworded(value: PlainValue, from: string, to: string): PlainValue {
  const source = numbersOf(from);
  const target = numbersOf(to);
  if (source === undefined || target === undefined || source.singular.join() === target.singular.join()) return value;
  return rewordedBy(value, source, target);
}

interface Noun {
  readonly singular: readonly string[];
  readonly plural: readonly string[];
}

/** `order-lines` → `order line`, `order lines`; undefined for words too short to be told apart from others. */
function numbersOf(noun: string): Noun | undefined {
  const words = [...wordsOf(noun)];
  const last = singularOf(words.pop() ?? '');
  return last.length < 3 ? undefined : { singular: [...words, last], plural: [...words, pluralOf(last)] };
}

function rewordedBy(value: PlainValue, source: Noun, target: Noun): PlainValue {
  if (isList(value)) return value.map((item) => rewordedBy(item, source, target));
  if (!isMap(value)) return value;
  const entries = Object.entries(value).map(([key, item]): readonly [string, PlainValue] => [
    key,
    key === 'description' && typeof item === 'string'
      ? rewordedText(item, source, target)
      : rewordedBy(item, source, target),
  ]);
  return Object.fromEntries(entries);
}

/** Words stand at even places, what parts them at odd ones. */
function rewordedText(text: string, source: Noun, target: Noun): string {
  const parts = text.split(/([^\p{L}\p{N}]+)/u);
  const written: string[] = [];
  for (let at = 0; at < parts.length; at++) {
    const isPlural = matches(parts, at, source.plural);
    const found = isPlural || matches(parts, at, source.singular);
    const part = parts[at] ?? '';
    if (!found) written.push(part);
    else {
      const words = (isPlural ? target.plural : target.singular).join(' ');
      written.push(/^\p{Lu}/u.test(part) ? capitalised(words) : words);
      at += (source.plural.length - 1) * 2;
    }
  }
  return written.join('');
}

function matches(parts: readonly string[], at: number, words: readonly string[]): boolean {
  return at % 2 === 0 && words.every((word, index) => parts[at + index * 2]?.toLowerCase() === word);
}
