import { choosesValue } from '#core/openapi/resources/chooses-value.ts';
import { lastWord } from '#core/openapi/resources/last-word.ts';
import { namedNoun } from '#core/openapi/resources/named-noun.ts';
import { parameterName } from '#core/openapi/resources/parameter-name.ts';
import type { PathNode } from '#core/openapi/resources/path-node.ts';
import { shownWord } from '#core/openapi/resources/shown-word.ts';
import { isOnly, writes } from '#core/openapi/resources/writes.ts';
import { wordsOf } from '#core/text/casing.ts';
import { singularOf } from '#core/text/english.ts';
import { resourceNouns } from '#core/text/resource-nouns.ts';

/** A parameter that stands behind a word, and may name one of many. */
export interface Held {
  readonly name: string | undefined;
  readonly methods: readonly string[] | undefined;
  readonly node: PathNode;
}

/** `{id}` behind `orders`; undefined where it chooses a form. */
export function heldBy({ key, children }: PathNode): Held | undefined {
  if (children.size === 0) return undefined;
  const node = children.get('{}') ?? [...children.values()].find((child) => /^\(|^\{\}\.\w+$/.test(child.key));
  if (node === undefined) return undefined;
  const name = parameterName(node);
  return choosesValue(name, lastWord(key)) ? undefined : { name, methods: node.methods, node };
}

/** True where one of many itself is changed or deleted. */
export function isKept({ methods }: Held): boolean {
  return writes(methods ?? []);
}

/** True where nothing but POST is answered to one of many, and nothing stands below it. */
export function isCalled({ methods, node }: Held): boolean {
  return methods !== undefined && isOnly(methods, 'post') && node.children.size === 0;
}

/** True for the id of something else: `{prisonId}` behind `roll-count`, not `{id}`, `{orderId}` or `{x}` behind `order`. */
export function isOfAnother(key: string, { name }: Held): boolean {
  const noun = namedNoun(name);
  if (noun === '' || wordsOf(name ?? '').includes(singularOf(lastWord(key)))) return false;
  return noun !== lastWord(name) || resourceNouns.has(noun);
}

/** Why a word is a collection: `“{id}” behind “orders” names one of many`. */
export function namesOne(key: string, held: Held): string {
  return `${shownParameter(held)} behind ${shownWord(key)} names one of many`;
}

/** `“{id}”` */
export function shownParameter({ name }: Held): string {
  return shownWord(`{${name ?? ''}}`);
}
