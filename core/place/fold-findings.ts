import type { Item } from '#core/place/sorted-findings.ts';
import type { RawFinding } from '#core/raw-finding.ts';
import type { RelatedPlace, ReviewFinding, ReviewFix } from '#core/review-finding.ts';
import type { Cause } from '#core/rule.ts';

/** Where findings stand, and what else folding needs to know. */
export interface FoldContext {
  /** A finding at its place in its file. */
  readonly place: (raw: RawFinding) => ReviewFinding;
  /** Where a cause is told. */
  readonly placeCause: (place: NonNullable<Cause['place']>) => Pick<ReviewFinding, 'uri' | 'span'>;
  /** What the rule wants, as an imperative sentence; undefined for what the engine itself finds. */
  readonly summary: string | undefined;
  /** The one that told of exactly these findings in the review before, where all stand where they stood. */
  readonly known: (item: Item) => ReviewFinding | undefined;
}

/** An item, and what is told of it. */
export interface ToldItem {
  readonly item: Item;
  readonly finding: ReviewFinding;
}

/** So many findings of one rule are told by themselves; one more tells of the rest. */
export const mostSingles = 10;

/** So many places of a fold are named with it. */
const namedPlaces = 5;

/**
 * What is told of the findings of one rule in one description: those of one cause are one, and of more than `mostSingles` the worst are told, and one of the rest. Of fewer findings never more is told. What is not told by itself is given
 * its place when somebody asks.
 */
export function foldFindings(items: readonly Item[], context: FoldContext): readonly ToldItem[] {
  const told = items.slice(0, mostSingles).map((item) => toldItem(item, context));
  const [next, ...others] = items.slice(mostSingles);
  if (next === undefined) return told;
  return [...told, others.length === 0 ? toldItem(next, context) : toldRest([...next, ...others.flat()], context)];
}

/** One that is left alone is told as itself, at its own place. */
function toldItem(item: Item, context: FoldContext): ToldItem {
  const [first, ...others] = item;
  const { cause } = first.finding;
  const known = context.known(item);
  if (known !== undefined) return { item, finding: known };
  if (others.length === 0 || cause === undefined) return { item, finding: context.place(first) };
  const { ruleId, severity } = first;
  const place = item.length < (cause.all ?? 0) ? undefined : cause.place;
  const { uri, span } = place === undefined ? context.place(first) : context.placeCause(place);
  const message = cause.message(item.length);
  return { item, finding: fold({ ruleId, severity, uri, span, message }, item, context, cause.fixTitle) };
}

function toldRest(item: Item, context: FoldContext): ToldItem {
  const known = context.known(item);
  if (known !== undefined) return { item, finding: known };
  const { ruleId, severity, uri, span, message: first } = context.place(item[0]);
  const { summary } = context;
  const wanted = summary === undefined ? '' : summary.charAt(0).toLowerCase() + summary.slice(1);
  const message =
    summary === undefined
      ? `${item.length} more problems of this kind. Here: ${first}`
      : `${item.length} more places need this: ${wanted}`;
  const fixTitle = (count: number) => `In ${count} places: ${titleOfAll(item)}`;
  return { item, finding: fold({ ruleId, severity, uri, span, message }, item, context, fixTitle) };
}

/** The title all first fixes share, or how the first one reads. */
function titleOfAll(item: Item): string {
  const titles = new Set(item.flatMap(({ finding }) => finding.fixes?.[0]?.title ?? []));
  const [title = ''] = titles;
  return titles.size < 2 ? title : `${title}, and the like`;
}

type OwnPart = Pick<ReviewFinding, 'ruleId' | 'severity' | 'uri' | 'span' | 'message'>;

function fold(
  own: OwnPart,
  item: Item,
  { place }: FoldContext,
  fixTitle: ((count: number) => string) | undefined,
): ReviewFinding {
  let members: readonly ReviewFinding[] | undefined;
  let fixes: readonly ReviewFix[] | undefined;
  const told: ReviewFinding = {
    ...own,
    related: placesOf(own, item.slice(0, namedPlaces + 1).map(place)),
    get fixes() {
      fixes ??= fixTitle === undefined ? [] : fixesOf(item, fixTitle);
      return fixes;
    },
    get members() {
      members ??= item.map(place);
      return members;
    },
  };
  folds.add(told);
  return told;
}

const folds = new WeakSet<ReviewFinding>();

/** True for one that tells of several; its members are not looked at. */
export function isFold(finding: ReviewFinding): boolean {
  return folds.has(finding);
}

/** The first places, but for the one where the fold itself stands. */
function placesOf(own: OwnPart, members: readonly ReviewFinding[]): readonly RelatedPlace[] {
  const isOwn = ({ uri, span }: ReviewFinding) =>
    uri === own.uri && span.start === own.span.start && span.end === own.span.end;
  const others = members.filter((member) => !isOwn(member)).slice(0, namedPlaces);
  return others.map(({ uri, span, message }) => ({ uri, span, message }));
}

/** One fix made of each one's first; a single one is nothing else than the member's own. */
function fixesOf(item: Item, title: (count: number) => string): readonly ReviewFix[] {
  // Where one fix mends several, it is the very same.
  const parts = [...new Set(item.flatMap(({ finding }) => finding.fixes?.[0] ?? []))];
  if (parts.length < 2) return parts;
  const isSafe = parts.every(({ safety }) => safety === 'safe');
  const fix: ReviewFix = {
    title: title(parts.length),
    safety: isSafe ? 'safe' : 'review',
    changes: [],
    parts,
  };
  return [fix];
}
