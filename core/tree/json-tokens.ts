import { createScanner, type JSONScanner } from 'jsonc-parser';
import type { Span } from '#core/text/span.ts';
import type { SyntaxProblem } from '#core/tree/section.ts';

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

/** The tokens of a JSON text one after the other, without white space; collects the problems found in them. */
export class JsonTokens {
  readonly problems: SyntaxProblem[] = [];
  readonly allowsComments: boolean;
  readonly #scanner: JSONScanner;
  readonly #text: string;
  kind = 0;
  start = 0;
  end = 0;

  constructor(text: string, allowsComments: boolean) {
    this.#text = text;
    this.allowsComments = allowsComments;
    this.#scanner = createScanner(text, false);
    if (text.charCodeAt(0) === 0xfeff) this.#scanner.setPosition(1);
    this.advance();
  }

  /** The decoded string, or the source of any other token. */
  get value(): string {
    return this.#scanner.getTokenValue();
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
    for (;;) {
      this.kind = this.#scanner.scan();
      this.start = Math.min(this.#scanner.getTokenOffset(), this.#text.length);
      this.end = Math.min(this.start + this.#scanner.getTokenLength(), this.#text.length);
      const error = this.#scanner.getTokenError();
      if (error !== 0) this.report('syntax', this.span, tokenErrors[error] ?? 'This is not valid JSON.');
      if (this.kind === jsonToken.whiteSpace || this.kind === jsonToken.lineBreak) continue;
      if (this.kind !== jsonToken.lineComment && this.kind !== jsonToken.blockComment) return;
      if (!this.allowsComments) this.report('comment-in-json', this.span, 'JSON has no comments.');
    }
  }

  report(code: string, span: Span, message: string): void {
    if (this.problems.length < maximumProblems) this.problems.push({ code, span, message });
  }
}

/** By the scanner's error numbers. */
const tokenErrors: { readonly [error: number]: string } = {
  1: 'This comment is not closed.',
  2: 'This string is not closed.',
  3: 'This number is not complete.',
  4: 'An escape “\\u” takes four hexadecimal digits.',
  5: 'JSON has no such escape; write “\\\\” for a backslash.',
  6: 'Control characters are written as escapes.',
};
