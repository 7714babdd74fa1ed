import { fixOutcome } from '#core/fix/fix-outcome.ts';
import { resolveFixes } from '#core/fix.ts';
import type { Review } from '#core/review.ts';
import type { ReviewFinding, ReviewFix } from '#core/review-finding.ts';
import type { Rule } from '#core/rule.ts';
import { printable } from '#core/text/printable.ts';
import { applyEdits, type Edit } from '#core/text/span.ts';
import { exampleFiles } from '#rules/example-files.ts';

/** A few lines that show how it should be. */
export interface GoodForm {
  /** The fix that writes them; undefined for lines of the rule's example. */
  readonly title: string | undefined;
  /** What they are written in, as a fence names it. */
  readonly language: string;
  readonly lines: readonly string[];
}

/** What the finding's first fix would write here, else what the rule's example has and its bad form has not; at most so many lines. */
export function goodForm(finding: ReviewFinding, rule: Rule, review: Review, most: number): GoodForm | undefined {
  // What a fold would write at each of its places is no answer to how it should be here.
  const isAnswer = (fix: ReviewFix) => fix.parts === undefined && fixOutcome(fix, review.workspace).kind === 'writes';
  const fix = finding.fixes.find(isAnswer);
  return fix === undefined ? exampleForm(rule, most) : fixedForm(fix, review, most);
}

/** Undefined where the fix only takes away what stands alone. */
function fixedForm(fix: ReviewFix, review: Review, most: number): GoodForm | undefined {
  for (const { uri, edits } of resolveFixes(review, [fix]).files) {
    const lines = writtenLines(review.files.get(uri)?.text ?? '', edits);
    if (lines.length > 0) return { title: fix.title, language: languageOf(uri), lines: shortened(lines, most) };
  }
  return undefined;
}

/** The lines that the first edit which writes something leads to, else the first of all, without those that stay as they are around it. */
function writtenLines(text: string, edits: readonly Edit[]): readonly string[] {
  const first = edits.find(({ newText }) => newText.trim() !== '') ?? edits[0];
  if (first === undefined) return [];
  const start = text.lastIndexOf('\n', first.span.start - 1) + 1;
  const next = text.indexOf('\n', first.span.end);
  const end = next < 0 ? text.length : next;
  const inside = edits.filter(({ span }) => span.start >= start && span.end <= end);
  const moved = inside.map(({ span, newText }) => ({
    span: { start: span.start - start, end: span.end - start },
    newText,
  }));
  const before = new Set(text.slice(start, end).split('\n'));
  const lines = applyEdits(text.slice(start, end), moved).split('\n');
  return lines.map((line) => line.replace('\r', '')).filter((line) => line.trim() !== '' && !before.has(line));
}

function exampleForm({ id, examples: [{ bad, good }] }: Rule, most: number): GoodForm | undefined {
  const lines = new Map(exampleFiles(bad, id).map(({ name, text }) => [name, linesOf(text.replace(/[«»]/g, ''))]));
  for (const { name, text } of exampleFiles(good, id)) {
    const known = new Set(lines.get(name));
    const own = linesOf(text).filter((line) => line.trim() !== '' && !known.has(line));
    if (own.length > 0) return { title: undefined, language: languageOf(name), lines: shortened(own, most) };
  }
  return undefined;
}

function linesOf(text: string): readonly string[] {
  return text.split('\n');
}

/** Ready to print, without the indentation all of them share. */
function shortened(lines: readonly string[], most: number): readonly string[] {
  const kept = lines.slice(0, lines.length > most ? most - 1 : most).map(printable);
  const shown = lines.length > most ? [...kept, '…'] : kept;
  const indents = shown.filter((line) => line !== '…').map((line) => line.length - line.trimStart().length);
  const indent = indents.reduce((least, own) => Math.min(least, own), Number.POSITIVE_INFINITY);
  return shown.map((line) => (line === '…' ? line : line.slice(indent, indent + longestLine)));
}

/** A hover is as wide as it likes; a description of one line need not be. */
const longestLine = 120;

function languageOf(name: string): string {
  return name.slice(name.lastIndexOf('.') + 1).toLowerCase();
}
