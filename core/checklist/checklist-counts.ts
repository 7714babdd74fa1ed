import type { RowState, SectionState } from '#core/checklist/checklist.ts';

/** How far a checklist is. */
export interface ChecklistCounts {
  readonly rows: number;
  /** Rows that rules or people have decided, whatever they said. */
  readonly decided: number;
  /** Rows decided against: work to do. */
  readonly failing: number;
  /** Rows that nobody has decided, and those whose answer is stale. */
  readonly open: number;
}

/** What a row asks of its readers. */
export type RowMark = 'passing' | 'failing' | 'open';

/** Counts the rows of all sections. */
export function checklistCounts<F, E>(sections: readonly SectionState<F, E>[]): ChecklistCounts {
  const marks = sections.flatMap(({ items }) => items.map(rowMark));
  const count = (mark: RowMark) => marks.filter((each) => each === mark).length;
  const open = count('open');
  return { rows: marks.length, decided: marks.length - open, failing: count('failing'), open };
}

/** `failing` for findings and for a no; `open` for what is not known, not answered, or answered for other evidence. */
export function rowMark<F, E>(row: RowState<F, E>): RowMark {
  if (row.kind === 'automatic') {
    if (row.state === 'unknown') return 'open';
    return row.state === 'findings' ? 'failing' : 'passing';
  }
  if (row.answer === undefined || row.isStale) return 'open';
  return row.answer.verdict === 'no' ? 'failing' : 'passing';
}
