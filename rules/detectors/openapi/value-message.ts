import { faultWords } from '#rules/detectors/openapi/fault-words.ts';
import { shortened } from '#rules/detectors/openapi/shown-value.ts';
import type { PlacedFault } from '#rules/detectors/openapi/value-faults.ts';
import { pathText } from '#rules/detectors/openapi/value-path.ts';

/** So much of a path is shown, in UTF-16 units. */
const longestPath = 80;

/** `“lines[0].price” in the example “cat” is the string “12”, not a number.` */
export function valueMessage(subject: string, { fault, steps }: PlacedFault): string {
  const words = faultWords(fault);
  if (steps.length > 0) return `“${shortened(pathText(steps), longestPath)}” in ${subject} ${words}.`;
  return `${subject.charAt(0).toUpperCase()}${subject.slice(1)} ${words}.`;
}
