import { compareText } from '#core/place/placed-finding.ts';
import { startOf, type WorkspaceNotes } from '#core/place/section-notes.ts';
import type { RawFinding } from '#core/raw-finding.ts';

interface Placed {
  readonly raw: RawFinding;
  /** From the start of the file. */
  readonly start: number;
}

/** The findings of one rule as they stand in the text, those in the root before those in other files, and each once: a rule may come to a place on several ways. */
export function inTextOrder(
  rootUri: string,
  raws: readonly RawFinding[],
  notes: WorkspaceNotes,
): readonly RawFinding[] {
  const placed = raws.map((raw): Placed => ({ raw, start: startOf(raw.section, notes) + raw.finding.span.start }));
  const compare = comparePlaces(rootUri);
  // Mostly they come in order.
  const isInOrder = placed.every((each, index) => {
    const before = placed[index - 1];
    return before === undefined || compare(before, each) < 0;
  });
  if (isInOrder) return raws;
  placed.sort(compare);
  const distinct = placed.filter((each, index) => {
    const before = placed[index - 1];
    return before === undefined || compare(before, each) !== 0;
  });
  return distinct.map(({ raw }) => raw);
}

function comparePlaces(rootUri: string): (a: Placed, b: Placed) => number {
  return (a, b) => {
    const [one, other] = [a.raw.section.uri, b.raw.section.uri];
    if (one !== other) return Number(other === rootUri) - Number(one === rootUri) || compareText(one, other);
    const length = ({ raw: { finding } }: Placed): number => finding.span.end - finding.span.start;
    return a.start - b.start || length(a) - length(b) || compareText(a.raw.finding.message, b.raw.finding.message);
  };
}
