import type { UsedContent } from '#rules/detectors/openapi/error-content.ts';

/** The shape most errors of a description have. */
export interface HouseShape {
  readonly names: readonly string[];
  /** Of so many error responses whose shape is known … */
  readonly all: number;
  /** … so many have this one, or one that extends or leaves out some of it. */
  readonly alike: number;
}

/** Undefined where no shape is known. */
export function houseShape(contents: readonly UsedContent[]): HouseShape | undefined {
  const shapes = new Map<string, { readonly names: readonly string[]; uses: number }>();
  for (const { content, uses } of contents) {
    if (content.shape === undefined) continue;
    const key = keyOf(content.shape);
    const known = shapes.get(key) ?? { names: content.shape, uses: 0 };
    shapes.set(key, known);
    known.uses += uses;
  }
  const all = [...shapes.values()];
  const [most] = [...all].sort((a, b) => b.uses - a.uses);
  if (most === undefined) return undefined;
  const sum = (list: readonly { readonly uses: number }[]): number => list.reduce((total, { uses }) => total + uses, 0);
  const alike = all.filter(({ names }) => isAlike(names, most.names));
  return { names: most.names, all: sum(all), alike: sum(alike) };
}

const keys = new WeakMap<readonly string[], string>();

/** The same for shapes with the same names in the same order; those of contents that did not change are joined once. */
function keyOf(shape: readonly string[]): string {
  const key = keys.get(shape) ?? shape.join('\n');
  keys.set(shape, key);
  return key;
}

/** True for shapes like this one; each is compared once. */
export function likeShape(names: readonly string[]): (shape: readonly string[]) => boolean {
  const known = new Map<string, boolean>();
  return (shape) => {
    const key = keyOf(shape);
    const isLike = known.get(key) ?? isAlike(shape, names);
    known.set(key, isLike);
    return isLike;
  };
}

/** True for shapes of which one extends the other, or that both extend the greater part of the smaller one. */
export function isAlike(a: readonly string[], b: readonly string[]): boolean {
  const [small, large] = a.length < b.length ? [a, b] : [b, a];
  const names = new Set(large);
  const shared = small.filter((name) => names.has(name)).length;
  return shared === small.length || (shared >= 2 && shared * 2 > small.length);
}
