import type { Fault } from '#core/openapi/validate/fault.ts';
import { nearNames } from '#core/text/near-names.ts';
import { nearestName } from '#core/text/nearest-name.ts';
import { entriesOf } from '#core/tree/tree.ts';

/** The name a property too many was meant to have: one of its schema that is like it, and is not there. */
export function meantName({ key, known, value }: Extract<Fault, { kind: 'extra-property' }>): string | undefined {
  const present = new Set(entriesOf(value).map((entry) => entry.key.value));
  const absent = known.length > 200 ? known : known.filter((name) => !present.has(name));
  const meant = nearestName(key.value, nearNames(key.value, absent));
  return meant === undefined || present.has(meant) ? undefined : meant;
}
