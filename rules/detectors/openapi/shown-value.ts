import { copyOf } from '#core/text/copy-of.ts';
import type { TreeNode } from '#core/tree/tree.ts';

/** So much of a text is shown, in UTF-16 units. */
const longestText = 40;

/** A value as a message shows it: texts in quotation marks, lists and objects by what they are. */
export function shownValue(value: TreeNode): string {
  if (value.kind === 'list') return value.items.length === 0 ? 'an empty list' : 'a list';
  if (value.kind === 'map') return value.entries.length === 0 ? 'an empty object' : 'an object';
  return typeof value.value === 'string' ? `“${shortened(value.value)}”` : String(value.value);
}

/** One line, or its beginning. */
export function shortened(text: string, longest = longestText): string {
  const line = /^[^\r\n]*/.exec(text)?.[0] ?? '';
  const isWhole = line.length === text.length && line.length <= longest;
  return isWhole ? text : copyOf(`${line.slice(0, longest).replace(/[\ud800-\udbff]$/, '')}…`);
}

/** The first few values, and how many others there are. */
export function shownValues(values: readonly TreeNode[]): string {
  return firstFew(values, shownValue, 'or');
}

/** The same of names. */
export function shownNames(names: readonly string[]): string {
  return firstFew(names, (name) => `“${shortened(name)}”`, 'and');
}

/** So many are shown; one more than that, too. */
const most = 3;

function firstFew<T>(items: readonly T[], show: (item: T) => string, word: 'and' | 'or'): string {
  const left = items.length - most;
  if (left > 1)
    return `${items.slice(0, most).map(show).join(', ')} ${word === 'or' ? 'or one of' : 'and'} ${left} others`;
  const texts = items.map(show);
  return texts.length < 2 ? texts.join() : `${texts.slice(0, -1).join(', ')} ${word} ${texts.at(-1)}`;
}
