/** Finds the next line with something written on it, for places in text order: what lies between two of them is looked through once. */
export class WrittenLines {
  readonly #text: string;
  readonly #pattern: RegExp;
  #from = Number.POSITIVE_INFINITY;
  #found: { readonly break: number; readonly start: number } | undefined;

  /** `pattern` has the flag `g`, and begins with the line break before such a line, as a group. */
  constructor(text: string, pattern: RegExp) {
    this.#text = text;
    this.#pattern = pattern;
  }

  /** Where the next such line begins; undefined when none follows. */
  after(offset: number): number | undefined {
    const isKnown = this.#from <= offset && (this.#found === undefined || offset <= this.#found.break);
    if (!isKnown) {
      this.#pattern.lastIndex = offset;
      const match = this.#pattern.exec(this.#text);
      this.#found = match === null ? undefined : { break: match.index, start: match.index + (match[1]?.length ?? 0) };
      this.#from = offset;
    }
    return this.#found?.start;
  }
}
