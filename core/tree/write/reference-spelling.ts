import type { TreeChange } from '#core/tree/change.ts';
import { isList, isMap } from '#core/tree/equal-values.ts';
import type { PlainValue } from '#core/tree/tree.ts';

export interface Spelling {
  readonly bareReferences: boolean | undefined;
}

/** Whether most references of a text to files beside or below it begin without `./`; undefined where there are none. */
export function findBareReferences(text: string): boolean | undefined {
  let lead = 0;
  for (const [, target = ''] of text.matchAll(/\$ref["']?[ \t]*:[ \t]*["']?([^\s"',}]+)/g)) {
    if (target.startsWith('./')) lead -= 1;
    else if (!/^(?:[#/\\]|\.\.|[a-z][a-z\d+.-]*:)/i.test(target)) lead += 1;
  }
  return lead === 0 ? undefined : lead > 0;
}

/** A change whose new references begin as those of the file do. What a `$ref` itself is changed to is meant as it is. */
export function spelledLike(change: TreeChange, { bareReferences }: Spelling): TreeChange {
  if (bareReferences !== true || (change.kind !== 'set' && change.kind !== 'append')) return change;
  const value = withoutDot(change.value);
  return value === change.value ? change : { ...change, value };
}

/** The very same value where nothing changes. */
function withoutDot(value: PlainValue): PlainValue {
  if (isList(value)) {
    const items = value.map(withoutDot);
    return items.some((item, index) => item !== value[index]) ? items : value;
  }
  if (!isMap(value)) return value;
  const entries = Object.entries(value).map(([key, item]): readonly [string, PlainValue] => [
    key,
    key === '$ref' && typeof item === 'string' ? item.replace(/^\.\/(?=[^:]*$)/, '') : withoutDot(item),
  ]);
  return entries.some(([key, item]) => item !== value[key]) ? Object.fromEntries(entries) : value;
}
