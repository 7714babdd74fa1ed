/** What most of the places do that were looked at. */
export interface Habit<T> {
  readonly value: T;
  /** How many places there were. */
  readonly seen: number;
  /** The share of those that do it. */
  readonly share: number;
}

/** So few places are an accident. */
const few = 3;

/** So many places that do the same are no accident. */
const many = 10;

/** By key the nearer habit, but where few places tell it and many others do the same. */
export function clearer<T>(
  near: ReadonlyMap<string, Habit<T>>,
  far: ReadonlyMap<string, Habit<T>>,
): ReadonlyMap<string, Habit<T>> {
  const nearer = [...near].filter(([key, { seen }]) => {
    const other = far.get(key);
    return seen >= few || other === undefined || other.seen < many || other.share < 0.8;
  });
  return new Map([...far, ...nearer]);
}
