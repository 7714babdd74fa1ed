/** How a set of times is spread. */
export interface Percentiles {
  readonly count: number;
  readonly p50: number;
  readonly p95: number;
  readonly max: number;
}

/** The median, the time that 19 of 20 do not exceed, and the longest; undefined for no times. */
export function percentilesOf(times: readonly number[]): Percentiles | undefined {
  const sorted = [...times].sort((a, b) => a - b);
  const max = sorted.at(-1);
  if (max === undefined) return undefined;
  const at = (share: number): number => sorted[Math.ceil(sorted.length * share) - 1] ?? max;
  return { count: sorted.length, p50: at(0.5), p95: at(0.95), max };
}
