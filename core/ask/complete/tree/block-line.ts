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
import { typedScalar } from '#core/ask/complete/tree/typed-tree.ts';
import type { Typing } from '#core/ask/complete/tree/typing.ts';

/** A text that goes on over several lines. */
export interface OpenText {
  /** The column a block scalar stands deeper than; undefined outside one. */
  prose: number | undefined;
  /** A quote that is not closed on its line, and the column of its key. */
  quote: { readonly mark: string; readonly column: number } | undefined;
}

/** Reads what stands on one line of YAML, behind its indentation. */
export class BlockLine {
  readonly #typing: Typing;
  readonly #frames: OpenFrames;
  readonly #flow: FlowReader;
  readonly #open: OpenText;
  readonly #lineStart: number;

  constructor(typing: Typing, frames: OpenFrames, flow: FlowReader, open: OpenText, lineStart: number) {
    this.#typing = typing;
    this.#frames = frames;
    this.#flow = flow;
    this.#open = open;
    this.#lineStart = lineStart;
  }

  /** What begins at a place of a line: items, a key, or a value. */
  content(from: number, end: number): void {
    const { text } = this.#typing;
    let at = from;
    while (text[at] === '-' && (at + 1 >= end || isBlank(text[at + 1]))) {
      at = this.#item(at, end);
      if (at >= end) return;
    }
    if (text[at] === '#') {
      if (this.#typing.isIn(at, end)) this.#typing.refuse();
      return;
    }
    const key = keyAt(text, at, end);
    if (key !== undefined) this.#entry(key.start, key.end, key.after, end);
    else this.#loose(at, end);
  }

  /** Begins an item, and gives the offset of what stands behind its dash. */
  #item(at: number, end: number): number {
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
        this.#meetItem(offset, offset);
      } else this.#typing.refuse();
    }
    return after;
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
  #value(after: number, end: number, column: number, marks = 0): void {
    const { text, offset } = this.#typing;
    const at = skipBlanks(text, after, end);
    const isEmpty = at >= end || (text[at] === '#' && !this.#isReference(at));
    if (this.#typing.isIn(after, at)) {
      if (isEmpty && offset > after) this.#meetValue(offset, offset);
      else this.#typing.refuse();
    }
    if (!isEmpty) this.#filled(at, end, column, marks);
    else if (this.#typing.isIn(at, end)) this.#typing.refuse();
  }

  /** `#/` behind `$ref:` is meant as a reference, its quotes not yet written. */
  #isReference(at: number): boolean {
    const { text, offset } = this.#typing;
    return this.#frames.top?.entry?.key === '$ref' && (text[at + 1] === '/' || offset === at + 1);
  }

  #filled(at: number, end: number, column: number, marks = 0): void {
    const { text } = this.#typing;
    const first = text[at] ?? '';
    // An anchor and a tag at most (YAML 1.2.2 §6.9).
    if ((first === '&' || first === '!') && marks < 2) {
      const blank = text.slice(at, end).search(/\s/);
      if (blank > 0) this.#value(at + blank, end, column, marks + 1);
    } else if (first === '[' || first === '{') this.#flow.from(at, end, this.#lineStart);
    else if (first === '|' || first === '>') {
      if (this.#typing.isIn(at, end)) this.#typing.refuse();
      this.#open.prose = column;
      this.#frames.fill({ kind: 'scalar', text: '', written: '' });
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
    if (isQuoted && !isClosed) this.#open.quote = { mark: text[at] ?? '', column };
    this.#frames.fill(typedScalar(text.slice(at, last)));
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
      if (isItem || this.#frames.filled === undefined) this.#filled(at, end, this.#frames.top?.column ?? column);
      return;
    }
    const isQuoted = text[at] === '"' || text[at] === "'";
    const last = isQuoted ? stringEnd(text, at, end) : plainEnd(text, at, end);
    const isClosed = isQuoted && isClosedString(text, at, last);
    if (this.#typing.touches(at, last) && !(isClosed && offset === last)) {
      const wordEnd = isQuoted && !isClosed ? offset : last;
      if (isItem) this.#meetItem(at, wordEnd);
      else this.place(column, at, wordEnd);
      return;
    }
    if (this.#typing.isIn(at, end)) this.#typing.refuse();
    if (isItem) this.#frames.fill(typedScalar(text.slice(at, last)));
  }

  #isBehindDash(at: number): boolean {
    const { text } = this.#typing;
    let before = at - 1;
    while (before >= this.#lineStart && isBlank(text[before])) before--;
    return before >= this.#lineStart;
  }

  /** Behind a dash: a value, or the first key of a map. */
  #meetItem(start: number, end: number): void {
    const path = this.#frames.slotPath;
    const places = [
      { path, as: 'value' as const },
      { path, as: 'key' as const },
    ];
    this.#typing.meet({ places, word: { start, end }, column: start - this.#lineStart, isFresh: true });
  }

  /** On a line of its own. */
  place(column: number, start: number, end: number): void {
    const found = placesAt(this.#frames, column);
    if (found === undefined) this.#typing.refuse();
    else this.#typing.meet({ ...found, word: { start, end }, column });
  }
}
