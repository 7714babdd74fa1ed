import { behindWhat, quoted } from '#core/text/quoted.ts';
import type { SyntaxProblem } from '#core/text/section.ts';
import type { Located, Span } from '#core/text/span.ts';
import { reportDuplicateKeys } from '#core/tree/read/duplicate-keys.ts';
import { JsonTokens, jsonToken } from '#core/tree/read/json-tokens.ts';
import { findUnclosedBracket } from '#core/tree/read/json-unclosed.ts';
import { MAXIMUM_NESTING, tooDeepProblem } from '#core/tree/read/nesting.ts';
import type { EntryTail } from '#core/tree/section-cut.ts';
import type { Scalar, TreeEntry, TreeNode } from '#core/tree/tree.ts';
import { listNode, mapNode, scalarNode, treeKey } from '#core/tree/tree-nodes.ts';

/** A map or list that is still open. */
interface Frame {
  readonly isMap: boolean;
  readonly start: number;
  /** Which of the open entries or items is its first. */
  readonly first: number;
  key: Located<string> | undefined;
  /** What may stand next: after a value a comma, after a key a colon. */
  awaits: 'key' | 'colon' | 'value' | 'comma';
  /** The offset of the comma before, while nothing has followed it. */
  comma: number | undefined;
}

/** A map that did not open where it should leaves brackets that close nothing, in sections further down. */
export const brackets = 'brackets';

/** Builds trees from jsonc-parser's tokens with a stack of its own, so that no depth overflows. */
export class JsonTreeReader {
  readonly #text: string;
  readonly #tokens: JsonTokens;
  readonly #frames: Frame[] = [];
  /** The children of all maps and lists that are open. */
  readonly #entries: TreeEntry[] = [];
  readonly #items: TreeNode[] = [];
  #result: TreeNode | undefined;
  #isDone = false;
  #hasUnclosed = false;
  /** The key the text begins with. */
  #firstKey: string | undefined;
  #unclosed: { readonly at: number | undefined } | undefined;

  constructor(text: string, allowsComments: boolean) {
    this.#text = text;
    this.#tokens = new JsonTokens(text, allowsComments);
  }

  get problems(): SyntaxProblem[] {
    return this.#tokens.problems;
  }

