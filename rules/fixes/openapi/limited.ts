import type { Fix } from '#core/rule.ts';
import type { TreeChange } from '#core/tree/change.ts';
import { type LimitFact, limitFor } from '#rules/detectors/openapi/input-limits.ts';
import { fixInManyPlaces } from '#rules/fixes/openapi/fix-in-many-places.ts';

/** Writes keywords of one schema, each behind what is like it. */
export function limited(
  { uri, pointer }: Pick<LimitFact, 'uri' | 'pointer'>,
  title: string,
  keywords: Readonly<Record<string, number | string>>,
): Fix {
  return fixInManyPlaces(title, 'review', () => {
    const [first, ...others] = Object.entries(keywords).map(
      ([keyword, value]): TreeChange => ({
        kind: 'set',
        uri,
        pointer: [...pointer, keyword],
        value,
        after: neighbours.get(keyword) ?? ['format', 'type'],
      }),
    );
    if (first === undefined) throw new Error('There is no keyword to write.');
    return [first, ...others];
  });
}

/** Limits how long values are, or how many things they hold: to what `limitFor` says. */
export function limitedSize(fact: LimitFact, keyword: string, usual: number, unit: string): Fix {
  const limit = limitFor(fact, usual);
  return limited(fact, `Limit ${fact.place} to ${limit} ${unit}`, { [keyword]: limit });
}

/** What a keyword is written behind, the first one that is there. */
const neighbours: ReadonlyMap<string, readonly string[]> = new Map([
  ['maxLength', ['minLength', 'format', 'type']],
  ['maxItems', ['minItems', 'items']],
  ['maximum', ['minimum', 'exclusiveMinimum', 'format', 'type']],
  ['maxProperties', ['minProperties', 'additionalProperties', 'unevaluatedProperties']],
  ['format', ['type']],
]);
