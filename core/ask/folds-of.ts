import type { FoldingRange } from '#core/ask/folding-range.ts';
import { navigationOf } from '#core/ask/navigations.ts';
import { regionMarks } from '#core/ask/region-marks.ts';
import type { SymbolSource } from '#core/ask/symbol-source.ts';
import { documentOfKind } from '#core/project/document-of-kind.ts';
import type { TreeDocument } from '#core/tree/section.ts';
import { cost, Pace } from '#core/work/pace.ts';
import type { Steps } from '#core/work/steps.ts';

/** The first and the last line of what can be folded; lines count from 0. */
export interface FoldedLines {
  readonly start: number;
  readonly end: number;
  /** True for what stands between the comments `# region` and `# endregion`. */
  readonly isRegion: boolean;
}

/** What lines a file has. */
export type LineAt = (offset: number) => number;

/**
 * What of a file folds, the outer ones first: in YAML every map, list and text of several lines, wherever its lists are indented; in
 * Prisma blocks, and members of several lines. Nothing in JSON, which folds by its brackets. Of a file with more than `most`, only so
 * many levels are told that there are no more. In steps.
 */
export function* foldsOf(
  uri: string,
  source: SymbolSource,
  lineAt: LineAt,
  most: number,
): Steps<readonly FoldedLines[]> {
  const folds = yield* leveled(yield* outermostFolds(uri, source), lineAt, most);
  const document = folds.length === 0 ? undefined : documentOfKind(source, uri, 'tree');
  const regions = document === undefined ? [] : yield* regionsOf(document, lineAt);
  return [...folds, ...regions.slice(0, most - folds.length)];
}

function* regionsOf({ sections, starts }: TreeDocument, lineAt: LineAt): Steps<readonly FoldedLines[]> {
  const regions: FoldedLines[] = [];
  const open: number[] = [];
  const pace = new Pace();
  for (const [index, section] of sections.entries()) {
    if (pace.isDue(section.text.length + cost.passed)) yield;
    for (const { offset, isEnd } of regionMarks(section)) {
      const line = lineAt((starts[index] ?? 0) + offset);
      const start = isEnd ? open.pop() : undefined;
      if (!isEnd) open.push(line);
      else if (start !== undefined) regions.push({ start, end: line, isRegion: true });
    }
  }
  return regions;
}

function* outermostFolds(uri: string, source: SymbolSource): Steps<readonly FoldingRange[]> {
  const document = source.documents.get(uri);
  const navigation = document && navigationOf(document.kind);
  return document === undefined || navigation === undefined ? [] : yield* navigation.foldsOf(document, source);
}

function* leveled(outermost: readonly FoldingRange[], lineAt: LineAt, most: number): Steps<readonly FoldedLines[]> {
  const folded: FoldedLines[] = [];
  const starts = new Set<number>();
  const pace = new Pace();
  for (let level: readonly FoldingRange[] = [{ ...nothing, inner: () => outermost }]; ; ) {
    const own: FoldedLines[] = [];
    const next: FoldingRange[] = [];
    for (const fold of innerFolds(level)) {
      if (pace.isDue(cost.looked)) yield;
      const [start, last] = [lineAt(fold.start), lineAt(fold.end)];
      if (last === start) continue;
      const end = fold.isClosed ? last - 1 : last;
      // What begins on the line of what is around it folds with that.
      if (!starts.has(start) && end > start) own.push({ start, end, isRegion: false });
      if (folded.length + own.length > most) return folded;
      next.push(fold);
    }
    if (next.length === 0) return folded;
    for (const lines of own) {
      folded.push(lines);
      starts.add(lines.start);
    }
    level = next;
  }
}

const nothing = { start: 0, end: 0, isClosed: false } as const;

/** Made one after the other: of a level that is too much nobody looks at the rest. */
function* innerFolds(level: readonly FoldingRange[]): Iterable<FoldingRange> {
  for (const fold of level) yield* fold.inner();
}
