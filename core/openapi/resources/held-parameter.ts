import { choosesValue } from '#core/openapi/resources/chooses-value.ts';
import { lastWord } from '#core/openapi/resources/last-word.ts';
import { namedNoun } from '#core/openapi/resources/named-noun.ts';
import { parameterName } from '#core/openapi/resources/parameter-name.ts';
import { methodsAt, type PathNode } from '#core/openapi/resources/path-node.ts';
import { shownWord } from '#core/openapi/resources/shown-word.ts';
import { isOnly, writes } from '#core/openapi/resources/written-methods.ts';
import { wordsOf } from '#core/text/casing.ts';
import { singularOf } from '#core/text/english.ts';
import { resourceNouns } from '#core/text/resource-nouns.ts';

/** `{id}` behind `orders`; undefined where it chooses a form. */
export function heldBy({ key, children }: PathNode): PathNode | undefined {
  const held = children.get('{}') ?? [...children.values()].find((child) => /^\(|^\{\}\.\w+$/.test(child.key));
  return held === undefined || choosesValue(parameterName(held), lastWord(key)) ? undefined : held;
}

/** True where one of many itself is changed or deleted. */
export function isKept(held: PathNode): boolean {
  return writes(methodsAt(held) ?? []);
}

/** True where nothing but POST is answered to one of many, and nothing stands below it. */
export function isCalled(held: PathNode): boolean {
  const methods = methodsAt(held);
  return methods !== undefined && isOnly(methods, 'post') && held.children.size === 0;
}

/** True for the id of something else: `{prisonId}` behind `roll-count`, not `{id}`, `{orderId}` or `{x}` behind `order`. */
export function isOfAnother(key: string, held: PathNode): boolean {
  const name = parameterName(held);
  const noun = namedNoun(name);
  if (noun === '' || wordsOf(name ?? '').includes(singularOf(lastWord(key)))) return false;
  return noun !== lastWord(name) || resourceNouns.has(noun);
}

/** Why a word is a collection: `“{id}” behind “orders” names one of many`. */
export function namesOne(key: string, held: PathNode): string {
  return `${shownParameter(held)} behind ${shownWord(key)} names one of many`;
}

/** `“{id}”` */
export function shownParameter(held: PathNode): string {
  return shownWord(`{${parameterName(held) ?? ''}}`);
}
