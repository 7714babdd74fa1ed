/**
 * Where the root of a JSON text ends by its lines: behind a brace that begins a line and stands further out than the root's
 * members do. Where a member goes on behind it, the brace is one too many and ends nothing. Undefined where no text stands behind
 * the root. A text that ends right behind a brace goes on with a member, or is at its end.
 */
export function findRootEnd(text: string, rootIndent: number): number | undefined {
  for (let brace = nextOuterBrace(text, 0, rootIndent); brace !== undefined; ) {
    const behind = skipClosing(text, brace);
    if (behind < text.length && !isMemberAt(text, behind, rootIndent)) return brace + 1;
    brace = nextOuterBrace(text, behind, rootIndent);
  }
  return undefined;
}

/** How far in the outermost line stands that begins with a closing brace; infinite where there is none. */
export function outermostClosing(text: string): number {
  let outermost = Number.POSITIVE_INFINITY;
  for (let lineStart = 0; lineStart >= 0; lineStart = nextLine(text, lineStart)) {
    const offset = skipBlanks(text, lineStart);
    if (text.charCodeAt(offset) === closeBrace) outermost = Math.min(outermost, offset - lineStart);
  }
  return outermost;
}

const closeBrace = 125;

/** The first closing brace that begins a line at or behind an offset, and is indented by less than `indent`. */
function nextOuterBrace(text: string, from: number, indent: number): number | undefined {
  const isWithin = from > 0 && text.charCodeAt(from - 1) !== 10;
  for (let lineStart = isWithin ? nextLine(text, from) : from; lineStart >= 0; lineStart = nextLine(text, lineStart)) {
    const offset = skipBlanks(text, lineStart);
    if (offset - lineStart < indent && text.charCodeAt(offset) === closeBrace) return offset;
  }
  return undefined;
}

/** The start of the line below; -1 behind the last one. */
function nextLine(text: string, offset: number): number {
  const lineFeed = text.indexOf('\n', offset);
  return lineFeed < 0 ? -1 : lineFeed + 1;
}

function skipBlanks(text: string, offset: number): number {
  let index = offset;
  while (text.charCodeAt(index) === 32 || text.charCodeAt(index) === 9) index++;
  return index;
}

/** Behind closing brackets, commas and white space. */
function skipClosing(text: string, offset: number): number {
  const closing = /[\s,}\]]*/y;
  closing.lastIndex = offset;
  closing.exec(text);
  return closing.lastIndex;
}

/** True when a key with a colon begins its line here, no further out than the root's members. */
function isMemberAt(text: string, offset: number, rootIndent: number): boolean {
  let lineStart = offset;
  while (lineStart > 0 && /[ \t]/.test(text.charAt(lineStart - 1))) lineStart--;
  if (offset - lineStart < rootIndent || !/[\n\r\u2028\u2029]/.test(text.charAt(lineStart - 1))) return false;
  const member = /"(?:[^"\\\r\n]|\\.)*"[ \t]*:/y;
  member.lastIndex = offset;
  return member.test(text);
}
