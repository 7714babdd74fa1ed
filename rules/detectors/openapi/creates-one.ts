import { segmentsOf } from '#core/openapi/effective/path-template.ts';
import { wordsOf } from '#core/text/casing.ts';
import { singularOf } from '#core/text/english.ts';

/** True when the path ends in one of the resources: `/payments`, `/orders/{id}/refunds`, not `/payments/search`. */
export function createsOne(path: string, resources: readonly string[]): boolean {
  const segments = segmentsOf(path);
  const words = wordsOf(segments.at(-1) ?? '');
  const [first, ...others] = creatingWords.has(words[0] ?? '') ? words.slice(1) : words;
  if (first === undefined || others.length > 0 || /\}$/.test(path)) return false;
  if (segments.some((segment) => /^(?:web)?hooks?$/i.test(segment))) return false;
  const isAction = segments.at(-2)?.startsWith('{') && verbs.has(first);
  return !isAction && resources.includes(singularOf(first));
}

/** Behind an item these say what is done to it: `/repositories/{id}/transfer`. */
const verbs = new Set(['transfer', 'order', 'purchase', 'deposit', 'charge', 'invoice']);
const creatingWords = new Set(['add', 'create', 'new', 'place', 'make', 'submit']);
