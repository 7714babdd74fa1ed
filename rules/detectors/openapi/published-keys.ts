import type { Span } from '#core/text/span.ts';
import { keyForms } from '#rules/words/key-forms.ts';

/** What looks like a key that works. */
export interface PublishedKey {
  /** `GitHub token`. */
  readonly name: string;
  readonly span: Span;
  readonly value: string;
}

/** One expression for all, with a group each: a text is looked through once. */
const anyKey = new RegExp(
  `(?<![A-Za-z0-9_])(?:${keyForms.map(({ form }) => `(${form})`).join('|')})(?![A-Za-z0-9_])`,
  'g',
);

/** The keys in a text; placeholders are none. */
export function publishedKeys(text: string): readonly PublishedKey[] {
  const found: PublishedKey[] = [];
  for (const match of text.matchAll(anyKey)) {
    const [value, ...groups] = match;
    const name = keyForms[groups.findIndex((group) => group !== undefined)]?.name;
    if (name === undefined || isPlaceholder(value)) continue;
    found.push({ name, value, span: { start: match.index, end: match.index + value.length } });
  }
  return found;
}

/** The key with its letters and digits blanked out, but for what says whose it is. */
export function blankedKey(value: string): string {
  const known = /^(?:A[KS]IA|AIza|SG|[a-z]+(?:_live|_pat)?)/.exec(value)?.[0].length ?? 0;
  return value.slice(0, known) + value.slice(known).replace(/[A-Za-z0-9]/g, 'X');
}

/** True where few characters repeat, in order, or where words say so. */
function isPlaceholder(value: string): boolean {
  const body = value.slice(4);
  if (/example|sample|test|dummy|fake|placeholder|your|token|secret|redacted|x{4}|\.{3}/i.test(body)) return true;
  if (/1234|2345|3456|4567|5678|6789|abcd|bcde|cdef|(.)\1{3}/i.test(body)) return true;
  return new Set(body).size < 9 || !/\d/.test(body) || !/[A-Za-z]/.test(body);
}
