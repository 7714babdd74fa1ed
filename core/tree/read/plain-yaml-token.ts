import { getScalarValue, SCALAR_STYLE, type ScalarEvent } from 'js-yaml';
import { internText } from '#core/tree/read/interned-text.ts';
import { bareScalar } from '#core/tree/read/plain-yaml-event.ts';
import { isSeparator, type PlainYamlLines, unit } from '#core/tree/read/plain-yaml-lines.ts';

/**
 * A plain or quoted scalar as it stands in the text (YAML 1.2.2 §7.3), read one at a time. The fields tell of the one
 * read last.
 */
export class PlainYamlToken {
  readonly #lines: PlainYamlLines;
  start = 0;
  /** Behind the last character, or the closing quote. */
  end = 0;
  isQuoted = false;
  /** What follows it in its line, behind spaces. */
  next = 0;
  /** Of a quoted scalar: true when its value is what stands between the quotes. */
  #isSimple = true;
  #isOnOneLine = true;

  constructor(lines: PlainYamlLines) {
    this.#lines = lines;
  }

  /**
   * Reads the scalar that starts at an offset: the first line of a plain one, all of a quoted one, whose further lines
   * must be indented more than its parent. False where none can start, or none that is plain.
   */
  read(offset: number, parentIndent: number): boolean {
    const first = this.#lines.units.charCodeAt(offset);
    if (isQuote(first)) return this.#readQuoted(offset, first, parentIndent);
    if (!this.#canStartPlain(offset)) return false;
    this.readPlainLine(offset);
    return true;
  }

  /** The same within a flow collection, where brackets and commas end a plain scalar (§7.3.3, ns-plain-safe-in). */
  readInFlow(offset: number, parentIndent: number): boolean {
    if (offset < 0) return false;
    const { units } = this.#lines;
    if (isQuote(units.charCodeAt(offset))) return this.read(offset, parentIndent);
    if (!this.#canStartPlain(offset) || this.#isIndicatorInFlow(offset)) return false;
    let index = offset;
    while (!endsPlain(units, index) && !this.#endsPlainInFlow(index)) index++;
    this.#keepPlain(offset, index);
    return index > offset;
  }

  /** True for the plain key `<<`, which merges maps. */
  get isMergeKey(): boolean {
    return !this.isQuoted && this.end - this.start === 2 && this.#lines.units.startsWith('<<', this.start);
  }

  /** Reads one line of a plain scalar (§7.3.3): up to `: `, ` #`, or the end of the line. */
  readPlainLine(offset: number): void {
    const { units } = this.#lines;
    let index = offset;
    while (!endsPlain(units, index)) index++;
    this.#keepPlain(offset, index);
  }

  /** True when the scalar is the key of a block map: one line, with a colon behind it (§7.4.2, §8.2.2). */
  get isKey(): boolean {
    const { units } = this.#lines;
    return (
      this.#isOnOneLine && units.charCodeAt(this.next) === unit.colon && isSeparator(units.charCodeAt(this.next + 1))
    );
  }

  /** The content of the scalar, decoded. */
  get value(): string {
    const { text } = this.#lines;
    if (!this.isQuoted) return internText(text, this.start, this.end);
    if (this.#isSimple) return internText(text, this.start + 1, this.end - 1);
    return getScalarValue(text, this.#event());
  }

  /** A plain scalar ends before the white space that stands in front of what ends it. */
  #keepPlain(start: number, next: number): void {
    let end = next;
    while (end > start && isBlank(this.#lines.units.charCodeAt(end - 1))) end--;
    this.start = start;
    this.end = end;
    this.next = next;
    this.isQuoted = false;
    this.#isOnOneLine = true;
  }

  #endsPlainInFlow(offset: number): boolean {
    const { units } = this.#lines;
    if (flowIndicators.includes(units.charAt(offset))) return true;
    return units.charCodeAt(offset) === unit.colon && flowIndicators.includes(units.charAt(offset + 1));
  }

  /** True for `-`, `?` and `:` before a bracket or a comma, which begin no plain scalar there. */
  #isIndicatorInFlow(offset: number): boolean {
    const { units } = this.#lines;
    return '-?:'.includes(units.charAt(offset)) && flowIndicators.includes(units.charAt(offset + 1));
  }

  #readQuoted(start: number, quote: number, parentIndent: number): boolean {
    this.start = start;
    this.isQuoted = true;
    this.#isSimple = true;
    this.#isOnOneLine = true;
    this.end = quote === unit.singleQuote ? this.#endOfSingle(parentIndent) : this.#endOfDouble(parentIndent);
    if (this.end < 0) return false;
    this.next = this.#lines.skipSpaces(this.end);
    return true;
  }

  /** §7.3.2: two quotes stand for one. */
  #endOfSingle(parentIndent: number): number {
    const { units } = this.#lines;
    let index = this.start + 1;
    while (index > 0) {
      const next = units.charCodeAt(index);
      if (next === unit.singleQuote) {
        if (units.charCodeAt(index + 1) !== unit.singleQuote) return index + 1;
        this.#isSimple = false;
        index += 2;
      } else index = next > unit.carriageReturn ? index + 1 : this.#behindBreak(index, parentIndent);
    }
    return index;
  }

  /** §7.3.1: escapes begin with a backslash (§5.7). */
  #endOfDouble(parentIndent: number): number {
    const { units } = this.#lines;
    let index = this.start + 1;
    while (index > 0) {
      const next = units.charCodeAt(index);
      if (next === unit.doubleQuote) return index + 1;
      if (next === unit.backslash) index = this.#behindEscape(index + 1);
      else index = next > unit.carriageReturn ? index + 1 : this.#behindBreak(index, parentIndent);
    }
    return index;
  }

  #behindEscape(offset: number): number {
    this.#isSimple = false;
    const { units } = this.#lines;
    const escaped = units.charCodeAt(offset);
    if (escaped === unit.lineFeed || escaped === unit.carriageReturn) return offset;
    if (simpleEscapes.includes(units.charAt(offset))) return offset + 1;
    const digits = hexEscape.exec(units.slice(offset, offset + 9))?.[0].length;
    return digits === undefined ? -1 : offset + digits;
  }

