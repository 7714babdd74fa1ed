import type { FindingCounts } from '#server/protocol.ts';

/** `2 errors, 1 warning`; severities without findings are left out; `no findings` when there are none. */
export function describeCounts({ error, warning, info }: FindingCounts): string {
  const parts = [countOf(error, 'error'), countOf(warning, 'warning'), countOf(info, 'info')];
  return parts.filter((part) => part !== undefined).join(', ') || 'no findings';
}

/** The counts of several files together. */
export function sumCounts(counts: Iterable<FindingCounts>): FindingCounts {
  const sum = { error: 0, warning: 0, info: 0 };
  for (const { error, warning, info } of counts) {
    sum.error += error;
    sum.warning += warning;
    sum.info += info;
  }
  return sum;
}

/** `1 file`, `3 files`; regular nouns only. */
export function countedNoun(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? '' : 's'}`;
}

function countOf(count: number, noun: string): string | undefined {
  return count === 0 ? undefined : countedNoun(count, noun);
}
