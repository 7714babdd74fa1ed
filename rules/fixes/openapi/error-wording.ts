import { capitalised } from '#core/text/casing.ts';
import type { HouseErrors } from '#rules/detectors/openapi/house-errors.ts';
import { perHouse } from '#rules/detectors/openapi/per-house.ts';
import { errorKind } from '#rules/fixes/openapi/error-kinds.ts';
import { reasonPhrases } from '#rules/words/reason-phrases.ts';

/** A description and the status it describes. */
export interface Worded {
  readonly status: string;
  readonly description: string;
}

/**
 * What a new error is called where no description of its status fits: by its reason phrase where the others are, else by a
 * sentence, begun and ended as theirs.
 */
export const errorWording = perHouse((house, status): string => {
  const { description } = errorKind(status);
  const style = styleOf(status, wordedErrors(house));
  const phrase = reasonPhrases.get(status);
  const spelledPhrase = phrase === undefined ? '' : spelled(phrase, style);
  const sentence = style.isLower ? lowerFirst(description) : description;
  const code = style.hasCode ? `${status} ` : '';
  const stop = style.isFull ? '.' : '';
  if (phrase !== undefined && style.separator !== undefined)
    return `${code}${spelledPhrase}${style.separator}${style.separator === '. ' ? description : lowerFirst(description)}${stop}`;
  return phrase !== undefined && style.usesPhrase ? `${code}${spelledPhrase}${stop}` : `${sentence}${stop}`;
});

/** What the description says of its errors; of `default` only where there is nothing else. */
function wordedErrors(house: HouseErrors): readonly Worded[] {
  const all = house.uses.flatMap((use) => {
    const description = house.bodyOf(use)?.description;
    return description === undefined ? [] : [{ status: use.status, description }];
  });
  const coded = all.filter(({ status }) => status !== 'default');
  return coded.length > 0 ? coded : all;
}

interface Style {
  readonly usesPhrase: boolean;
  /** What most write between the phrase and a sentence: `Forbidden - the caller may not …`, `Forbidden. The caller …`. */
  readonly separator: string | undefined;
  readonly isFull: boolean;
  readonly isLower: boolean;
  readonly isTitle: boolean;
  readonly hasCode: boolean;
}

function styleOf(status: string, others: readonly Worded[]): Style {
  const most = (test: (other: Worded) => boolean, list = others): boolean => list.filter(test).length * 2 > list.length;
  const same = others.filter((other) => other.status === status);
  const several = others.filter((other) => /^(?:\d{3}\W+)?\w+ \w/.test(other.description));
  const phraseOf = (other: Worded): string => reasonPhrases.get(other.status) ?? '-';
  const isLed = (other: Worded): boolean => lettersOf(other.description).startsWith(`${phraseOf(other)} `);
  const led = others.filter((other) => isLed(other) && /^[\w ]+ [-–—] |^[\w ]+[:.] /.test(other.description));
  const [, separator] = /^[\w ]+?( [-–—] |[:.] )/.exec(led[0]?.description ?? '') ?? [];
  return {
    usesPhrase:
      most((other) => lettersOf(other.description) === phraseOf(other)) ||
      most((other) => lettersOf(other.description).includes(phraseOf(other)), same),
    separator: led.length * 2 > others.length ? separator : undefined,
    isFull: others.length === 0 || most((other) => other.description.trimEnd().endsWith('.')),
    isLower: most((other) => /^[a-z]/.test(other.description)),
    isTitle: most((other) => / [A-Z]/.test(other.description), several),
    hasCode: most((other) => other.description.startsWith(other.status)),
  };
}

/** The words of a text in lower case, without a code before them. */
function lettersOf(text: string): string {
  const words = text.toLowerCase().match(/[a-z]+/g) ?? [];
  return words.join(' ');
}

function spelled(phrase: string, { isTitle, isLower }: Style): string {
  if (isLower) return phrase;
  if (isTitle) return phrase.replace(/(?:^| )\w/g, (letter) => letter.toUpperCase());
  return capitalised(phrase);
}

function lowerFirst(text: string): string {
  return text.charAt(0).toLowerCase() + text.slice(1);
}
