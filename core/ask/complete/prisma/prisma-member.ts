import type { PrismaToken } from '#core/ask/complete/prisma/prisma-tokens.ts';

/** What stands before the cursor in a line of a model, view, type or enum. */
export interface PrismaMember {
  /** The first word: the name of a field or a value; empty where there is none, or an attribute of the block. */
  readonly name: string;
  /** The type of the field; empty before it is written. */
  readonly type: string;
  readonly isList: boolean;
  readonly isOptional: boolean;
  /** The names of the attributes that are written, with their marks. */
  readonly attributes: readonly string[];
  /** The brackets around the cursor, the innermost last. */
  readonly brackets: readonly OpenBracket[];
}

/** A bracket that is not closed before the cursor. */
export interface OpenBracket {
  readonly mark: '(' | '[';
  /** What is called with it: `@relation`, `@@index`, a function, a field; empty for a list. */
  readonly callee: string;
  /** The argument under way; empty where it has no name. */
  readonly argument: string;
  /** The names of all arguments that are written before the cursor. */
  readonly given: readonly string[];
  /** The words that stand in it, but for names of arguments, and what closes others within. */
  readonly words: readonly string[];
  /** True where a value may begin: behind the bracket, a comma or a colon. */
  readonly isBeginning: boolean;
}

export function readMember(before: readonly PrismaToken[]): PrismaMember {
  const reader = new MemberReader();
  for (const token of before) reader.take(token);
  return reader.member;
}

interface MutableBracket extends OpenBracket {
  argument: string;
  given: string[];
  words: string[];
  isBeginning: boolean;
}

class MemberReader {
  readonly #words: string[] = [];
  readonly #attributes: string[] = [];
  readonly #brackets: MutableBracket[] = [];
  #isList = false;
  #isOptional = false;
  /** The word just read. */
  #last = '';

  get member(): PrismaMember {
    const [name = '', type = ''] = this.#words;
    return {
      name,
      type,
      isList: this.#isList,
      isOptional: this.#isOptional,
      attributes: this.#attributes,
      brackets: this.#brackets,
    };
  }

  take({ kind, text }: PrismaToken): void {
    const inner = this.#brackets.at(-1);
    if (kind !== 'mark') {
      if (inner !== undefined) this.#within(inner, text);
      else if (text.startsWith('@')) this.#attributes.push(text);
      else if (this.#attributes.length === 0) this.#words.push(text);
      this.#last = text;
      return;
    }
    this.#mark(text, inner);
    this.#last = '';
  }

  #within(inner: MutableBracket, text: string): void {
    inner.words.push(text);
    inner.isBeginning = false;
  }

  #mark(mark: string, inner: MutableBracket | undefined): void {
    switch (mark) {
      case '(':
      case '[':
        this.#brackets.push({
          mark,
          callee: mark === '(' ? this.#last : '',
          argument: '',
          given: [],
          words: [],
          isBeginning: true,
        });
        return;
      case ')':
      case ']':
        if (inner === undefined) this.#isList ||= mark === ']';
        else this.#close(mark);
        return;
      case ':':
        if (inner !== undefined) this.#name(inner);
        return;
      case ',':
        if (inner === undefined) return;
        inner.argument = '';
        inner.isBeginning = true;
        return;
      case '?':
        if (inner === undefined) this.#isOptional = true;
        return;
      default:
    }
  }

  #close(mark: string): void {
    const closed = this.#brackets.pop();
    const around = this.#brackets.at(-1);
    if (around !== undefined) this.#within(around, mark);
    const isList = mark === ']' && around === undefined && this.#attributes.length === 0 && closed?.words.length === 0;
    if (isList) this.#isList = true;
  }

  #name(inner: MutableBracket): void {
    const name = inner.words.pop();
    if (name === undefined) return;
    inner.argument = name;
    inner.given.push(name);
    inner.isBeginning = true;
  }
}
