import { inTextOrder } from '#core/place/in-text-order.ts';
import { compareText } from '#core/place/placed-finding.ts';
import type { WorkspaceNotes } from '#core/place/section-notes.ts';
import type { RawFinding } from '#core/raw-finding.ts';
import type { Severity } from '#core/rule.ts';

/** Findings that are told as one; most are alone. */
export type Item = readonly [RawFinding, ...RawFinding[]];

/** The findings of one rule in one description or schema, put in order. */
export interface SortedFindings {
  /** In the order they were reported. */
  readonly raws: readonly RawFinding[];
  /** By cause, worst first; those of one cause in text order, each once. */
  readonly items: readonly Item[];
  /** Undefined where an edit may change the order by itself. */
  readonly order: FindingOrder | undefined;
}

/** Where the findings stand: numbers alone, so that an edit of a few asks nothing of the others. */
interface FindingOrder {
  /** By place in the text: the place in `raws`. */
  readonly reported: readonly number[];
  /** By place in the text: the place among the items. */
  readonly items: readonly number[];
}

export function sortFindings(group: string, raws: readonly RawFinding[], notes: WorkspaceNotes): SortedFindings {
  const ordered = inTextOrder(group, raws, notes);
  const items = itemsOf(ordered);
  // Where one section ends and the next begins lies what has no length: which comes first is not sure.
  const isSure = ordered.length === raws.length && raws.every(({ finding: { span } }) => span.end > span.start);
  return { raws, items, order: isSure ? orderOf(raws, ordered, items) : undefined };
}

/** Worst first, then in order. What the user set to different severities is not told as one. */
function itemsOf(raws: readonly RawFinding[]): readonly Item[] {
  const byCause = new Map<string, [RawFinding, ...RawFinding[]]>();
  const items: Item[] = [];
  for (const raw of raws) {
    const { cause } = raw.finding;
    const key = cause && `${raw.severity} ${cause.key}`;
    const known = key === undefined ? undefined : byCause.get(key);
    if (known !== undefined) {
      known.push(raw);
      continue;
    }
    const item: [RawFinding, ...RawFinding[]] = [raw];
    items.push(item);
    if (key !== undefined) byCause.set(key, item);
  }
  return items.sort(([a], [b]) => rankOf[a.severity] - rankOf[b.severity]);
}

const rankOf: { readonly [S in Severity]: number } = { error: 0, warning: 1, info: 2 };

function orderOf(
  raws: readonly RawFinding[],
  ordered: readonly RawFinding[],
  items: readonly Item[],
): FindingOrder | undefined {
  const reported = ordered === raws ? undefined : new Map(raws.map((raw, index) => [raw, index]));
  const itemOf =
    items.length < 2 ? undefined : new Map(items.flatMap((item, index) => item.map((raw) => [raw, index] as const)));
  if (reported !== undefined && reported.size < raws.length) return undefined;
  return {
    reported: ordered.map((raw, place) => (reported === undefined ? place : (reported.get(raw) ?? 0))),
    items: ordered.map((raw) => itemOf?.get(raw) ?? 0),
  };
}

/** Where more findings than that were replaced, all are put in order anew. */
const mostReplaced = 100;

/**
 * The order of findings of which few were replaced, each by one of the same section and cause, while all sections stand in the order
 * they stood in; undefined where that is not so. Mostly an edit moves the findings of its own section.
 */
export function patchSorted(before: SortedFindings, raws: readonly RawFinding[]): SortedFindings | undefined {
  const { order } = before;
  const replaced = order && replacedPlaces(before.raws, raws);
  if (order === undefined || replaced === undefined) return undefined;
  if (replaced.size === 0) return { raws, items: before.items, order };
  const at = (place: number): RawFinding | undefined => raws[order.reported[place] ?? -1];
  for (const [place, reported] of order.reported.entries()) {
    if (replaced.has(reported) && !(comeInOrder(at(place - 1), at(place)) && comeInOrder(at(place), at(place + 1))))
      return undefined;
  }
  const items: RawFinding[][] = before.items.map(() => []);
  for (const [place, item] of order.items.entries()) {
    const raw = at(place);
    if (raw !== undefined) items[item]?.push(raw);
  }
  return { raws, items: items.filter(isItem), order };
}

function isItem(raws: RawFinding[]): raws is [RawFinding, ...RawFinding[]] {
  return raws.length > 0;
}

/** Where something else was reported; undefined where it is not of the same kind, or where that is much. */
function replacedPlaces(before: readonly RawFinding[], after: readonly RawFinding[]): ReadonlySet<number> | undefined {
  if (before.length !== after.length) return undefined;
  const places = new Set<number>();
  for (const [index, now] of after.entries()) {
    const old = before[index];
    if (old === now) continue;
    if (old === undefined || !isOfSameKind(old, now) || places.size === mostReplaced) return undefined;
    places.add(index);
  }
  return places;
}

function isOfSameKind(a: RawFinding, b: RawFinding): boolean {
  const { span, cause } = b.finding;
  return (
    a.section.id === b.section.id &&
    a.severity === b.severity &&
    a.finding.cause?.key === cause?.key &&
    span.end > span.start
  );
}

/** The findings of one section stand side by side; those of two stand as these do. */
function comeInOrder(one: RawFinding | undefined, next: RawFinding | undefined): boolean {
  if (one === undefined || next === undefined || one.section.id !== next.section.id) return true;
  const [a, b] = [one.finding, next.finding];
  const order = a.span.start - b.span.start || a.span.end - b.span.end || compareText(a.message, b.message);
  return order < 0;
}