  /** A key and its colon, where they stand next. */
  readKey(): Located<string> | undefined {
    if (this.#tokens.kind !== jsonToken.string) return undefined;
    const key = { value: this.#tokens.value, span: this.#tokens.span };
    this.#firstKey = key.value;
    this.#tokens.advance();
    if (this.#tokens.is(jsonToken.colon)) this.#tokens.advance();
    return key;
  }

  /** The next value; undefined when there is none. */
  readValue(): TreeNode | undefined {
    while (!this.#isDone && this.#tokens.kind !== jsonToken.end) this.#readToken();
    while (this.#frames.length > 0) this.#closeUnclosed();
    return this.#result;
  }

  expectEnd(): void {
    if (this.#tokens.is(jsonToken.end)) return;
    const { kind, span } = this.#result ?? {};
    if (span === undefined || kind === 'scalar')
      this.#tokens.report(
        'syntax',
        this.#tokens.span,
        `A JSON file holds one value; remove ${this.#token()}, which stands behind it.`,
      );
    else this.#reportBehindRoot({ start: span.end - 1, end: span.end });
  }

  /** Reads the brace that opens a map whose entries stand elsewhere. */
  expectOpening(): void {
    if (this.#tokens.is(jsonToken.openBrace)) this.#tokens.advance();
    if (this.#tokens.is(jsonToken.end)) return;
    this.#reportNoKey(brackets);
    this.#skipRest();
  }

  /** Reads what must follow an entry, and reports what is missing or too much. */
  expectTail({ closers, isLast }: EntryTail): void {
    const place = this.#endOfValue();
    const comma = this.#takeComma();
    let left = closers;
    let closing = place;
    for (; left > 0 && this.#isClosing(isLast); left--) {
      closing = this.#tokens.span;
      this.#tokens.advance();
    }
    const opener = left > 0 && !this.#hasUnclosed ? this.#unclosedBracket() : undefined;
    if (opener !== undefined) this.#reportUnclosed(opener);
    else if (left > 0) this.#tokens.report('syntax', place, `A “}” is missing${this.#behind(place.end)}.`, brackets);
    else if (comma !== undefined && closers > 0) this.#reportTrailingComma(comma);
    this.#skipClosers();
    if (isLast && left === 0) {
      this.#reportBehindRoot(closing);
      return;
    }
    const isBehind = comma !== undefined && (closers === 0 || left > 0);
    const hasComma = isBehind || this.#takeComma() !== undefined;
    const behind = this.#behind(place.end);
    if (!hasComma && !isLast) this.#tokens.report('syntax', place, `A comma is missing${behind}.`);
    if (hasComma && isLast) this.#tokens.report('syntax', place, `Nothing follows the comma${behind}; remove it.`);
    this.#reportRest();
  }

  /** True before a brace; where it closes the root, or a map that ends with it, a comma may stand in between. */
  #isClosing(isLast: boolean): boolean {
    if (isLast && this.#tokens.is(jsonToken.comma)) this.#tokens.advance();
    return this.#tokens.is(jsonToken.closeBrace);
  }

  /** The last character of the value, or of what was read of it. */
  #endOfValue(): Span {
    const end = this.#text.slice(0, this.#tokens.start).trimEnd().length;
    return { start: Math.max(0, end - 1), end };
  }

  /** The offset of the comma that stands next. */
  #takeComma(): number | undefined {
    if (!this.#tokens.is(jsonToken.comma)) return undefined;
    const { start } = this.#tokens;
    this.#tokens.advance();
    return start;
  }

  /** Passes over brackets that close nothing. */
  #skipClosers(): void {
    const { closeBrace, closeBracket } = jsonToken;
    while (this.#tokens.is(closeBrace) || this.#tokens.is(closeBracket)) {
      const message = `Nothing is open that “${this.#tokens.source}” could close; remove it.`;
      this.#tokens.report('syntax', this.#tokens.span, message, brackets);
      this.#tokens.advance();
    }
  }

  /** Tells of what stands behind the root, where the root ends. */
  #reportBehindRoot(end: Span): void {
    if (this.#tokens.is(jsonToken.end)) return;
    const isComma = this.#takeComma() !== undefined && this.#tokens.is(jsonToken.end);
    const bracket = this.#text.slice(end.start, end.end);
    const message = isComma
      ? `Nothing follows the comma${this.#behind(end.end)}; remove it.`
      : `The file ends with this “${bracket}”, and more stands behind it; remove the bracket if it is one too many, else what follows it.`;
    this.#tokens.report('syntax', end, message);
    this.#skipRest();
  }

  #reportRest(): void {
    if (this.#tokens.is(jsonToken.end)) return;
    this.#tokens.report(
      'syntax',
      this.#tokens.span,
      `${this.#token()} cannot follow the value before it; a comma is missing, or it is one too many.`,
    );
    this.#skipRest();
  }

  #skipRest(): void {
    while (this.#tokens.kind !== jsonToken.end) this.#tokens.advance();
  }

  #readToken(): void {
    const frame = this.#frames.at(-1);
    switch (this.#tokens.kind) {
      case jsonToken.openBrace:
      case jsonToken.openBracket:
        this.#open(frame);
        return;
      case jsonToken.closeBrace:
      case jsonToken.closeBracket:
        this.#closeBracket(frame);
        return;
      case jsonToken.comma:
        this.#readComma(frame);
        return;
      case jsonToken.colon:
        this.#readColon(frame);
        return;
      default:
        this.#readScalar(frame);
    }
  }

  #open(frame: Frame | undefined): void {
    this.#expectValue(frame);
    const isMap = this.#tokens.kind === jsonToken.openBrace;
    if (this.#frames.length >= MAXIMUM_NESTING) {
      this.#skipDeep(frame);
      return;
    }
    this.#frames.push({
      isMap,
      start: this.#tokens.start,
      first: isMap ? this.#entries.length : this.#items.length,
      key: undefined,
      awaits: isMap ? 'key' : 'value',
      comma: undefined,
    });
    this.#tokens.advance();
  }

  /** Passes over a value that lies too deep. */
  #skipDeep(frame: Frame | undefined): void {
    const start = this.#tokens.start;
    let depth = 0;
    while (this.#tokens.kind !== jsonToken.end) {
      if (this.#tokens.kind === jsonToken.openBrace || this.#tokens.kind === jsonToken.openBracket) depth++;
      if (this.#tokens.kind === jsonToken.closeBrace || this.#tokens.kind === jsonToken.closeBracket) depth--;
      this.#tokens.advance();
      if (depth === 0) break;
    }
    const end = Math.max(start, this.#tokens.start);
    this.problems.push(tooDeepProblem(start, end));
    this.#attach(scalarNode(start, end, null), frame);
  }

  #closeBracket(frame: Frame | undefined): void {
    const isMap = this.#tokens.kind === jsonToken.closeBrace;
    if (frame?.isMap !== isMap && !this.#frames.some((open) => open.isMap === isMap)) {
      this.#tokens.report(
        'syntax',
        this.#tokens.span,
        `Nothing is open that “${this.#tokens.source}” could close; remove it.`,
        brackets,
      );
      this.#tokens.advance();
      return;
    }
    while (this.#frames.at(-1)?.isMap !== isMap) this.#closeUnclosed();
    const closing = this.#frames.at(-1);
    const end = this.#tokens.end;
    this.#reportDangling(closing);
    this.#tokens.advance();
    this.#close(end);
  }

  /** Reports a comma or key with nothing behind it. */
  #reportDangling(frame: Frame | undefined): void {
    if (frame?.key !== undefined) this.#finishKey(frame);
    else if (frame?.comma !== undefined) this.#reportTrailingComma(frame.comma);
  }

