import type { Operation } from '#core/openapi/model.ts';
import { toPascalCase, wordsOf } from '#core/text/casing.ts';
import { singularOf } from '#core/text/english.ts';
import { firstName } from '#rules/detectors/openapi/first-name.ts';
import { mostUsed } from '#rules/detectors/openapi/most-used.ts';

/** How a tag may be made of the segment that names a collection. */
const tagForms: readonly ((segment: string) => string)[] = [
  (segment) => segment,
  (segment) => titled(wordsOf(segment)),
  (segment) => toPascalCase(segment),
  (segment) => singularOf(segment),
  (segment) => titled(singularWords(segment)),
  (segment) => toPascalCase(singularWords(segment).join('-')),
  (segment) => capital(wordsOf(segment).join(' ')),
];

/**
 * The tags of a new operation under a path: those the operations of its collection have, else the one the others' tags would be called
 * after it; none where most operations have none, or theirs follow no path.
 */
export function houseTags(operations: readonly Operation[]): (path: string) => readonly string[] {
  const tagged = operations
    .filter(({ origin, tags }) => origin === 'path' && tags.length > 0)
    .map(({ path, tags }) => ({ path, tags: tags.map(({ value }) => value) }));
  const all = operations.filter(({ origin }) => origin === 'path').length;
  const form = tagged.length * 2 > all ? formOf(tagged) : undefined;
  return (path) => {
    const own = tagged.filter((one) => firstName(one.path) === firstName(path));
    const segment = firstName(path);
    return mostUsed(own.map(({ tags }) => tags)) ?? (form === undefined || segment === '' ? [] : [form(segment)]);
  };
}

/** The form most first tags have: those of two collections at least, or of most operations. */
function formOf(tagged: readonly { readonly path: string; readonly tags: readonly string[] }[]) {
  const matches = tagForms.map((form) => ({
    form,
    alike: tagged.filter(({ path, tags }) => form(firstName(path)) === tags[0]),
  }));
  const [most] = matches.sort((a, b) => b.alike.length - a.alike.length);
  if (most === undefined) return undefined;
  const collections = new Set(most.alike.map(({ path }) => firstName(path)));
  return collections.size >= 2 || most.alike.length * 2 > tagged.length ? most.form : undefined;
}

function singularWords(segment: string): readonly string[] {
  const words = wordsOf(segment);
  return [...words.slice(0, -1), singularOf(words.at(-1) ?? '')];
}

function titled(words: readonly string[]): string {
  return words.map(capital).join(' ');
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
