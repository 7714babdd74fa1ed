import { lastWord } from '#core/openapi/resources/last-word.ts';
import { namedNoun } from '#core/openapi/resources/named-noun.ts';
import { parameterName } from '#core/openapi/resources/parameter-name.ts';
import type { PathNode } from '#core/openapi/resources/path-node.ts';
import { isParameterPart } from '#core/openapi/resources/path-parts.ts';
import type { PathResource } from '#core/openapi/resources/path-resource.ts';
import { wordsOf } from '#core/text/casing.ts';
import { singularOf } from '#core/text/english.ts';
import { casingOfName, inCasing } from '#core/text/name-casing.ts';

/** How the ids of items are called in the paths of a description. */
export class ItemNames {
  readonly #habits = new Map<string, { readonly habit: NameHabit; count: number }>();

  /** Takes the name of an item; `parent` is what it stands below. */
  add(item: PathNode, parent: PathResource | undefined): void {
    const habit = isParameterPart(item.key) ? habitOf(parameterName(item), parent) : undefined;
    if (habit === undefined) return;
    const known = this.#habits.get(habit.key);
    if (known === undefined) this.#habits.set(habit.key, { habit, count: 1 });
    else known.count++;
  }

  /** How the path of one of a collection would be written: `/orders/{orderId}` where others are `/users/{userId}`, else `/orders/{id}`. */
  pathIn(collection: string): string {
    const slash = collection.endsWith('/') ? '/' : '';
    const before = collection.slice(0, collection.length - slash.length);
    const noun = wordsOf(before.split('/').at(-1) ?? '');
    const [most] = [...this.#habits.values()].sort((a, b) => b.count - a.count);
    const name = most?.habit.write([...noun.slice(0, -1), singularOf(noun.at(-1) ?? '')]) ?? 'id';
    return `${before}/{${name}}${slash}`;
  }
}

interface NameHabit {
  /** The same for names that follow it: `id`, `camel uuid`. */
  readonly key: string;
  /** The id of a thing of this name. */
  readonly write: (noun: readonly string[]) => string;
}

/** The name itself where it has no noun (`id`), else the casing and the last word. */
function habitOf(name: string | undefined, parent: PathResource | undefined): NameHabit | undefined {
  if (name === undefined) return undefined;
  if (namedNoun(name) === '') return { key: name, write: () => name };
  const noun = singularOf(lastWord(parent?.parts.at(-1)?.key));
  const words = wordsOf(name);
  const casing = noun === '' || words.at(-2) !== noun ? undefined : casingOfName(name);
  if (casing === undefined || inCasing(name, casing) !== name) return undefined;
  const last = lastWord(name);
  return { key: `${casing} ${last}`, write: (of) => inCasing([...of, last].join(' '), casing) };
}
