import { changesOf } from '#core/fix/fix-changes.ts';
import type { Review } from '#core/review.ts';
import type { ReviewFinding, ReviewFix } from '#core/review-finding.ts';
import type { Change } from '#core/rule.ts';
import type { Section } from '#core/text/section.ts';

/** A finding, and the fix that is to be made for it. */
export interface ChosenFix {
  readonly finding: ReviewFinding;
  readonly fix: ReviewFix;
}

/**
 * Those that can be made at once: without those that insert where one of another rule inserts before them. What that one writes may
 * serve both, as a key that is an index, too: the others are for what is found then.
 */
export function fixesInTurn(chosen: readonly ChosenFix[], { workspace }: Review): readonly ChosenFix[] {
  const ruleAt = new Map<Section, Map<number, string>>();
  return chosen.filter(({ finding: { ruleId }, fix }) => {
    const insertions = changesOf(fix, workspace).flatMap(insertionsOf);
    if (insertions.some(({ section, at }) => (ruleAt.get(section)?.get(at) ?? ruleId) !== ruleId)) return false;
    for (const { section, at } of insertions) {
      const rules = ruleAt.get(section) ?? new Map<number, string>();
      ruleAt.set(section, rules.set(at, ruleId));
    }
    return true;
  });
}

function insertionsOf(change: Change): readonly { readonly section: Section; readonly at: number }[] {
  if (change.kind !== 'text') return [];
  const { section, edits } = change;
  return edits.flatMap(({ span }) => (span.start === span.end ? [{ section, at: span.start }] : []));
}
