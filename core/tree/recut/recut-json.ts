import { readMember } from '#core/tree/cut/cut-json.ts';
import { skipJsonTrivia, skipRestOfLine } from '#core/tree/read/json-scan.ts';
import type { RecutStretch, Stretch } from '#core/tree/recut/stretch.ts';
import type { SectionCut } from '#core/tree/section-cut.ts';
import { finish } from '#core/work/steps.ts';

const comma = 44;
const closeBrace = 125;

/** Cuts entries of one JSON map anew. */
export function recutJson(stretch: Stretch): RecutStretch {
  const { text, parent, outline, previous } = stretch;
  const close = closingBrace(stretch);
  if (close === undefined || !isBorder(previous?.text ?? '', text)) return undefined;
  const cuts: SectionCut[] = [];
  for (let start = 0; ; ) {
    const offset = skipJsonTrivia(text, start);
    if (offset === text.length) return 'next';
    // A comma behind the last member is told, and breaks nothing.
    if (offset === close) return cuts.length > 0 ? cuts : 'previous';
    const read = finish(readMember(text, offset, start, parent, outline));
    if (read === undefined) return undefined;
    const { name, key } = read.member;
    const pointer = [...parent, name];
    if (outline.isContainer(pointer) || (name === '$ref' && parent.length > 0)) return undefined;
    cuts.push({ role: 'entry', start, pointer, key });
    const end = skipJsonTrivia(text, read.end);
    if (end === close) return cuts;
    if (text.charCodeAt(end) !== comma) return undefined;
    start = skipRestOfLine(text, end + 1);
    if (start === text.length && close < 0) return isBorder(text, stretch.next?.text ?? '') ? cuts : undefined;
  }
}

/**
 * The offset of the brace that closes the map, when the stretch goes to the map's end; -1 when it does not. What stands
 * from there on must be what stood there before, so that what follows is cut as before; undefined when it is not.
 */
function closingBrace({ text, old, parent, outline }: Stretch): number | undefined {
  const last = old.at(-1);
  if (last?.tail === undefined) return undefined;
  if (last.tail.closers === 0 && !last.tail.isLast) return -1;
  const read = finish(readMember(last.text, skipJsonTrivia(last.text, 0), 0, parent, outline));
  if (read === undefined) return undefined;
  const behind = skipJsonTrivia(last.text, read.end);
  const close = last.text.charCodeAt(behind) === comma ? skipJsonTrivia(last.text, behind + 1) : behind;
  const closing = last.text.slice(close);
  return last.text.charCodeAt(close) === closeBrace && text.endsWith(closing)
    ? text.length - closing.length
    : undefined;
}

/** True when the line that ends before the border does not go on behind it, but for a member. */
function isBorder(before: string, after: string): boolean {
  return before.endsWith('\n') || skipRestOfLine(after, 0) === 0;
}
