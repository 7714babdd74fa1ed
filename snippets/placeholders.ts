import { toCamelCase, toPascalCase, wordsOf } from '#core/text/casing.ts';
import { pluralOf, singularOf } from '#core/text/english.ts';
import { isList, isMap } from '#core/tree/equal-values.ts';
import type { PlainValue } from '#core/tree/tree.ts';

/** The names of one resource in the forms a pattern needs, for the path segment `order-lines`. */
export interface ResourceNames {
  /** The segment itself: `order-lines`. */
  readonly collection: string;
  /** `OrderLines` */
  readonly plural: string;
  /** `OrderLine` */
  readonly singular: string;
  /** `orderLine` */
  readonly variable: string;
  /** `order line` */
  readonly words: string;
  /** `order lines` */
  readonly pluralWords: string;
  /** `orderLines` */
  readonly pluralVariable: string;
}

/** What stands for a name in the data of a pattern. YAML and JSON need no quotes or escapes for it. */
export const placeholders: ResourceNames = {
  collection: '⟦collection⟧',
  plural: '⟦plural⟧',
  singular: '⟦singular⟧',
  variable: '⟦variable⟧',
  words: '⟦words⟧',
  pluralWords: '⟦pluralWords⟧',
  pluralVariable: '⟦pluralVariable⟧',
};

/** The names for a path segment in the plural; a number at its end stays there (`items-2` → `Item2`). */
export function resourceNames(segment: string): ResourceNames {
  const words = wordsOf(segment);
  const noun = words.findLastIndex((word) => !/^\d+$/.test(word));
  const singular = words.map((word, index) => (index === noun ? singularOf(word) : word)).join(' ');
  return {
    collection: segment,
    plural: toPascalCase(words.join(' ')),
    singular: toPascalCase(singular),
    variable: toCamelCase(singular),
    words: singular,
    pluralWords: words.join(' '),
    pluralVariable: toCamelCase(words.join(' ')),
  };
}

/** The names for a model or schema, which keeps its name. */
export function modelNames(model: string): ResourceNames {
  const words = wordsOf(model);
  const last = words.at(-1) ?? '';
  const plural = [...words.slice(0, -1), singularOf(last) === last ? pluralOf(last) : last].join('-');
  return { ...resourceNames(plural), singular: model, variable: toCamelCase(model), words: words.join(' ') };
}

/** A text with every placeholder replaced by what `replace` says for its form. */
export function replacePlaceholders(text: string, replace: (form: keyof ResourceNames) => string): string {
  return text.replace(/⟦(\w+)⟧/g, (token, form: string) => (isForm(form) ? replace(form) : token));
}

/** A value with names in place of the placeholders, in keys and strings. */
export function fillPlaceholders(value: PlainValue, names: ResourceNames): PlainValue {
  return mapStrings(value, (text) => replacePlaceholders(text, (form) => names[form]));
}

/** A value with every key and string changed. */
export function mapStrings(value: PlainValue, change: (text: string) => string): PlainValue {
  if (typeof value === 'string') return change(value);
  if (isList(value)) return value.map((item) => mapStrings(item, change));
  if (!isMap(value)) return value;
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [change(key), mapStrings(item, change)]));
}

function isForm(form: string): form is keyof ResourceNames {
  return Object.hasOwn(placeholders, form);
}
