import type { FlowReader } from '#core/ask/complete/tree/flow-reader.ts';
import {
  isBlank,
  isClosedString,
  keyAt,
  plainEnd,
  skipBlanks,
  stringEnd,
  unquoted,
} from '#core/ask/complete/tree/line-tokens.ts';
import type { OpenFrames } from '#core/ask/complete/tree/open-frames.ts';
import { placesAt } from '#core/ask/complete/tree/places-at.ts';
import type { Typing } from '#core/ask/complete/tree/typing.ts';

/** Reads YAML line by line, led by indentation: whatever is broken ends with its line. */
export class BlockReader {
  readonly #typing: Typing;
  readonly #frames: OpenFrames;
  readonly #flow: FlowReader;
  /** The column a block scalar stands deeper than; undefined outside one. */
  #prose: number | undefined;
  /** A quote that is not closed on its line, and the column of its key. */
  #openQuote: { readonly quote: string; readonly column: number } | undefined;
  #lineStart = 0;

  constructor(typing: Typing, frames: OpenFrames, flow: FlowReader) {
    this.#typing = typing;
    this.#frames = frames;
    this.#flow = flow;
  }

  line(start: number, end: number): void {
    const { text, offset } = this.#typing;
    const at = skipBlanks(text, start, end);
    const column = at - start;
    const isEmpty = at >= end;
    this.#lineStart = start;
    if (this.#isProse(column, isEmpty)) {
      if (!this.#typing.isIn(start, end)) return;
      if (isEmpty && offset - start <= (this.#prose ?? 0)) this.#place(offset - start, offset, offset);
      else this.#typing.refuse();
      return;
    }
    if (this.#isQuoted(at, end, column)) {
      if (this.#typing.isIn(start, end)) this.#typing.refuse();
      return;
    }
    if (this.#frames.isFlow) {
      const isLeft = !isEmpty && column <= this.#frames.blockColumn && keyAt(text, at, end) !== undefined;
      if (!isLeft) {
        this.#flow.line(start, end);
        return;
      }
      this.#frames.closeFlows();
    }
    if (isEmpty) {
      if (this.#typing.isIn(start, end)) this.#place(offset - start, offset, offset);
    } else if (this.#typing.isIn(start, at)) this.#typing.refuse();
    else this.#content(at, end);
  }

  #isProse(column: number, isEmpty: boolean): boolean {
    if (this.#prose === undefined) return false;
    if (isEmpty || column > this.#prose) return true;
    this.#prose = undefined;
    return false;
  }

  /** True on a line within quotes; a key further left ends a quote that was forgotten. */
  #isQuoted(at: number, end: number, column: number): boolean {
    const open = this.#openQuote;
    if (open === undefined) return false;
    const { text } = this.#typing;
    const isForgotten = at < end && column <= open.column && keyAt(text, at, end) !== undefined;
    if (isForgotten || text.slice(at, end).includes(open.quote)) this.#openQuote = undefined;
    return !isForgotten;
  }

  /** What begins at a place of a line: an item, a key, or a value. */
  #content(at: number, end: number): void {
    const { text } = this.#typing;
    if (text[at] === '#') {
      if (this.#typing.isIn(at, end)) this.#typing.refuse();
      return;
    }
    if (text[at] === '-' && (at + 1 >= end || isBlank(text[at + 1]))) this.#item(at, end);
    else {
      const key = keyAt(text, at, end);
      if (key !== undefined) this.#entry(key.start, key.end, key.after, end);
      else this.#loose(at, end);
    }
  }

  #item(at: number, end: number): void {
    const { text, offset } = this.#typing;
    const column = at - this.#lineStart;
    this.#frames.closeBeyond(column);
    const top = this.#frames.top;
    const list = top?.node.kind === 'list' && top.column === column ? top : this.#frames.openList(column, false);
    if (list.node.kind === 'list') list.node.items.push(undefined);
    const after = skipBlanks(text, at + 1, end);
    const isEmpty = after >= end || text[after] === '#';
    if (this.#typing.isIn(at + 1, after)) {
      if (isEmpty && offset > at + 1) {
        const path = this.#frames.slotPath;
        const places = [
          { path, as: 'value' as const },
          { path, as: 'key' as const },
        ];
        const word = { start: offset, end: offset };
        this.#typing.meet({ places, word, column: offset - this.#lineStart, isFresh: true });
      } else this.#typing.refuse();
    }
    if (after < end) this.#content(after, end);
  }

  #entry(start: number, keyEnd: number, after: number, end: number): void {
    const column = start - this.#lineStart;
    const frames = this.#frames;
    frames.closeBeyond(column);
    if (frames.top?.column === column && frames.top.node.kind === 'list') frames.pop();
    const isSame = frames.top?.column === column && frames.top.node.kind === 'map';
    if (!isSame) frames.openMap(column, false);
    const isHere = this.#typing.touches(start, keyEnd);
    frames.begin(unquoted(this.#typing.text.slice(start, keyEnd)), isHere);
    if (isHere) {
      const word = { start, end: keyEnd };
      this.#typing.meet({ places: [{ path: frames.path, as: 'key' }], word, column, hasColon: true });
    } else if (this.#typing.touches(keyEnd, after)) this.#typing.refuse();
    this.#value(after, end, column);
  }

  /** What stands behind the colon of a key. */
  #value(after: number, end: number, column: number): void {
    const { text, offset } = this.#typing;
    const at = skipBlanks(text, after, end);
    const isEmpty = at >= end || (text[at] === '#' && !this.#isReference(at));
    if (this.#typing.isIn(after, at)) {
      if (isEmpty && offset > after) this.#meetValue(offset, offset);
      else this.#typing.refuse();
    }
    if (!isEmpty) this.#filled(at, end, column);
    else if (this.#typing.isIn(at, end)) this.#typing.refuse();
  }

  /** `#/` behind `$ref:` is meant as a reference, its quotes not yet written. */
  #isReference(at: number): boolean {
    const { text, offset } = this.#typing;
    return this.#frames.top?.entry?.key === '$ref' && (text[at + 1] === '/' || offset === at + 1);
  }

  #filled(at: number, end: number, column: number): void {
    const { text } = this.#typing;
    const first = text[at] ?? '';
    if (first === '&' || first === '!') {
      const blank = [...text.slice(at, end)].findIndex(isBlank);
      if (blank > 0) this.#value(at + blank, end, column);
    } else if (first === '[' || first === '{') this.#flow.from(at, end, this.#lineStart);
    else if (first === '|' || first === '>') {
      if (this.#typing.isIn(at, end)) this.#typing.refuse();
      this.#prose = column;
      this.#frames.fill({ kind: 'scalar', text: '' });
    } else this.#scalar(at, end, column);
  }

  #scalar(at: number, end: number, column: number): void {
    const { text, offset } = this.#typing;
    const isQuoted = text[at] === '"' || text[at] === "'";
    const last = isQuoted ? stringEnd(text, at, end) : plainEnd(text, at, end);
    const isClosed = isQuoted && isClosedString(text, at, last);
    if (this.#typing.touches(at, last) && !(isClosed && offset === last)) {
      this.#meetValue(at, isQuoted && !isClosed ? offset : last);
      return;
    }
    if (this.#typing.isIn(at, end)) this.#typing.refuse();
    if (isQuoted && !isClosed) this.#openQuote = { quote: text[at] ?? '', column };
    this.#frames.fill({ kind: 'scalar', text: unquoted(text.slice(at, last)) });
  }

  #meetValue(start: number, end: number): void {
    const places = [{ path: this.#frames.slotPath, as: 'value' as const }];
    this.#typing.meet({ places, word: { start, end }, column: start - this.#lineStart });
  }

  /** A text without a colon: the value of an item, a key that is being typed, or nothing anybody knows. */
  #loose(at: number, end: number): void {
    const { text, offset } = this.#typing;
    const column = at - this.#lineStart;
    const isItem = this.#isBehindDash(at);
    if ('[{|>&!'.includes(text[at] ?? '')) {
      if (isItem) this.#filled(at, end, this.#frames.top?.column ?? column);
      return;
    }
    const isQuoted = text[at] === '"' || text[at] === "'";
    const last = isQuoted ? stringEnd(text, at, end) : plainEnd(text, at, end);
    const isClosed = isQuoted && isClosedString(text, at, last);
    if (this.#typing.touches(at, last) && !(isClosed && offset === last)) {
      this.#place(column, at, isQuoted && !isClosed ? offset : last, isItem);
      return;
    }
    if (this.#typing.isIn(at, end)) this.#typing.refuse();
    if (isItem) this.#frames.fill({ kind: 'scalar', text: unquoted(text.slice(at, last)) });
  }

  #isBehindDash(at: number): boolean {
    const { text } = this.#typing;
    let before = at - 1;
    while (before >= this.#lineStart && isBlank(text[before])) before--;
    return before >= this.#lineStart;
  }

  #place(column: number, start: number, end: number, isItem = false): void {
    const word = { start, end };
    if (isItem) {
      const path = this.#frames.slotPath;
      const places = [
        { path, as: 'value' as const },
        { path, as: 'key' as const },
      ];
      this.#typing.meet({ places, word, column, isFresh: true });
      return;
    }
    const found = placesAt(this.#frames, column);
    if (found === undefined) this.#typing.refuse();
    else this.#typing.meet({ ...found, word, column });
  }
}
