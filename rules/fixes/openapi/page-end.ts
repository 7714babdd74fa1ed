import { casingOfNames, inCasing } from '#core/text/name-casing.ts';
import type { PagePart } from '#rules/detectors/openapi/paging-style.ts';

/** A property that says whether another page follows, as the names beside it are written: `hasMore`, `has_more`. */
export function endPart(names: readonly string[]): PagePart {
  return {
    name: inCasing('has_more', casingOfNames(names) ?? 'camel'),
    leadsOn: true,
    isRequired: false,
    value: { type: 'boolean', description: 'Whether there are more after these.' },
  };
}
