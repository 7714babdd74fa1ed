import { shortened } from '#rules/detectors/openapi/shown-value.ts';
import type { ValuePath } from '#rules/detectors/openapi/value-path.ts';

/** So much of the names between two items is shown, in UTF-16 units. */
const longestNames = 80;

/** The way to a value as it is said: `“price” in item 1 of “lines” in the example “cat”`, `item 2 of the default`. Items are counted from one. */
export function placeWithin({ steps, isItem }: Pick<ValuePath, 'steps' | 'isItem'>, subject: string): string {
  let place = subject;
  let names: string[] = [];
  const within = (): string => {
    if (names.length === 0) return place;
    const own = `“${shortened(names.join('.'), longestNames)}”`;
    return place === 'it' ? own : `${own} in ${place}`;
  };
  for (const [index, step] of steps.entries()) {
    if (isItem[index] !== true) names.push(step);
    else {
      place = `item ${Number(step) + 1} of ${within()}`;
      names = [];
    }
  }
  return within();
}
