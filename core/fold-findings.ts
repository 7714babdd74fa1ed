import type { RawFinding } from '#core/raw-finding.ts';
import type { RelatedPlace, ReviewFinding, ReviewFix } from '#core/review.ts';
import type { Cause, Section, Severity } from '#core/rule.ts';
import type { Span } from '#core/text/span.ts';

/** A finding at its place, with what the rule said. */
export interface Member {
  readonly raw: RawFinding;
  readonly finding: ReviewFinding;
}

/** What folding needs to know beside the findings. */
export interface FoldContext {
  /** Where a span of a section stands in its file. */
  readonly inFile: (section: Section, span: Span) => Span;
  /** What the rule wants, as an imperative sentence; undefined for what the engine itself finds. */
  readonly summary: string | undefined;
  /** The fold of exactly these findings in the review before, where it stands where it stood. */
  readonly known: (members: readonly ReviewFinding[]) => ReviewFinding | undefined;
}

/** So many findings of one rule are told by themselves; one more tells of the rest. */
export const mostSingles = 10;

/** So many places of a fold are named with it. */
const namedPlaces = 5;

/**
 * What is told of the findings of one rule in one description, which come in order: those of one cause are one, and of more than
 * `mostSingles` the worst are told, and one of the rest. Of fewer findings never more is told.
 */
export function foldFindings(members: readonly Member[], context: FoldContext): readonly ReviewFinding[] {
  const items = itemsOf(members);
  const told = items.slice(0, mostSingles).map((item) => toldItem(item, context));
  const [next, ...others] = items.slice(mostSingles);
  if (next === undefined) return told;
  return [...told, others.length === 0 ? toldItem(next, context) : foldRest([...next, ...others.flat()], context)];
}

/** Findings that are told as one; most are alone. */
type Item = readonly [Member, ...Member[]];

/** Worst first, then in order. What the user set to different severities is not told as one. */
function itemsOf(members: readonly Member[]): readonly Item[] {
  const byCause = new Map<string, [Member, ...Member[]]>();
  const items: Item[] = [];
  for (const member of members) {
    const { severity, finding } = member.raw;
    const key = finding.cause && `${severity} ${finding.cause.key}`;
    const known = key === undefined ? undefined : byCause.get(key);
    if (known !== undefined) {
      known.push(member);
      continue;
    }
    const item: [Member, ...Member[]] = [member];
    items.push(item);
    if (key !== undefined) byCause.set(key, item);
  }
  return items.sort(([a], [b]) => rankOf[a.raw.severity] - rankOf[b.raw.severity]);
}

const rankOf: { readonly [S in Severity]: number } = { error: 0, warning: 1, info: 2 };

/** One that is left alone is told as itself, at its own place. */
function toldItem(item: Item, context: FoldContext): ReviewFinding {
  const [{ raw, finding }, ...others] = item;
  const { cause } = raw.finding;
  return others.length === 0 || cause === undefined ? finding : foldCause(item, cause, context);
}

function foldCause(item: Item, cause: Cause, { inFile, known }: FoldContext): ReviewFinding {
  const members = item.map(({ finding }) => finding);
  const before = known(members);
  if (before !== undefined) return before;
  const [{ finding: first }] = item;
  const { fixTitle, all = 0 } = cause;
  const place = members.length < all ? undefined : cause.place;
  const own = place === undefined ? first : { uri: place.section.uri, span: inFile(place.section, place.span) };
  return fold({ ...first, ...own, message: cause.message(members.length) }, members, fixTitle);
}

function foldRest(rest: Item, { summary, known }: FoldContext): ReviewFinding {
  const members = rest.map(({ finding }) => finding);
  const before = known(members);
  if (before !== undefined) return before;
  const [{ finding: first }] = rest;
  const count = members.length;
  const message =
    summary === undefined
      ? `${count} more problems of this kind. Here: ${first.message}`
      : `${count} more places need this: ${summary.charAt(0).toLowerCase()}${summary.slice(1)}`;
  return fold({ ...first, message }, members, (fixes) => `In ${fixes} places: ${titleOfAll(members)}`);
}

/** The title all first fixes share, or how the first one reads. */
function titleOfAll(members: readonly ReviewFinding[]): string {
  const titles = new Set(members.flatMap(({ fixes: [first] }) => first?.title ?? []));
  const [title = ''] = titles;
  return titles.size < 2 ? title : `${title}, and the like`;
}

function fold(
  own: ReviewFinding,
  members: readonly ReviewFinding[],
  fixTitle: ((count: number) => string) | undefined,
): ReviewFinding {
  return {
    ...own,
    fixes: fixTitle === undefined ? [] : fixesOf(members, fixTitle),
    related: placesOf(own, members),
    members,
  };
}

/** The first places, but for the one where the fold itself stands. */
function placesOf(own: ReviewFinding, members: readonly ReviewFinding[]): readonly RelatedPlace[] {
  const places: RelatedPlace[] = [];
  for (const { uri, span, message } of members) {
    if (places.length === namedPlaces) break;
    const isOwn = uri === own.uri && span.start === own.span.start && span.end === own.span.end;
    if (!isOwn) places.push({ uri, span, message });
  }
  return places;
}

/** One fix made of each one's first; a single one is nothing else than the member's own. */
function fixesOf(members: readonly ReviewFinding[], title: (count: number) => string): readonly ReviewFix[] {
  // Where one fix mends several, it is the very same.
  const parts = [...new Set(members.flatMap(({ fixes: [first] }) => first ?? []))];
  if (parts.length < 2) return parts;
  const isSafe = parts.every(({ safety }) => safety === 'safe');
  const fix: ReviewFix = {
    title: title(parts.length),
    safety: isSafe ? 'safe' : 'review',
    parts,
    get changes() {
      return parts.flatMap(({ changes }) => changes);
    },
  };
  return [fix];
}
