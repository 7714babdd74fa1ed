import { rankOf } from '#cli/report.ts';
import type { ReviewFinding } from '#core/review-finding.ts';

/** At most so many findings, the worst of them, in text order still; 0 keeps all. */
export function worstFindings(findings: readonly ReviewFinding[], maximum: number): readonly ReviewFinding[] {
  if (maximum === 0 || findings.length <= maximum) return findings;
  const kept = new Set([...findings].sort((a, b) => rankOf[a.severity] - rankOf[b.severity]).slice(0, maximum));
  return findings.filter((finding) => kept.has(finding));
}
