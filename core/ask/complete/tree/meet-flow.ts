import { skipBlanks } from '#core/ask/complete/tree/line-tokens.ts';
import type { OpenFrames } from '#core/ask/complete/tree/open-frames.ts';
import type { Typing } from '#core/ask/complete/tree/typing.ts';
import type { Span } from '#core/text/span.ts';

/** Where a reader of brackets is. */
export interface FlowPlace {
  readonly typing: Typing;
  readonly frames: OpenFrames;
  /** Where the last token ends. */
  readonly last: number;
  readonly lineStart: number;
}

/** The offset stands in a word, or where one may begin. */
export function meetWord(
  { typing, frames, last, lineStart }: FlowPlace,
  word: Span,
  isValue: boolean,
  hasColon: boolean,
): void {
  const { top } = frames;
  const path = isValue ? valuePath(frames) : frames.path;
  const commaAt = top?.next === 'comma' ? last : undefined;
  const column = skipBlanks(typing.text, lineStart, word.start) - lineStart;
  const places = [{ path, as: isValue ? ('value' as const) : ('key' as const) }];
  typing.meet({ places, word, column, hasColon, isFlow: true, commaAt });
}

/** The offset stands between tokens: behind a value only on a later line, where a comma is easily forgotten. */
export function meetBetween(place: FlowPlace, end: number): void {
  const { typing, frames, last, lineStart } = place;
  const { top } = frames;
  const { offset } = typing;
  const isLater = last < lineStart;
  const isBehind = top === undefined && (frames.root !== undefined || offset > end);
  if (isBehind || top?.next === 'colon' || (top?.next === 'comma' && !isLater)) {
    typing.refuse();
    return;
  }
  const isValue = top === undefined || top.node.kind === 'list' || top.next === 'value';
  meetWord(place, { start: offset, end: offset }, isValue, false);
}

function valuePath(frames: OpenFrames): readonly string[] {
  const { top } = frames;
  return top?.node.kind === 'list' ? [...frames.path, String(top.node.items.length)] : frames.slotPath;
}
