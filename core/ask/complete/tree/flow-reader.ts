import {
  flowPlainEnd,
  isBlank,
  isClosedString,
  skipBlanks,
  stringEnd,
  unquoted,
} from '#core/ask/complete/tree/line-tokens.ts';
import { type FlowPlace, meetBetween, meetWord } from '#core/ask/complete/tree/meet-flow.ts';
import type { OpenFrame, OpenFrames } from '#core/ask/complete/tree/open-frames.ts';
import { typedScalar } from '#core/ask/complete/tree/typed-tree.ts';
import type { Typing } from '#core/ask/complete/tree/typing.ts';
import type { TreeLanguage } from '#core/tree/section.ts';

/** Reads JSON, and what stands between brackets in YAML. */
export class FlowReader {
  readonly #typing: Typing;
  readonly #frames: OpenFrames;
  readonly #isJson: boolean;
  /** True where maps and lists are indented: then indentation tells what a forgotten bracket does not. */
  readonly #isIndented: boolean;
  #isInComment = false;
  /** Where the last token ends. */
  #last = -1;
  #lineStart = 0;
  /** Of what begins the line. */
  #column = 0;

  constructor(typing: Typing, frames: OpenFrames, language: TreeLanguage) {
    this.#typing = typing;
    this.#frames = frames;
    this.#isJson = language === 'json';
    this.#isIndented = this.#isJson && !/\n"/.test(typing.text.slice(0, 5000));
  }

  line(start: number, end: number): void {
    const at = skipBlanks(this.#typing.text, start, end);
    this.#lineStart = start;
    this.#column = at - start;
    if (this.#isIndented && at < end) this.#closeForgotten(at, end);
    this.#read(start, end);
  }

  /** Begins at a bracket of a block line. */
  from(at: number, end: number, lineStart: number): void {
    this.#lineStart = lineStart;
    this.#column = skipBlanks(this.#typing.text, lineStart, end) - lineStart;
    this.#last = at;
    this.#read(at, end);
  }

  /** A key that stands as far left as the line a map was opened on does not belong to the map. */
  #closeForgotten(at: number, end: number): void {
    const { text } = this.#typing;
    if (text[at] !== '"' || !this.#isColon(stringEnd(text, at, end), end)) return;
    const column = at - this.#lineStart;
    const isLeft = ({ column: own, isFlow }: OpenFrame) => isFlow && own >= column;
    while (this.#frames.top !== undefined && isLeft(this.#frames.top)) this.#frames.pop();
  }

  #read(start: number, end: number): void {
    const { text } = this.#typing;
    for (let at = start; at <= end; ) {
      if (this.#isInComment) at = this.#comment(at, end);
      const next = skipBlanks(text, at, end);
      if (this.#typing.isIn(at, next)) meetBetween(this.#around, end);
      if (next >= end) return;
      const after = this.#token(next, end);
      this.#last = Math.min(after, end);
      at = Math.max(after, next + 1);
      if (!this.#isJson && !this.#frames.isFlow) return;
    }
  }

  #comment(at: number, end: number): number {
    const close = this.#typing.text.indexOf('*/', at);
    const last = close < 0 || close >= end ? end : close + 2;
    this.#isInComment = last === end && close !== end - 2;
    if (this.#typing.isIn(at, last)) this.#typing.refuse();
    return last;
  }

  /** Reads what stands there, and gives the offset behind it. */
  #token(at: number, end: number): number {
    const { text } = this.#typing;
    const unit = text[at] ?? '';
    switch (unit) {
      case '{':
      case '[':
        this.#open(unit);
        return at + 1;
      case '}':
      case ']':
        this.#close(unit);
        return at + 1;
      case ',':
        this.#comma();
        return at + 1;
      case ':':
        if (this.#frames.top?.node.kind === 'map') this.#frames.top.next = 'value';
        return at + 1;
      default:
    }
    const isComment = this.#isJson ? text.startsWith('//', at) : unit === '#' && isBlank(text[at - 1] ?? ' ');
    if (isComment) {
      if (this.#typing.touches(at, end)) this.#typing.refuse();
      return end;
    }
    if (this.#isJson && text.startsWith('/*', at)) {
      this.#isInComment = true;
      return this.#comment(at + 2, end);
    }
    return this.#scalar(at, end);
  }

  #open(bracket: string): void {
    const { top } = this.#frames;
    if (top?.isFlow === true && top.node.kind === 'map' && top.next !== 'value') this.#frames.begin('', false);
    if (bracket === '{') this.#frames.openMap(this.#column, true);
    else this.#frames.openList(this.#column, true);
  }

  #close(bracket: string): void {
    const kind = bracket === '}' ? 'map' : 'list';
    const isOpen = this.#frames.hasFlow(kind);
    while (isOpen && this.#frames.top?.node.kind !== kind) this.#frames.pop();
    if (isOpen) this.#frames.pop();
  }

  #comma(): void {
    const { top } = this.#frames;
    if (top?.isFlow !== true) return;
    top.next = top.node.kind === 'map' ? 'key' : 'value';
    top.entry = undefined;
  }

  #scalar(at: number, end: number): number {
    const { text, offset } = this.#typing;
    const isQuoted = text[at] === '"' || (text[at] === "'" && !this.#isJson);
    const last = isQuoted ? stringEnd(text, at, end) : Math.max(at + 1, flowPlainEnd(text, at, end));
    const isClosed = isQuoted && isClosedString(text, at, last);
    const isHere = this.#typing.touches(at, last) && !(isClosed && offset === last);
    const isForgotten = isHere && isQuoted && (!isClosed || isOfAnother(text, offset, last));
    const wordEnd = isForgotten ? offset : last;
    const { top } = this.#frames;
    const hasColon = this.#isColon(wordEnd, end);
    const isValue =
      top === undefined || top.node.kind === 'list' || (top.next === 'value' && !(hasColon && this.#isJson));
    if (isHere) meetWord(this.#around, { start: at, end: wordEnd }, isValue, hasColon);
    if (!isValue) this.#frames.begin(unquoted(text.slice(at, wordEnd)), isHere);
    else this.#frames.fill(isHere ? undefined : typedScalar(text.slice(at, wordEnd)));
    return wordEnd;
  }

  get #around(): FlowPlace {
    return { typing: this.#typing, frames: this.#frames, last: this.#last, lineStart: this.#lineStart };
  }

  #isColon(at: number, end: number): boolean {
    return this.#typing.text[skipBlanks(this.#typing.text, at, end)] === ':';
  }
}

/** True where the quote that closes a text opens the next one: a comma or colon stands before it, or a word right behind it. */
function isOfAnother(text: string, from: number, end: number): boolean {
  const inner = text.slice(from, end);
  return /[,:{}[\]]\s/.test(inner) || (/[,:{}[\]]/.test(inner) && /[\w$/#]/.test(text[end] ?? ''));
}
