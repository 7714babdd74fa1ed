import type { FixChoice } from '#cli/arguments.ts';
import { chooseFix } from '#cli/choose-fix.ts';
import type { ChooseFix } from '#core/fix/fix-all.ts';
import type { Review } from '#core/review.ts';
import type { ReviewFinding } from '#core/review-finding.ts';
import type { Rule } from '#core/rule.ts';

/** What could be fixed beyond what `--fix` did. Each part is found out when somebody asks: to tell whether a fix writes anything takes long. */
export interface FurtherFixes {
  /** How many findings `--fix` would fix, made again. */
  readonly bySafe: number;
  /** How many findings `--fix=review` would fix. */
  readonly byReview: number;
  /** Those that are fixed only where their rule is named: their fixes reach into a schema. */
  readonly byName: NamedFixes;
}

/** What is fixed where rules are named. */
export interface NamedFixes {
  /** How many findings. */
  readonly count: number;
  /** The ids of their rules, sorted. */
  readonly ruleIds: readonly string[];
}

/** What fixes are looked for with. */
export interface FixSearch {
  readonly review: Review;
  readonly rules: readonly Rule[];
  readonly mayChange: (uri: string) => boolean;
  /** What `--fix` was given: what was just tried is not counted again. */
  readonly made: FixChoice;
}

/** Looks through the findings that are left in the files under review, when asked. */
export function furtherFixes(
  findings: readonly ReviewFinding[],
  { review, rules, mayChange, made }: FixSearch,
): FurtherFixes {
  const fixedBy = (choice: FixChoice, among: readonly ReviewFinding[]) => {
    const choose = chooseFix(choice, rules, mayChange);
    return 'message' in choose ? [] : among.filter((finding) => isFixed(finding, choose, review));
  };
  let known: ReadonlySet<ReviewFinding> | undefined;
  const reviewed = () => {
    known ??= new Set(fixedBy('review', findings));
    return known;
  };
  return {
    get bySafe() {
      return fixedBy('safe', findings).length;
    },
    get byReview() {
      return made === 'review' ? 0 : reviewed().size;
    },
    get byName() {
      const others = findings.filter((finding) => !reviewed().has(finding) && finding.fixes.length > 0);
      const ids = [...new Set(others.map(({ ruleId }) => ruleId))].filter((id) => rules.some((rule) => rule.id === id));
      const named = fixedBy(ids, others);
      return { count: named.length, ruleIds: [...new Set(named.map(({ ruleId }) => ruleId))].sort() };
    },
  };
}

/** True when something of it would be fixed. */
function isFixed(finding: ReviewFinding, choose: ChooseFix, review: Review): boolean {
  const singles = finding.members.length === 0 ? [finding] : finding.members;
  return singles.some((single) => choose(single, review) !== undefined);
}
