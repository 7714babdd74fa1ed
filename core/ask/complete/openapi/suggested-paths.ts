import { erasedTemplate, segmentsOf } from '#core/openapi/effective/path-template.ts';
import { ItemNames } from '#core/openapi/resources/item-names.ts';
import { toCamelCase, wordsOf } from '#core/text/casing.ts';
import { singularOf } from '#core/text/english.ts';

/** A segment on the way of paths, the first that was met of those that differ in the names of parameters alone. */
interface Step {
  readonly segment: string;
  readonly path: string;
  readonly below: Map<string, Step>;
  /** True where a path ends. */
  isPath: boolean;
}

const anyItem = '{}';

/**
 * Templates that some paths of a description suggest: the item of a collection, and what stands above a longer path. `isTaken` knows all
 * its paths, by their templates with the names of parameters erased.
 */
export function suggestedPaths(
  paths: Iterable<string>,
  isTaken: (erased: string) => boolean = () => false,
): readonly string[] {
  const root: Step = { segment: '', path: '', below: new Map(), isPath: true };
  for (const path of paths) if (path.startsWith('/') && !/[?#]/.test(path)) addPath(root, path);
  const steps = [...stepsBelow(root)];
  const collections = new Set(steps.filter(({ segment }) => isCollection(segment)));
  const names = itemNames(collections);
  const suggested = steps.flatMap((step) => {
    const { path, segment, below, isPath } = step;
    const isListed = collections.has(step);
    if (isPath) return isListed && !below.has(anyItem) ? [names.pathIn(path, usualId)] : [];
    return isItem(segment) || (isListed && below.has(anyItem)) ? [path] : [];
  });
  return suggested.filter((path) => !isTaken(erasedTemplate(path)));
}

function addPath(root: Step, path: string): void {
  let step = root;
  // Few paths have slashes within braces; the others are parted once, and need not be kept.
  const segments = /\{[^}]*\//.test(path) ? segmentsOf(path) : path.split('/').filter((segment) => segment !== '');
  for (const segment of segments) {
    const key = isItem(segment) ? anyItem : segment.includes('{') ? erasedTemplate(segment) : segment;
    const next = step.below.get(key) ?? { segment, path: `${step.path}/${segment}`, below: new Map(), isPath: false };
    step.below.set(key, next);
    step = next;
  }
  step.isPath = true;
}

/** True for one placeholder: `{id}`. */
function isItem(segment: string): boolean {
  return segment.startsWith('{') && segment.indexOf('}') === segment.length - 1;
}

function* stepsBelow({ below }: Step): Iterable<Step> {
  for (const step of below.values()) {
    yield step;
    yield* stepsBelow(step);
  }
}

/** True for a plural: `orders`, `order-lines`. */
function isCollection(segment: string): boolean {
  const last = /[{}]/.test(segment) ? undefined : wordsOf(segment).at(-1);
  return last !== undefined && singularOf(last) !== last;
}

/** How the items of these collections are called. */
function itemNames(collections: Iterable<Step>): ItemNames {
  const names = new ItemNames();
  for (const { segment, below } of collections) {
    const item = below.get(anyItem);
    if (item !== undefined) names.add(item.segment.slice(1, -1), segment);
  }
  return names;
}

/** Where no item tells. */
function usualId(noun: readonly string[]): string {
  return toCamelCase([...noun, 'id'].join(' '));
}
