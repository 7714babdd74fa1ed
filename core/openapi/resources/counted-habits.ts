import type { HabitFact, HabitKind } from '#core/openapi/resources/habit-facts.ts';

/** How often something is done so. */
export interface CountedHabit {
  readonly value: string;
  readonly count: number;
}

/** The ways something is done, the most frequent first; by name where they are as frequent. */
export type Habits = Readonly<Record<HabitKind, readonly CountedHabit[]>>;

/** Counts facts, in any order. */
export function countHabits(facts: Iterable<HabitFact>): Habits {
  const counts = new Map<HabitKind, Map<string, number>>();
  for (const { kind, value } of facts) {
    const known = counts.get(kind) ?? new Map<string, number>();
    counts.set(kind, known.set(value, (known.get(value) ?? 0) + 1));
  }
  const of = (kind: HabitKind): readonly CountedHabit[] =>
    [...(counts.get(kind) ?? [])]
      .map(([value, count]) => ({ value, count }))
      .sort((a, b) => b.count - a.count || (a.value < b.value ? -1 : 1));
  return {
    segment: of('segment'),
    'path-parameter': of('path-parameter'),
    'query-parameter': of('query-parameter'),
    property: of('property'),
    id: of('id'),
    paging: of('paging'),
    error: of('error'),
  };
}

/** What most do: seven of ten, where ten or more tell; undefined where there is no such majority. */
export function majorityOf(habits: readonly CountedHabit[], share = 0.7, samples = 10): string | undefined {
  const all = habits.reduce((sum, { count }) => sum + count, 0);
  const [first] = habits;
  return first !== undefined && all >= samples && first.count >= all * share ? first.value : undefined;
}
