import { isFold } from '#core/place/fold-findings.ts';
import { byPlace } from '#core/place/placed-finding.ts';
import type { ReviewFinding } from '#core/review-finding.ts';
import type { Span } from '#core/text/span.ts';
import { KnownFindings, type ToldBefore } from '#server/typing/known-findings.ts';
import { type MovedSpans, unmoved } from '#server/typing/moved-spans.ts';

/** What of the findings of a file is told while somebody types. */
export interface CalmFindings {
  /** In text order. What was told before and is told in other words now keeps its words. */
  readonly shown: readonly ReviewFinding[];
  /** New ones that wait. */
  readonly held: ReadonlySet<ReviewFinding>;
  /** True where something is still told that is not found any more. */
  readonly keepsGone: boolean;
}

/** What became of a file since the review before. */
export interface Since {
  /** By uri: where the spans of the review before stand now. */
  readonly moves: (uri: string) => MovedSpans | undefined;
  /** True where somebody types. In the text as it is now. */
  readonly isTyped: (uri: string, span: Span) => boolean;
  /** What is new waits. */
  readonly holdsNew: boolean;
  /** What is typed is not understood yet, and so what is not found any more may be there still. */
  readonly keepsGone: boolean;
}

/** Finds out which of the findings of a file are new, and tells the others. */
export function calmFindings(found: readonly ReviewFinding[], before: ToldBefore, since: Since): CalmFindings {
  if (isAsBefore(found, before, since.moves)) return { shown: found, held: before.held, keepsGone: false };
  const known = new KnownFindings(before, since.moves);
  const fates = new Map<ReviewFinding, 'shown' | 'held'>();
  const meet = (take: (finding: ReviewFinding) => 'shown' | 'held' | undefined) => {
    for (const finding of found) {
      const fate = fates.has(finding) ? undefined : take(finding);
      if (fate !== undefined) fates.set(finding, fate);
    }
  };
  meet((finding) => known.takeSame(finding));
  meet((finding) => known.takeElsewhere(finding));
  const kept: ReviewFinding[] = [];
  if (since.holdsNew) {
    meet((finding) => {
      const instead = insteadOf(finding, known, since);
      kept.push(...instead);
      return instead.length > 0 ? undefined : 'held';
    });
  }
  const gone = since.keepsGone ? known.left().filter((finding) => isKept(finding, since)) : [];
  kept.push(...gone.map((finding) => atNewPlace(finding, undefined, since)));
  return gather(found, fates, { kept, isHolding: since.holdsNew, keepsGone: gone.length > 0 });
}

/** True where nothing waits and all that was told is found, in its order and at its place: the usual key. */
function isAsBefore(found: readonly ReviewFinding[], { shown, held }: ToldBefore, moves: Since['moves']): boolean {
  return (
    held.size === 0 &&
    shown.length === found.length &&
    shown.every((old, index) => {
      const now = found[index];
      const start = moves(old.uri)?.moved(old.span).start ?? old.span.start;
      return now !== undefined && start === now.span.start && isSaidAlike(old, now);
    })
  );
}

function isSaidAlike(a: ReviewFinding, b: ReviewFinding): boolean {
  return a.ruleId === b.ruleId && a.severity === b.severity && a.message === b.message;
}

interface Kept {
  readonly kept: readonly ReviewFinding[];
  readonly isHolding: boolean;
  readonly keepsGone: boolean;
}

function gather(
  found: readonly ReviewFinding[],
  fates: ReadonlyMap<ReviewFinding, 'shown' | 'held'>,
  { kept, isHolding, keepsGone }: Kept,
): CalmFindings {
  const isShown = (finding: ReviewFinding) => (fates.get(finding) ?? (isHolding ? 'replaced' : 'shown')) === 'shown';
  const own = found.filter(isShown);
  const held = new Set(found.filter((finding) => fates.get(finding) === 'held'));
  if (kept.length === 0) return { shown: own.length === found.length ? found : own, held, keepsGone };
  return { shown: [...own, ...kept].sort(byPlace), held, keepsGone };
}

/**
 * What is told in place of a new finding: what was told of the same before, in its words. That is what stood at the same place; or
 * elsewhere, where the new one is not of what is typed: a rule may tell the same otherwise once there is more of it. One that tells
 * of several tells of what stood alone, too. Whatever was touched is not the same any more.
 */
function insteadOf(finding: ReviewFinding, known: KnownFindings, since: Since): readonly ReviewFinding[] {
  const left = known.leftOf(finding.ruleId).filter((old) => since.moves(old.uri)?.isTouched(old.span) === false);
  const old = isFold(finding) ? left : [toldBefore(finding, left, known, since)].filter((each) => each !== undefined);
  for (const each of old) known.use(each);
  return old.map((each) => atNewPlace(each, finding, since));
}

function toldBefore(
  finding: ReviewFinding,
  left: readonly ReviewFinding[],
  known: KnownFindings,
  { isTyped }: Since,
): ReviewFinding | undefined {
  const there = left.find((old) => known.placeOf(old).start === finding.span.start);
  return there ?? (isTyped(finding.uri, finding.span) ? undefined : left[0]);
}

/** What the engine says of the text itself is true of that text only. */
function isKept({ ruleId, uri, span }: ReviewFinding, { moves }: Since): boolean {
  return !ruleId.startsWith('plumbline/') && moves(uri)?.isTouched(span) === false;
}

/** A finding of the review before, where it stands now; its fixes are those of what is found now. */
function atNewPlace(old: ReviewFinding, now: ReviewFinding | undefined, { moves }: Since): ReviewFinding {
  const moved = (uri: string, span: Span) => (moves(uri) ?? unmoved).moved(span);
  return {
    ruleId: old.ruleId,
    severity: old.severity,
    uri: old.uri,
    span: moved(old.uri, old.span),
    message: old.message,
    related: old.related.map((place) => ({ ...place, span: moved(place.uri, place.span) })),
    get fixes() {
      return now?.fixes ?? [];
    },
    get members() {
      return now?.members ?? [];
    },
  };
}
