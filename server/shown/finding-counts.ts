import type { Severity } from '#core/rule.ts';
import type { FindingCounts } from '#server/protocol.ts';

/** How many findings there are of each severity. */
export function findingCounts(findings: readonly { readonly severity: Severity }[]): FindingCounts {
  const counts = { error: 0, warning: 0, info: 0 };
  for (const { severity } of findings) counts[severity]++;
  return counts;
}
