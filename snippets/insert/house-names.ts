import { inCasing, type NameCasing } from '#core/text/name-casing.ts';
import { isList, isMap } from '#core/tree/equal-values.ts';
import type { PlainValue } from '#core/tree/tree.ts';
import type { DocumentHabits } from '#snippets/insert/document-habits.ts';
import type { OpenApiPattern, Values } from '#snippets/pattern.ts';

/** A pattern with its properties written as the description writes properties, and bodies of the media type it has. */
export function inHouseNames(pattern: OpenApiPattern, { casing, mediaType }: DocumentHabits): OpenApiPattern {
  const { property = 'camel', query = 'camel' } = casing;
  if (property === 'camel' && query === 'camel' && mediaType === 'application/json') return pattern;
  const { components = {}, insertion } = pattern;
  // A pattern is plain data, and keeps its shape.
  const plain = { components, insertion } as unknown as Values;
  const names = new Map([...propertyNames(plain)].map((name) => [name, inCasing(name, property)]));
  const written = new Names(names, query, mediaType).in(plain) as unknown as Pick<
    OpenApiPattern,
    'components' | 'insertion'
  >;
  return { ...pattern, ...written };
}

const holders: ReadonlySet<string> = new Set(['properties', 'itemProperties']);

/** The names of properties, wherever in the value; those of one word are written alike in every casing but one. */
function propertyNames(value: PlainValue, found = new Set<string>()): ReadonlySet<string> {
  if (isList(value)) for (const item of value) propertyNames(item, found);
  else if (isMap(value)) {
    for (const [key, item] of Object.entries(value)) {
      if (holders.has(key) && isMap(item))
        for (const name of Object.keys(item)) if (/[A-Z]/.test(name)) found.add(name);
      propertyNames(item, found);
    }
  }
  return found;
}

/** New names for properties: where they are described, in examples, among the required ones, and in texts. */
class Names {
  readonly #names: ReadonlyMap<string, string>;
  readonly #query: NameCasing;
  readonly #mediaType: string;

  constructor(names: ReadonlyMap<string, string>, query: NameCasing, mediaType: string) {
    this.#names = names;
    this.#query = query;
    this.#mediaType = mediaType;
  }

  in(value: PlainValue): PlainValue {
    if (isList(value)) return value.map((item) => this.in(item));
    if (!isMap(value)) return value;
    const entries = Object.entries(value).map(([key, item]) => [key, this.#under(key, item)]);
    const { in: place, name } = value;
    const isQuery = place === 'query' && typeof name === 'string';
    return Object.fromEntries([...entries, ...(isQuery ? [['name', inCasing(name, this.#query)]] : [])]);
  }

  #under(key: string, value: PlainValue): PlainValue {
    if (holders.has(key) && isMap(value)) return this.#keys(value, (item) => this.in(item));
    if (key === 'example') return this.#example(value);
    if (key === 'required' && isList(value)) return value.map((name) => this.#names.get(String(name)) ?? name);
    if (key === 'description' && typeof value === 'string') return this.#text(value);
    if (key !== 'content' || !isMap(value)) return this.in(value);
    const entries = Object.entries(value).map(([name, media]) => [this.#media(name), this.in(media)]);
    return Object.fromEntries(entries);
  }

  #keys(map: Values, change: (value: PlainValue) => PlainValue): Values {
    return Object.fromEntries(Object.entries(map).map(([key, item]) => [this.#names.get(key) ?? key, change(item)]));
  }

  #example(value: PlainValue): PlainValue {
    if (isList(value)) return value.map((item) => this.#example(item));
    return isMap(value) ? this.#keys(value, (item) => this.#example(item)) : value;
  }

  #text(text: string): string {
    return text
      .split(/(\W+)/)
      .map((word) => this.#names.get(word) ?? word)
      .join('');
  }

  #media(name: string): string {
    return name === 'application/json' ? this.#mediaType : name;
  }
}
