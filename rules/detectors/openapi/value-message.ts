import { capitalised } from '#core/text/casing.ts';
import { faultWords } from '#rules/detectors/openapi/fault-words.ts';
import { placeWithin } from '#rules/detectors/openapi/place-within.ts';
import type { PlacedFault } from '#rules/detectors/openapi/value-faults.ts';

/** `“price” in item 1 of “lines” in the example “cat” is the string “12”, not a number.`, `Item 2 of the default is “c”, not “a” or “b”.` */
export function valueMessage(subject: string, placed: PlacedFault): string {
  return `${capitalised(placeWithin(placed, subject))} ${faultWords(placed.fault)}.`;
}
