import { createScanner, type JSONScanner } from 'jsonc-parser';
import { quoted } from '#core/text/quoted.ts';
import type { SyntaxProblem } from '#core/text/section.ts';
import type { Span } from '#core/text/span.ts';
import { internText } from '#core/tree/read/interned-text.ts';
import type { SyntaxCode } from '#core/work/engine-codes.ts';

/** Codes of problems in spite of which all is read as its author meant it. */
const harmless: ReadonlySet<string> = new Set(['trailing-comma', 'comment-in-json']);

/** The token kinds of jsonc-parser's scanner; its own enum is ambient and cannot be used with isolated modules. */
export const jsonToken = {
  openBrace: 1,
  closeBrace: 2,
  openBracket: 3,
  closeBracket: 4,
  comma: 5,
  colon: 6,
  null: 7,
  true: 8,
  false: 9,
  string: 10,
  number: 11,
  lineComment: 12,
  blockComment: 13,
  lineBreak: 14,
  whiteSpace: 15,
  unknown: 16,
  end: 17,
} as const;

const maximumProblems = 100;

/**
 * The tokens of a JSON text one after the other, without white space; collects the problems found in them. White space,
 * punctuation and strings without escapes are read here, the same as jsonc-parser's scanner reads them and much cheaper;
 * the scanner reads the rest.
 */
export class JsonTokens {
  readonly problems: SyntaxProblem[] = [];
  readonly allowsComments: boolean;
  readonly #scanner: JSONScanner;
  readonly #text: string;
  /** The text and a unit 0, in one piece: reading in a slice or beyond the end is slow. */
  readonly #units: string;
  /** Where the next token is looked for. */
  #next = 0;
  #isScanned = false;
  kind = 0;
  start = 0;
  end = 0;

  constructor(text: string, allowsComments: boolean) {
    this.#text = text;
    this.#units = [text, '\0'].join('');
    this.allowsComments = allowsComments;
    this.#scanner = createScanner(text, false);
    if (text.charCodeAt(0) === 0xfeff) this.#next = 1;
    this.advance();
  }

  /** The decoded string, or the source of any other token. */
  get value(): string {
    if (this.#isScanned) return this.#scanner.getTokenValue();
    if (this.kind === jsonToken.string) return internText(this.#text, this.start + 1, this.end - 1);
    return this.source;
  }

  get source(): string {
    return this.#text.slice(this.start, this.end);
  }

  get span(): Span {
    return { start: this.start, end: this.end };
  }

  is(kind: number): boolean {
    return this.kind === kind;
  }

  /** Moves to the next token that is not white space; comments are problems in plain JSON. */
  advance(): void {
    let isTaken = false;
    while (!isTaken) {
      const start = this.#skipWhiteSpace(this.#next);
      isTaken = this.#takePlain(start) || this.#scan(start);
    }
  }

  report(code: SyntaxCode, span: Span, message: string, cause?: string): void {
    if (this.problems.length >= maximumProblems) return;
    const isHarmless = harmless.has(code);
    this.problems.push({
      code,
      span,
      message,
      ...(cause !== undefined && { cause }),
      ...(isHarmless && { isHarmless }),
    });
  }

  /** Takes punctuation, a string without escapes, or the end of the text; false where something else stands. */
  #takePlain(start: number): boolean {
    const kind = kindOfFirst(this.#units.charCodeAt(start));
    const { length } = this.#text;
    if (kind === undefined) return start >= length && this.#take(jsonToken.end, length, length);
    const end = kind === jsonToken.string ? this.#endOfPlainString(start) : start + 1;
    return end !== undefined && this.#take(kind, start, end);
  }

  #take(kind: number, start: number, end: number): true {
    this.kind = kind;
    this.start = start;
    this.end = end;
    this.#next = end;
    this.#isScanned = false;
    return true;
  }

  /** Takes what the scanner finds; false for a comment. */
  #scan(start: number): boolean {
    this.#scanner.setPosition(start);
    const kind = this.#scanner.scan();
    this.#take(kind, start, Math.min(this.#scanner.getPosition(), this.#text.length));
    this.#isScanned = true;
    const error = this.#scanner.getTokenError();
    if (error !== 0) this.report('syntax', this.span, messageFor(error, this.source));
    if (kind !== jsonToken.lineComment && kind !== jsonToken.blockComment) return true;
    if (!this.allowsComments)
      this.report('comment-in-json', this.span, `JSON has no comments; remove ${quoteOf(this.source)}.`);
    return false;
  }

  #skipWhiteSpace(offset: number): number {
    let index = offset;
    for (;;) {
      const unit = this.#units.charCodeAt(index);
      if (unit !== 32 && unit !== 10 && unit !== 13 && unit !== 9) return index;
      index++;
    }
  }

  /** Behind the quote that closes a string; undefined when it holds escapes, control characters, or does not end. */
  #endOfPlainString(start: number): number | undefined {
    let index = start + 1;
    for (;;) {
      const unit = this.#units.charCodeAt(index);
      if (unit === 34) return index + 1;
      if (unit === 92 || unit < 32) return undefined;
      index++;
    }
  }
}

/** The kind of a token that its first character tells. */
function kindOfFirst(unit: number): number | undefined {
  switch (unit) {
    case 34:
      return jsonToken.string;
    case 44:
      return jsonToken.comma;
    case 58:
      return jsonToken.colon;
    case 91:
      return jsonToken.openBracket;
    case 93:
      return jsonToken.closeBracket;
    case 123:
      return jsonToken.openBrace;
    case 125:
      return jsonToken.closeBrace;
    default:
      return undefined;
  }
}

/** By the scanner's error numbers. */
const tokenErrors: { readonly [error: number]: (quote: string) => string } = {
  1: (quote) => `The comment ${quote} is not closed; add “*/” where it ends.`,
  2: (quote) => `The string ${quote} is not closed on its line; add a double quote where it ends.`,
  3: (quote) => `The number ${quote} is not complete; digits are missing behind it.`,
  4: (quote) => `An escape “\\u” takes four hexadecimal digits; mend the one in ${quote}.`,
  5: (quote) => `JSON has no such escape as in ${quote}; write “\\\\” for a backslash.`,
  6: (quote) => `A control character stands in ${quote}; write it as an escape, such as “\\t”.`,
};

function messageFor(error: number, source: string): string {
  const quote = quoteOf(source);
  return tokenErrors[error]?.(quote) ?? `${quote} is not valid JSON; remove it.`;
}

function quoteOf(source: string): string {
  return quoted(source, { start: 0, end: source.length });
}