  #reportTrailingComma(start: number): void {
    if (this.#tokens.allowsComments) return;
    this.#tokens.report(
      'trailing-comma',
      { start, end: start + 1 },
      `JSON has no comma behind the last entry; remove the one${behindWhat(this.#text, start)}.`,
    );
  }

  #closeUnclosed(): void {
    const frame = this.#frames.at(-1);
    const end = this.#tokens.start;
    if (frame !== undefined) {
      this.#reportUnclosed(frame.start);
      if (frame.key !== undefined) this.#finishKey(frame);
    }
    this.#close(end);
  }

  /** Tells of an open bracket once, at the one that the lines tell to lack its partner. */
  #reportUnclosed(start: number): void {
    const opener = this.#hasUnclosed ? start : (this.#unclosedBracket() ?? start);
    this.#hasUnclosed = true;
    const bracket = this.#text.charAt(opener);
    const place = behindWhat(this.#text, opener);
    const message = `The “${bracket}”${place} is not closed; add “${bracket === '{' ? '}' : ']'}” where it ends.`;
    this.#tokens.report('syntax', { start: opener, end: opener + 1 }, message, brackets);
  }

  /** Looked for once: the text stays the same. */
  #unclosedBracket(): number | undefined {
    this.#unclosed ??= { at: findUnclosedBracket(this.#text) };
    return this.#unclosed.at;
  }

  #close(end: number): void {
    const frame = this.#frames.pop();
    if (frame === undefined) return;
    const { start } = frame;
    const last = this.#contentEnd(frame, end);
    if (frame.isMap) {
      const entries = this.#entries.splice(frame.first);
      if (entries.length > 1) reportDuplicateKeys(entries, this.problems);
      this.#attach(mapNode(start, last, entries), this.#frames.at(-1));
    } else {
      this.#attach(listNode(start, last, this.#items.splice(frame.first)), this.#frames.at(-1));
    }
  }

  #contentEnd(frame: Frame, end: number): number {
    let last = Math.max(end, frame.start);
    while (last > frame.start + 1 && /\s/.test(this.#text.charAt(last - 1))) last--;
    return last;
  }

  #readComma(frame: Frame | undefined): void {
    const { start } = this.#tokens;
    if (frame?.awaits === 'comma') {
      frame.awaits = frame.isMap ? 'key' : 'value';
      frame.comma = start;
    } else if (frame?.key !== undefined) {
      this.#finishKey(frame);
      frame.awaits = 'key';
      frame.comma = start;
    } else {
      this.#tokens.report(
        'syntax',
        this.#tokens.span,
        `A comma stands where a value is expected${behindWhat(this.#text, start)}; remove it, or write the value.`,
      );
    }
    this.#tokens.advance();
  }

  /** A key without a value keeps its place in the map, for editors to offer one. */
  #finishKey(frame: Frame): void {
    if (frame.key === undefined) return;
    const message =
      frame.awaits === 'colon'
        ? `A colon and a value are missing behind the key “${frame.key.value}”.`
        : `A value is missing behind the key “${frame.key.value}”.`;
    this.#tokens.report('syntax', frame.key.span, message);
    this.#entries.push({ key: frame.key, value: undefined });
    frame.key = undefined;
    frame.awaits = 'comma';
  }

  #readColon(frame: Frame | undefined): void {
    const isInList = frame?.isMap === false && this.#unclosedBracket() === frame.start;
    if (frame?.awaits === 'colon') frame.awaits = 'value';
    else if (frame !== undefined && this.#takeValueForKey(frame)) frame.awaits = 'value';
    else if (isInList) this.#reportUnclosed(frame.start);
    else
      this.#tokens.report(
        'syntax',
        this.#tokens.span,
        `A colon stands only between a key and its value; remove the one${behindWhat(this.#text, this.#tokens.start)}.`,
      );
    this.#tokens.advance();
  }

  /** Takes the text before a colon, read as a value, for the key it is: then the key before it has no value. */
  #takeValueForKey(frame: Frame): boolean {
    const last = frame.isMap && frame.awaits === 'comma' ? this.#entries.at(-1) : undefined;
    const { value } = last ?? {};
    if (last === undefined || value?.kind !== 'scalar' || typeof value.value !== 'string') return false;
    if (/\S/.test(this.#text.slice(value.span.end, this.#tokens.start))) return false;
    this.#tokens.report('syntax', last.key.span, `A value is missing behind the key “${last.key.value}”.`);
    this.#entries.splice(-1, 1, { key: last.key, value: undefined });
    frame.key = treeKey(value.span.start, value.span.end, value.value);
    return true;
  }

  #readScalar(frame: Frame | undefined): void {
    if (
      frame?.isMap === true &&
      this.#tokens.kind === jsonToken.string &&
      (frame.awaits === 'key' || frame.awaits === 'comma')
    ) {
      this.#startEntry(frame);
      return;
    }
    if (this.#tokens.kind === jsonToken.unknown) {
      this.#readUnknown(frame);
      return;
    }
    this.#expectValue(frame);
    const node = scalarNode(this.#tokens.start, this.#tokens.end, this.#scalarValue());
    this.#tokens.advance();
    this.#attach(node, frame);
  }

  #startEntry(frame: Frame): void {
    if (frame.awaits === 'comma') this.#reportMissingComma();
    frame.key = treeKey(this.#tokens.start, this.#tokens.end, this.#tokens.value);
    frame.awaits = 'colon';
    frame.comma = undefined;
    this.#tokens.advance();
  }

  /** A bare word: a key where one is expected and a colon follows, else a value that is dropped. */
  #readUnknown(frame: Frame | undefined): void {
    const span = this.#tokens.span;
    const value = this.#tokens.source;
    const isKey = frame?.isMap === true && frame.awaits === 'key';
    this.#tokens.report('syntax', span, `“${value}” is not JSON; strings stand in double quotes.`);
    this.#tokens.advance();
    if (isKey && this.#tokens.is(jsonToken.colon)) {
      frame.key = treeKey(span.start, span.end, value.replace(/^'|'$/g, ''));
      frame.awaits = 'colon';
      frame.comma = undefined;
    } else if (frame?.awaits === 'value') {
      this.#attach(scalarNode(span.start, span.end, value), frame);
    }
  }

  #expectValue(frame: Frame | undefined): void {
    if (frame === undefined || frame.awaits === 'value') return;
    if (frame.awaits === 'comma') this.#reportMissingComma();
    else if (frame.awaits === 'colon')
      this.#tokens.report('syntax', this.#tokens.span, `A colon is missing before ${this.#token()}.`);
    else this.#reportNoKey();
  }

  #reportMissingComma(): void {
    this.#tokens.report('syntax', this.#tokens.span, `A comma is missing before ${this.#token()}.`);
  }

  #reportNoKey(cause?: string): void {
    const message = `A key in double quotes is expected in place of ${this.#token()}; write “"key": value”.`;
    this.#tokens.report('syntax', this.#tokens.span, message, cause);
  }

  /** What stands before an offset; of an entry that ends with brackets its key. */
  #behind(offset: number): string {
    const isBracket = /[\]}]/.test(this.#text.charAt(offset - 1));
    return isBracket && this.#firstKey !== undefined
      ? ` behind the value of “${this.#firstKey}”`
      : behindWhat(this.#text, offset);
  }

  /** The token that stands next, quoted. */
  #token(): string {
    return quoted(this.#text, this.#tokens.span);
  }

  /** Puts a finished value where it belongs; one without a key is dropped. */
  #attach(node: TreeNode, frame: Frame | undefined): void {
    if (frame === undefined) {
      this.#result = node;
      this.#isDone = true;
      return;
    }
    if (!frame.isMap) this.#items.push(node);
    else if (frame.key !== undefined) this.#entries.push({ key: frame.key, value: node });
    frame.key = undefined;
    frame.comma = undefined;
    frame.awaits = 'comma';
  }

  #scalarValue(): Scalar {
    switch (this.#tokens.kind) {
      case jsonToken.null:
        return null;
      case jsonToken.true:
        return true;
      case jsonToken.false:
        return false;
      case jsonToken.number:
        return Number(this.#tokens.value);
      default:
        return this.#tokens.value;
    }
  }
}
