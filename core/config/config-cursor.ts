import type { Span } from '#core/text/span.ts';

/** What a place in the text of a `plumbline.yaml` looks like, whatever else is broken in it. */
export interface ConfigCursor {
  /** What is written there up to now, without quotes; empty between words. */
  readonly word: Span;
  readonly quote: "'" | '"' | undefined;
  /** True where the quote is not closed on its line. */
  readonly isQuoteOpen: boolean;
  /** True between brackets. */
  readonly isFlow: boolean;
  /** True where nothing but dashes stands before the word on its line. */
  readonly isFirst: boolean;
  readonly isAfterDash: boolean;
  /** True where a colon follows the word. */
  readonly hasColon: boolean;
  /** Brackets that are opened before and never closed, as they would be closed, and where. */
  readonly closing: { readonly at: number; readonly text: string };
}

/** Undefined in a comment, and behind a word that has ended. */
export function configCursor(text: string, offset: number): ConfigCursor | undefined {
  const scan = new CursorScan(text, offset);
  return scan.run();
}

const blank = /[ \t\r\n]/;

/** One pass over the text: quotes and brackets count only where a token begins. */
class CursorScan {
  readonly #text: string;
  readonly #offset: number;
  #brackets: string[] = [];
  /** Where the token under way begins; -1 between tokens. */
  #token = -1;
  #quote: "'" | '"' | undefined;
  #isFirst = true;
  #isAfterDash = false;
  #found: Omit<ConfigCursor, 'closing'> | undefined;
  #isRefused = false;
  #unclosed: readonly string[] = [];
  #closingAt = 0;

  constructor(text: string, offset: number) {
    this.#text = text;
    this.#offset = offset;
  }

  run(): ConfigCursor | undefined {
    const text = this.#text;
    for (let start = 0; start <= text.length; ) {
      const newline = text.indexOf('\n', start);
      const end = newline < 0 ? text.length : newline;
      // What is not closed ends where a key begins at the edge.
      if (this.#brackets.length > 0 && /^[A-Za-z]\w*:/.test(text.slice(start, start + 40))) {
        if (this.#found !== undefined) break;
        this.#brackets = [];
      }
      this.#line(start, end);
      if (this.#isRefused) return undefined;
      start = end + 1;
    }
    const closing = [...this.#unclosed].reverse().map((open) => (open === '[' ? ']' : '}'));
    return this.#found && { ...this.#found, closing: { at: this.#closingAt, text: closing.join('') } };
  }

  #line(start: number, end: number): void {
    this.#token = -1;
    this.#quote = undefined;
    this.#isFirst = true;
    this.#isAfterDash = false;
    let at = start;
    for (; at < end; at++) {
      if (at === this.#offset) this.#meet(at, end);
      if (this.#quote !== undefined) at += this.#inQuotes(at);
      else if (this.#isComment(at, start)) break;
      else if (this.#token < 0) this.#between(at);
      else this.#inToken(at);
    }
    if (this.#offset < at || this.#offset > end || this.#found !== undefined) return;
    // At the end of the line, or in a comment.
    if (at < end) this.#isRefused = true;
    else this.#meet(end, end);
  }

  #isComment(at: number, lineStart: number): boolean {
    return this.#text[at] === '#' && (at === lineStart || blank.test(this.#text[at - 1] ?? ''));
  }

  /** How many further units belong to what stands here. */
  #inQuotes(at: number): number {
    const unit = this.#text[at];
    if (unit === '\\' && this.#quote === '"') return 1;
    if (unit !== this.#quote) return 0;
    if (unit === "'" && this.#text[at + 1] === "'") return 1;
    this.#endToken();
    return 0;
  }

  #between(at: number): void {
    const unit = this.#text[at] ?? '';
    if (blank.test(unit)) return;
    if (unit === '-' && this.#brackets.length === 0 && this.#isFirst && blank.test(this.#text[at + 1] ?? '\n')) {
      this.#isAfterDash = true;
      return;
    }
    if (unit === '[' || unit === '{') this.#brackets.push(unit);
    else if (unit === ']' || unit === '}') this.#close(at);
    else if (unit === "'" || unit === '"') [this.#quote, this.#token] = [unit, at + 1];
    else if (unit !== ',' && unit !== ':') this.#token = at;
    if (this.#token < 0) this.#isFirst = false;
  }

  #inToken(at: number): void {
    const unit = this.#text[at] ?? '';
    const isFlow = this.#brackets.length > 0;
    if (unit === ':' && this.#endsKey(at)) this.#endToken();
    else if (isFlow && unit === ',') this.#endToken();
    else if (isFlow && (unit === ']' || unit === '}')) {
      this.#endToken();
      this.#close(at);
    }
  }

  #endsKey(at: number): boolean {
    const next = this.#text[at + 1] ?? '\n';
    return blank.test(next) || (this.#brackets.length > 0 && /[,\]}]/.test(next));
  }

  #endToken(): void {
    this.#token = -1;
    this.#quote = undefined;
    this.#isFirst = false;
  }

  #close(at: number): void {
    this.#brackets.pop();
    if (this.#found === undefined || this.#brackets.length >= this.#unclosed.length) return;
    this.#unclosed = [...this.#brackets];
    this.#closingAt = at + 1;
  }

  /** Notes how it is at the place that is looked for. */
  #meet(at: number, lineEnd: number): void {
    const text = this.#text;
    const isFlow = this.#brackets.length > 0;
    const start = this.#token < 0 ? at : this.#token;
    const end =
      this.#quote === undefined ? plainEnd(text, at, lineEnd, isFlow) : quotedEnd(text, at, lineEnd, this.#quote);
    const isPast = this.#quote === undefined && blank.test(text.slice(start, at));
    if (isPast || /^['"]/.test(text.slice(at, end))) {
      this.#isRefused = true;
      return;
    }
    const isQuoteOpen = this.#quote !== undefined && text[end] !== this.#quote;
    const after = this.#quote === undefined || isQuoteOpen ? end : end + 1;
    this.#found = {
      word: { start, end },
      quote: this.#quote,
      isQuoteOpen,
      isFlow,
      isFirst: this.#isFirst,
      isAfterDash: this.#isAfterDash,
      hasColon: /^[ \t]*:(?:[\s,\]}]|$)/.test(text.slice(after, lineEnd)),
    };
    this.#unclosed = [...this.#brackets];
    this.#closingAt = lineEnd;
  }
}

function plainEnd(text: string, from: number, lineEnd: number, isFlow: boolean): number {
  let end = from;
  while (end < lineEnd && !blank.test(text[end] ?? '')) {
    const unit = text[end] ?? '';
    if (isFlow && /[,\]}[{]/.test(unit)) break;
    if (unit === ':' && (end + 1 === lineEnd || /[\s,\]}]/.test(text[end + 1] ?? ''))) break;
    end++;
  }
  return end;
}

function quotedEnd(text: string, from: number, lineEnd: number, quote: string): number {
  const end = text.indexOf(quote, from);
  return end < 0 || end > lineEnd ? lineEnd : end;
}
