import type { Random } from '../../support/random.ts';

/** One of the items; undefined when there is none. */
export function pickFrom<T>(random: Random, items: readonly T[]): T | undefined {
  return items[random.below(items.length)];
}

/** True in this share of all cases. */
export function happens(random: Random, share: number): boolean {
  return random.next() < share;
}

/** About this many of the items, in their order. */
export function someOf<T>(random: Random, items: readonly T[], count: number): readonly T[] {
  return items.filter(() => random.next() * items.length < count);
}
