import { character, identifierEnd, isBlank, isLineBreak, lineEnd } from '#core/prisma/characters.ts';
import type { PrismaDialect } from '#core/prisma/model.ts';
import { prismaProblem } from '#core/prisma/problem.ts';
import { behindWhat, quoted } from '#core/text/quoted.ts';
import type { SyntaxProblem } from '#core/text/section.ts';
import type { Located, Span } from '#core/text/span.ts';
import type { SyntaxCode } from '#core/work/engine-codes.ts';

/**
 * A place in a section's text while it is parsed, and the problems seen so far. `limit` is where the current member must
 * end: its line in Prisma 7, its block in Prisma 8, where line breaks mean nothing.
 */
export class Cursor {
  readonly text: string;
  readonly dialect: PrismaDialect;
  readonly problems: SyntaxProblem[] = [];
  /** Where the last `* /` of the text ends (`-1`: none), so that an open comment is never searched for twice. */
  readonly lastCommentEnd: number;
  position = 0;
  limit: number;
  /** Set by `fail`: the rest of the member cannot be understood. */
  hasFailed = false;
  /** How many lists, objects and calls are open. */
  depth = 0;
  listDepth = 0;
  /** True while a member is read over several lines, which Prisma 7 refuses. */
  hasSeveralLines = false;
  /** True while the value of a `key = value` is read, where Prisma overlooks some slips. */
  isSetting = false;

  constructor(text: string, dialect: PrismaDialect) {
    this.text = text;
    this.dialect = dialect;
    this.limit = text.length;
    const last = text.lastIndexOf('*/');
    this.lastCommentEnd = last < 0 ? -1 : last + 2;
  }

  /** The unit at the position; `-1` at the limit. */
  get unit(): number {
    return this.position < this.limit ? this.text.charCodeAt(this.position) : -1;
  }

  /** Skips what may stand between two tokens: blanks, and in Prisma 8 and over several lines line breaks and comments too. */
  skipBlanks(): void {
    for (; ; this.position++) {
      const unit = this.unit;
      if (isBlank(unit)) continue;
      if (this.dialect === 'prisma7' && !this.hasSeveralLines) return;
      if (unit === character.slash && this.text.charCodeAt(this.position + 1) === character.slash) {
        this.position = Math.min(lineEnd(this.text, this.position), this.limit) - 1;
      } else if (!isLineBreak(unit)) return;
    }
  }

  /** Steps over one unit when it stands here. */
  take(unit: number): boolean {
    if (this.unit !== unit) return false;
    this.position++;
    return true;
  }

  /** Reads an identifier; in Prisma 8 it may start with `_`. */
  readIdentifier(): Located<string> | undefined {
    const start = this.position;
    if (start >= this.limit) return undefined;
    let first = start;
    if (this.dialect === 'prisma8') while (this.text.charCodeAt(first) === character.underscore) first++;
    const end = identifierEnd(this.text, first) ?? (first > start ? first : undefined);
    if (end === undefined || end > this.limit) return undefined;
    this.position = end;
    return this.located(start);
  }

  /** Reads `a`, `a.b`, `a.b.c`; a dot may stand at the end, as in a half-typed `@db.`. */
  readPath(): Located<string> | undefined {
    const start = this.position;
    if (this.readIdentifier() === undefined) return undefined;
    while (this.take(character.dot)) this.readIdentifier();
    return this.located(start);
  }

  /** The text from `start` to the position. */
  located(start: number): Located<string> {
    return { value: this.text.slice(start, this.position), span: this.spanFrom(start) };
  }

  spanFrom(start: number): Span {
    return { start, end: this.position };
  }

  /** Records a problem that does not keep the rest of the member from being read. */
  report(code: SyntaxCode, span: Span, message: string): void {
    this.problems.push(prismaProblem(code, span, message));
  }

  /** Records why the rest of the member cannot be read; only the first reason of a member counts. */
  fail(code: SyntaxCode, span: Span, message: string): void {
    if (!this.hasFailed) this.report(code, span, message);
    this.hasFailed = true;
  }

  /**
   * Fails over what stands at the position: the rest of the line, or the unit before it where nothing is left. Where `message` takes it,
   * it is quoted there.
   */
  failHere(code: SyntaxCode, message: string | ((quote: string) => string)): void {
    const end = Math.min(lineEnd(this.text, this.position), this.limit);
    const rest = this.text.slice(this.position, end).trimEnd();
    const start = rest === '' ? Math.max(0, this.position - 1) : this.position;
    const span = { start, end: this.position + rest.length };
    this.fail(
      code,
      span,
      typeof message === 'string' ? message : message(rest === '' ? 'the line’s end' : quoted(this.text, span)),
    );
  }

  /** ` behind “…”`: what stands last before the position on its line. */
  behind(position = this.position): string {
    return behindWhat(this.text, position);
  }
}