  /** Where a quoted scalar goes on in another line (§6.5); -1 when it ends, or is not indented enough. */
  #behindBreak(offset: number, parentIndent: number): number {
    const { units } = this.#lines;
    if (units.charCodeAt(offset) === unit.tab) return offset + 1;
    this.#isSimple = false;
    this.#isOnOneLine = false;
    let index = offset;
    let column = 0;
    while (units.charCodeAt(index) === unit.lineFeed || units.charCodeAt(index) === unit.carriageReturn) {
      const lineStart = units.charCodeAt(index) === unit.lineFeed ? index + 1 : index + 2;
      index = this.#lines.skipSpaces(lineStart);
      column = index - lineStart;
    }
    return units.charCodeAt(index) === unit.tab || units.charCodeAt(index) === unit.end || column <= parentIndent
      ? -1
      : index;
  }

  /** ns-plain-first (§7.3.3). */
  #canStartPlain(offset: number): boolean {
    const { units } = this.#lines;
    const first = units.charCodeAt(offset);
    if (first >= unit.smallA && first <= unit.smallZ) return true;
    if (first === unit.dash || first === unit.colon || first === unit.question) {
      return !isSeparator(units.charCodeAt(offset + 1));
    }
    return !neverPlain.includes(units.charAt(offset));
  }

  #event(): ScalarEvent {
    const isSingle = this.#lines.units.charCodeAt(this.start) === unit.singleQuote;
    const style = isSingle ? SCALAR_STYLE.SINGLE_QUOTED : SCALAR_STYLE.DOUBLE_QUOTED;
    return { ...bareScalar, valueStart: this.start + 1, valueEnd: this.end - 1, style };
  }
}

const neverPlain = '#&*!|>\'"%@`,[]{} \t\r\n\0';
const flowIndicators = ',[]{}';
const simpleEscapes = '0abt\tnvfre "/\\N_LP';
const hexEscape = /^(?:x[0-9a-fA-F]{2}|u[0-9a-fA-F]{4}|U[0-9a-fA-F]{8})/;

/** True at what ends a plain scalar wherever it stands: `: `, ` #`, and the end of the line. */
function endsPlain(units: string, offset: number): boolean {
  const next = units.charCodeAt(offset);
  if (next > unit.colon) return false;
  if (next === unit.colon) return isSeparator(units.charCodeAt(offset + 1));
  if (next === unit.hash) return isBlank(units.charCodeAt(offset - 1));
  return next === unit.lineFeed || next === unit.carriageReturn || next === unit.end;
}

function isQuote(next: number): boolean {
  return next === unit.doubleQuote || next === unit.singleQuote;
}

function isBlank(next: number): boolean {
  return next === unit.space || next === unit.tab;
}
