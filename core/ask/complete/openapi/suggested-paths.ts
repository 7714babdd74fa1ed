import { erasedTemplate, segmentsOf, wholeExpression } from '#core/openapi/effective/path-template.ts';
import { toCamelCase, toKebabCase, toSnakeCase, wordsOf } from '#core/text/casing.ts';
import { singularOf } from '#core/text/english.ts';

/** Templates that other paths of a description suggest: the item of a collection, and what stands above a longer path. */
export function suggestedPaths(paths: Iterable<string>): readonly string[] {
  const known = [...paths].filter((path) => path.startsWith('/') && !/[?#]/.test(path));
  const taken = new Set(known.map(erasedTemplate));
  const nameOf = itemName(known);
  const found = new Map<string, string>();
  const add = (segments: readonly string[]): void => {
    const path = `/${segments.join('/')}`;
    const erased = erasedTemplate(path);
    if (!taken.has(erased) && !found.has(erased)) found.set(erased, path);
  };
  const all = known.map(segmentsOf);
  for (const segments of all) for (const above of pathsAbove(segments)) add(above);
  for (const segments of all) {
    const last = segments.at(-1);
    if (last !== undefined && isCollection(last)) add([...segments, `{${nameOf(last)}}`]);
  }
  return [...found.values()];
}

/** The items and collections on the way to a path. */
function pathsAbove(segments: readonly string[]): readonly (readonly string[])[] {
  return segments.slice(0, -1).flatMap((segment, index) => {
    const isItem = wholeExpression(segment) !== undefined;
    const isListed = isCollection(segment) && wholeExpression(segments[index + 1] ?? '') !== undefined;
    return isItem || isListed ? [segments.slice(0, index + 1)] : [];
  });
}

/** True for a plural: `orders`, `order-lines`. */
function isCollection(segment: string): boolean {
  const last = /[{}]/.test(segment) ? undefined : wordsOf(segment).at(-1);
  return last !== undefined && singularOf(last) !== last;
}

type ItemName = (collection: string) => string;

/** How the id of an item is called in its path; the first is usual. */
const spellings: readonly ItemName[] = [
  (noun) => toCamelCase(`${noun}_id`),
  () => 'id',
  (noun) => toSnakeCase(`${noun}_id`),
  (noun) => toKebabCase(`${noun}_id`),
  (noun) => `${toCamelCase(noun)}ID`,
  (noun) => toCamelCase(noun),
  (noun) => toSnakeCase(noun),
];

/** As most items of the description are. */
function itemName(paths: readonly string[]): ItemName {
  const counts = spellings.map(() => 0);
  for (const segments of paths.map(segmentsOf)) {
    for (const [index, segment] of segments.entries()) {
      const name = wholeExpression(segments[index + 1] ?? '')?.names[0]?.value;
      if (name === undefined || !isCollection(segment)) continue;
      const spelling = spellings.findIndex((spell) => spell(singular(segment)) === name);
      if (spelling >= 0) counts[spelling] = (counts[spelling] ?? 0) + 1;
    }
  }
  const spell = spellings[counts.indexOf(Math.max(...counts))] ?? toCamelCase;
  return (collection) => spell(singular(collection));
}

function singular(segment: string): string {
  const words = wordsOf(segment);
  return [...words.slice(0, -1), singularOf(words.at(-1) ?? '')].join('_');
}
