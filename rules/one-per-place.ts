import type { InSection, Keyed } from '#core/rule.ts';

/** Of facts that say their place the first of each, in their order: what is shared is told of once. */
export function onePerPlace<F extends PlacedFact>(facts: readonly InSection<F>[]): readonly InSection<F>[] {
  const places = new Set<string>();
  return facts.filter(({ value: { place } }) => places.size < places.add(place).size);
}

type PlacedFact = Keyed & { readonly place: string };
