import { crudVerbs } from '#core/text/action-verbs.ts';
import { capitalised, wordsOf } from '#core/text/casing.ts';
import { pluralOf } from '#core/text/english.ts';
import { resourceNouns } from '#core/text/resource-nouns.ts';

/** A path segment with its last word in the plural; undefined where that word is not known to be a singular. `further` are known nouns, too. */
export function pluralSegment(segment: string, further: ReadonlySet<string>): string | undefined {
  const words = wordsOf(segment);
  const last = words.at(-1) ?? '';
  const [first = ''] = words;
  if (!/^[a-z][\w-]*$/i.test(segment) || !segment.toLowerCase().endsWith(last)) return undefined;
  if (!resourceNouns.has(last) && !further.has(last)) return undefined;
  if (words.length > 1 && (crudVerbs.includes(first) || /^(?:my|current|own|default)$/.test(first))) return undefined;
  const written = segment.slice(-last.length);
  const plural = written === last ? pluralOf(last) : capitalised(pluralOf(last));
  return (
    segment.slice(0, -last.length) +
    (written.length > 1 && written === written.toUpperCase() ? plural.toUpperCase() : plural)
  );
}
