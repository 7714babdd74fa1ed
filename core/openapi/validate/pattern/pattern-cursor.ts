/** Thrown where a pattern holds what is not read. */
export class PatternNotRead extends Error {}

/** A place in the text of a pattern, which goes on by whole characters. */
export class PatternCursor {
  readonly #characters: readonly string[];
  #at = 0;

  constructor(source: string) {
    this.#characters = [...source];
  }

  get isAtEnd(): boolean {
    return this.#at === this.#characters.length;
  }

  /** The next character, or the one after so many; empty at the end. */
  peek(after = 0): string {
    return this.#characters[this.#at + after] ?? '';
  }

  next(): string {
    const character = this.#characters[this.#at++];
    if (character === undefined) throw new PatternNotRead();
    return character;
  }

  /** Goes past this character where it is the next one. */
  take(character: string): boolean {
    if (this.peek() !== character) return false;
    this.#at++;
    return true;
  }

  /** What stands before this character; goes past both. */
  takeUntil(end: string): string {
    let text = '';
    for (let character = this.next(); character !== end; character = this.next()) text += character;
    return text;
  }

  /** So many characters from here, or those that are left. */
  ahead(count: number): string {
    return this.#characters.slice(this.#at, this.#at + count).join('');
  }

  skip(count: number): void {
    this.#at += count;
  }
}
