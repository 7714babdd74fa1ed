/** The offset where the line holding `offset` begins; a byte order mark is not part of its line. */
export function lineStart(text: string, offset: number): number {
  const start = lineFeedBefore(text, offset) + 1;
  return start === 0 && text.charCodeAt(0) === 0xfeff ? Math.min(1, offset) : start;
}

/** The offset where the line holding `offset` ends, before its line break. */
export function lineEnd(text: string, offset: number): number {
  const feed = text.indexOf('\n', offset);
  if (feed < 0) return text.length;
  return feed > offset && text[feed - 1] === '\r' ? feed - 1 : feed;
}

/** The offset where the next line begins; the end of the text when there is none. */
export function nextLineStart(text: string, offset: number): number {
  const feed = text.indexOf('\n', offset);
  return feed < 0 ? text.length : feed + 1;
}

/** The end of the line before the one holding `offset`, before its line break; undefined on the first line. */
export function previousLineEnd(text: string, offset: number): number | undefined {
  const feed = lineFeedBefore(text, offset);
  if (feed < 0) return undefined;
  return text[feed - 1] === '\r' ? feed - 1 : feed;
}

/** The column of an offset in UTF-16 units. */
export function columnOf(text: string, offset: number): number {
  return offset - lineStart(text, offset);
}

/** True when only spaces and tabs stand before the offset on its line. */
export function isFirstOnLine(text: string, offset: number): boolean {
  return /^[ \t]*$/.test(text.slice(lineStart(text, offset), offset));
}

/** The spaces and tabs a line begins with. */
export function indentationOf(text: string, offset: number): string {
  const start = lineStart(text, offset);
  let end = start;
  while (text[end] === ' ' || text[end] === '\t') end += 1;
  return text.slice(start, end);
}

/** True when the line holding `offset` has nothing but white space; the empty end of a text is no line. */
export function isBlankLine(text: string, offset: number): boolean {
  return offset < text.length && text.slice(lineStart(text, offset), lineEnd(text, offset)).trim() === '';
}

/** `lastIndexOf` takes a negative start for 0, which would find a line feed behind the offset. */
function lineFeedBefore(text: string, offset: number): number {
  return offset === 0 ? -1 : text.lastIndexOf('\n', offset - 1);
}
