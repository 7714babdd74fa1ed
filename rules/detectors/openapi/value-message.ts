import { capitalised } from '#core/text/casing.ts';
import { faultWords } from '#rules/detectors/openapi/fault-words.ts';
import { shortened } from '#rules/detectors/openapi/shown-value.ts';
import type { PlacedFault } from '#rules/detectors/openapi/value-faults.ts';
import { pathText } from '#rules/detectors/openapi/value-path.ts';

/** So much of a path is shown, in UTF-16 units. */
const longestPath = 80;

/** `“lines[0].price” in the example “cat” is the string “12”, not a number.`, `Item 2 of the default is “c”, not “a” or “b”.` */
export function valueMessage(subject: string, { fault, steps }: PlacedFault): string {
  const words = faultWords(fault);
  const [first = '', ...others] = steps;
  const isItem = /^\d+$/.test(first);
  const holder = isItem ? `item ${Number(first) + 1} of ${subject}` : subject;
  const path = isItem ? others : steps;
  if (path.length > 0) return `“${shortened(pathText(path), longestPath)}” in ${holder} ${words}.`;
  return `${capitalised(holder)} ${words}.`;
}
