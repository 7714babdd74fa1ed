import type { FixChoice } from '#cli/arguments.ts';
import { chooseFix } from '#cli/choose-fix.ts';
import type { ChooseFix } from '#core/fix/fix-all.ts';
import type { Review } from '#core/review.ts';
import type { ReviewFinding } from '#core/review-finding.ts';
import type { Rule } from '#core/rule.ts';

/** What could be fixed beyond what `--fix` did. */
export interface FurtherFixes {
  /** How many findings `--fix` would fix, made again. */
  readonly bySafe: number;
  /** How many findings `--fix=review` would fix. */
  readonly byReview: number;
  /** How many findings are fixed only where their rule is named: their fixes reach into a schema. */
  readonly byName: number;
  /** The ids of those rules, sorted. */
  readonly ruleIds: readonly string[];
}

/** Looks through the findings that are left in the files under review. */
export function furtherFixes(
  findings: readonly ReviewFinding[],
  review: Review,
  rules: readonly Rule[],
  mayChange: (uri: string) => boolean,
): FurtherFixes {
  const fixedBy = (choice: FixChoice, among: readonly ReviewFinding[]) => {
    const choose = chooseFix(choice, rules, mayChange);
    return 'message' in choose ? [] : among.filter((finding) => isFixed(finding, choose, review));
  };
  const reviewed = new Set(fixedBy('review', findings));
  const others = findings.filter((finding) => !reviewed.has(finding) && finding.fixes.length > 0);
  const ids = [...new Set(others.map(({ ruleId }) => ruleId))].filter((id) => rules.some((rule) => rule.id === id));
  const named = fixedBy(ids, others);
  return {
    bySafe: fixedBy('safe', findings).length,
    byReview: reviewed.size,
    byName: named.length,
    ruleIds: [...new Set(named.map(({ ruleId }) => ruleId))].sort(),
  };
}

/** True when something of it would be fixed. */
function isFixed(finding: ReviewFinding, choose: ChooseFix, review: Review): boolean {
  const singles = finding.members.length === 0 ? [finding] : finding.members;
  return singles.some((single) => choose(single, review) !== undefined);
}
