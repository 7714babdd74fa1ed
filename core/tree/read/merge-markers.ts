import type { SyntaxProblem } from '#core/text/section.ts';
import { mergeConflict } from '#core/work/understood.ts';

/** The first line that a version control system wrote around two versions of some lines, in a text that is broken. */
export function findMergeMarker(text: string): SyntaxProblem | undefined {
  const found = /^(?:<{7}|\|{7}|={7}|>{7})(?=[ \r\n]|$).*/m.exec(text);
  if (found === null) return undefined;
  const { 0: line, index: start } = found;
  return { code: mergeConflict, span: { start, end: start + line.trimEnd().length }, message: messageFor(line) };
}

/** True for the line that opens a conflict: the others follow from it. */
export function opensConflict(text: string, lineStart = 0): boolean {
  return text.startsWith('<<<<<<<', lineStart);
}

function messageFor(line: string): string {
  return opensConflict(line)
    ? 'A merge conflict is not resolved here: keep one of the two versions, and remove the lines “<<<<<<<”, “=======” and “>>>>>>>”.'
    : `The line “${line.slice(0, 7)}” is left over from a merge conflict; remove it.`;
}
