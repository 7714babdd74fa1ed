/** The code units plain YAML is told by. `end` stands behind the last character of a text. */
export const unit = {
  end: 0,
  tab: 9,
  lineFeed: 10,
  carriageReturn: 13,
  space: 32,
  doubleQuote: 34,
  hash: 35,
  singleQuote: 39,
  comma: 44,
  dash: 45,
  dot: 46,
  colon: 58,
  greater: 62,
  question: 63,
  openBracket: 91,
  backslash: 92,
  closeBracket: 93,
  smallA: 97,
  smallZ: 122,
  openBrace: 123,
  pipe: 124,
  closeBrace: 125,
} as const;

/**
 * Where plain YAML stands: the next content, its line and its indentation. Comments and blank lines are passed over
 * (YAML 1.2.2 §6.1, §6.6, §6.7). Tabs in front of content and document markers (§9.1) are not plain.
 */
export class PlainYamlLines {
  readonly text: string;
  /** The text and a unit 0, in one piece: reading in a slice or beyond the end is slow. */
  readonly units: string;
  /** The next content, or the end of the text. */
  offset = 0;
  /** The start of its line. */
  lineStart = 0;
  /** The column of the next content; -1 at the end of the text. */
  indent = 0;
  /** How many lines ended before the next content. */
  breaks = 0;
  /** True when a comment stands before the next content. */
  hasComment = false;

  constructor(text: string) {
    this.text = text;
    this.units = [text, '\0'].join('');
  }

  /** Goes to the first content at or behind the start of a line; false where that is not plain. */
  startAt(lineStart: number): boolean {
    this.breaks = 0;
    this.hasComment = false;
    return this.#findContent(lineStart);
  }

  /** Goes from behind a value to the next content; false when the line holds more than a comment. */
  finishLine(offset: number): boolean {
    const { units } = this;
    this.breaks = 1;
    this.hasComment = false;
    let index = this.skipSpaces(offset);
    let next = units.charCodeAt(index);
    if (next === unit.hash && index > offset) {
      this.hasComment = true;
      index = this.endOfLine(index);
      next = units.charCodeAt(index);
    }
    if (next === unit.carriageReturn) next = units.charCodeAt(++index);
    if (next === unit.end) return this.#stop(index);
    return next === unit.lineFeed && this.#findContent(index + 1);
  }

  /** The first unit at or behind an offset that is no space. */
  skipSpaces(offset: number): number {
    const { units } = this;
    let index = offset;
    while (units.charCodeAt(index) === unit.space) index++;
    return index;
  }

  /** The line feed that ends the line, or the end of the text. */
  endOfLine(offset: number): number {
    const end = this.units.indexOf('\n', offset);
    return end < 0 ? this.units.length - 1 : end;
  }

  /** True where a line ends, or only a comment follows. */
  endsAt(offset: number): boolean {
    const next = this.units.charCodeAt(offset);
    return next === unit.lineFeed || next === unit.carriageReturn || next === unit.hash || next === unit.end;
  }

  /** True when the next content begins with `---` or `...`, whatever follows. */
  isDocumentMarker(): boolean {
    const first = this.units.charCodeAt(this.offset);
    if (first !== unit.dash && first !== unit.dot) return false;
    return this.units.charCodeAt(this.offset + 1) === first && this.units.charCodeAt(this.offset + 2) === first;
  }

  #findContent(start: number): boolean {
    const { units } = this;
    let lineStart = start;
    for (;;) {
      let index = this.skipSpaces(lineStart);
      let next = units.charCodeAt(index);
      if (next === unit.hash) {
        this.hasComment = true;
        index = this.endOfLine(index);
        next = units.charCodeAt(index);
      } else if (next === unit.carriageReturn) next = units.charCodeAt(++index);
      if (next === unit.end) return this.#stop(index);
      if (next !== unit.lineFeed) return next !== unit.tab && this.#stand(index, lineStart);
      lineStart = index + 1;
      this.breaks++;
    }
  }

  #stand(offset: number, lineStart: number): boolean {
    this.offset = offset;
    this.lineStart = lineStart;
    this.indent = offset - lineStart;
    return offset > lineStart || !this.isDocumentMarker();
  }

  #stop(offset: number): boolean {
    this.offset = offset;
    this.indent = -1;
    return true;
  }
}

/** True before white space and the end of the text, which set an indicator apart (YAML 1.2.2 §6.2). */
export function isSeparator(next: number): boolean {
  return (
    next === unit.space ||
    next === unit.lineFeed ||
    next === unit.carriageReturn ||
    next === unit.end ||
    next === unit.tab
  );
}
