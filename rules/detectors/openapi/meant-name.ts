import type { Fault } from '#core/openapi/validate/fault.ts';
import { nearNames } from '#core/text/near-names.ts';
import { nearestName } from '#core/text/nearest-name.ts';
import { entriesOf } from '#core/tree/tree.ts';

const longest = 200;

type ExtraProperty = Extract<Fault, { kind: 'extra-property' }>;

const known = new WeakMap<ExtraProperty, { readonly name: string | undefined }>();

/** The name a property too many was meant to have: one of its schema that is like it, and is not there. */
export function meantName(fault: ExtraProperty): string | undefined {
  const meant = known.get(fault) ?? { name: findMeant(fault) };
  known.set(fault, meant);
  return meant.name;
}

function findMeant({ key, known: names, value }: ExtraProperty): string | undefined {
  const present = new Set(entriesOf(value).map((entry) => entry.key.value));
  // Of a long list what is near is looked up, and the very same list is looked up faster.
  const absent = names.length > longest ? names : names.filter((name) => !present.has(name));
  const meant = nearestName(key.value, nearNames(key.value, absent));
  return meant === undefined || present.has(meant) ? undefined : meant;
}
