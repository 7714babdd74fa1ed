import type { FileSymbol } from '#core/ask/file-symbol.ts';
import type { PlacedSymbol } from '#core/ask/placed-symbol.ts';
import { symbolsOf } from '#core/ask/symbols-of.ts';
import { singleFindings } from '#core/place/folded-findings.ts';
import { byPlace } from '#core/place/placed-finding.ts';
import type { Review } from '#core/review.ts';
import type { ReviewFinding } from '#core/review-finding.ts';
import type { Span } from '#core/text/span.ts';
import { cost, Pace } from '#core/work/pace.ts';
import type { Steps } from '#core/work/steps.ts';
import { type ChangeEffect, changeEffect, tellsChange } from '#rules/detectors/change/change-effect.ts';
import type { Shown } from '#server/inputs.ts';

/** A finding that tells of a change. */
export interface FileChange {
  readonly finding: ReviewFinding;
  /** What it does to others; undefined for what is only to be looked at. */
  readonly effect: ChangeEffect | undefined;
}

/** What changed in a file against what it is compared with, in text order. */
export function changesIn(session: Pick<Shown, 'contextOf'>, review: Review, uri: string): readonly FileChange[] {
  const file = review.files.get(uri);
  if (file === undefined || review.base === undefined) return [];
  const { rulebook, shownOf } = session.contextOf(review);
  const rules = new Map(rulebook.rules.filter(tellsChange).map((rule) => [rule.id as string, rule]));
  const changes = [...singleFindings(shownOf(file))].filter((each) => each.uri === uri).sort(byPlace);
  return changes.flatMap((finding) => {
    const rule = rules.get(finding.ruleId);
    if (rule === undefined) return [];
    return [{ finding, effect: finding.severity === 'error' ? changeEffect(rule) : undefined }];
  });
}

/** The things of a file that are asked for, in text order; none within another one. Groups and paths are looked into. */
export function* ownersIn(
  uri: string,
  { workspace }: Review,
  isOwner: (symbol: FileSymbol) => boolean,
): Steps<readonly PlacedSymbol[]> {
  const owners: PlacedSymbol[] = [];
  const pending = [...(yield* symbolsOf(uri, workspace))].reverse();
  const pace = new Pace();
  for (let placed = pending.pop(); placed !== undefined; placed = pending.pop()) {
    if (pace.isDue(cost.passed)) yield;
    const { kind } = placed.symbol;
    if (isOwner(placed.symbol)) owners.push(placed);
    else if (kind === 'group' || kind === 'path') pending.push(...[...placed.children].reverse());
  }
  return owners;
}

/** Those that begin in a span, found by halving. */
export function changesWithin(changes: readonly FileChange[], { start, end }: Span): readonly FileChange[] {
  const at = (offset: number): number => {
    let [low, high] = [0, changes.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((changes[middle]?.finding.span.start ?? 0) < offset) low = middle + 1;
      else high = middle;
    }
    return low;
  };
  return changes.slice(at(start), at(end));
}
