import type { Review } from '#core/review.ts';
import type { Span } from '#core/text/span.ts';

/** From the start of the first section that a place lies in to the end of the last; undefined for a file without sections. */
export function sectionsAround(review: Review, uri: string, place: Span): Span | undefined {
  const touched = touchedSections(review, uri, place);
  const [first, last] = [touched?.at(0), touched?.at(-1)];
  return first && last && { start: first.start, end: last.end };
}

/** True where a section that a place touches cannot be read as it stands. */
export function isBroken(review: Review, uri: string, place: Span): boolean {
  return touchedSections(review, uri, place)?.some(({ hasProblems }) => hasProblems) === true;
}

interface TouchedSection extends Span {
  readonly hasProblems: boolean;
}

function touchedSections({ placement }: Review, uri: string, place: Span): readonly TouchedSection[] | undefined {
  const document = placement.notes.get(uri)?.document;
  if (document === undefined) return undefined;
  const { sections, starts } = document;
  const touched: TouchedSection[] = [];
  for (let index = indexAt(starts, place.start); (starts[index] ?? Number.POSITIVE_INFINITY) <= place.end; index++) {
    const [start = 0, end = Number.POSITIVE_INFINITY] = [starts[index], starts[index + 1]];
    touched.push({ start, end, hasProblems: (sections[index]?.problems.length ?? 0) > 0 });
  }
  return touched;
}

/** The last one that starts at an offset or before it; the first one where none does. */
function indexAt(starts: readonly number[], offset: number): number {
  let [low, high] = [0, starts.length - 1];
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((starts[middle] ?? 0) <= offset) low = middle;
    else high = middle - 1;
  }
  return low;
}
