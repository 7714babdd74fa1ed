import type { Change } from '#core/rule.ts';
import { applyEdits, type Edit } from '#core/text/span.ts';

/** What a fix did to text it is not about. */
export function keptProblems(before: string, edits: readonly Edit[], changes: readonly Change[]): readonly string[] {
  const after = applyEdits(before, edits);
  const takesAway = changes.some(({ kind }) => kind === 'remove' || kind === 'text');
  return [
    ...(endsWithBreak(before) === endsWithBreak(after) ? [] : ['changes how the file ends']),
    ...(usesBoth(before) === usesBoth(after) ? [] : ['mixes line breaks']),
    ...(!takesAway && countComments(after) < countComments(before) ? ['loses a comment'] : []),
    ...(countOpenEnds(after) > countOpenEnds(before) ? ['leaves white space at the end of a line'] : []),
    ...(countTripleBreaks(after) > countTripleBreaks(before) ? ['leaves two blank lines'] : []),
  ];
}

function endsWithBreak(text: string): boolean {
  return text.endsWith('\n');
}

function usesBoth(text: string): boolean {
  return /\r\n/.test(text) && /(?<!\r)\n/.test(text);
}

function countComments(text: string): number {
  return text.match(/^[ \t]*#|[ \t]#/gm)?.length ?? 0;
}

function countTripleBreaks(text: string): number {
  return text.match(/\n[ \t]*\r?\n[ \t]*\r?\n/g)?.length ?? 0;
}

function countOpenEnds(text: string): number {
  return text.match(/[ \t](?:\r?\n|$)/g)?.length ?? 0;
}
