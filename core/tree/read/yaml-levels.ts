import type { SyntaxProblem } from '#core/text/section.ts';
import { causeAt } from '#core/tree/read/yaml-cause-values.ts';

/** A map or list whose lines are being read. */
interface Level {
  readonly column: number;
  readonly isItem: boolean;
  /** Of the latest key. */
  readonly name: string;
  readonly start: number;
  hasValue: boolean;
  /** True for a value in quotes or brackets: no line can go on with it. */
  isClosed: boolean;
  /** What is wrong if the word that stands for the value is a key without its colon. */
  word: SyntaxProblem | undefined;
}

/** The block maps and lists that are open while the lines of a YAML text are read, the innermost last. */
export class YamlLevels {
  readonly #levels: Level[] = [];

  clear(): void {
    this.#levels.length = 0;
  }

  /** The column of the innermost level. */
  get column(): number {
    return this.#levels.at(-1)?.column ?? 0;
  }

  /** Takes a dash at a column, or says why none can stand there. */
  openItem(column: number, start: number): SyntaxProblem | undefined {
    const closed = this.#closeDeeper(column);
    const top = this.#levels.at(-1);
    if (top?.column === column && !top.isItem && top.hasValue) {
      const message =
        'A list item cannot stand among the keys of a map; remove the “-”, or write the key of the list above it.';
      return causeAt(start, 1, message);
    }
    if (top?.column === column && top.isItem) this.#levels.pop();
    else if (top === undefined || top.column < column) {
      const cause = this.#misplaced(top, closed, column, start, '-');
      if (cause !== undefined) return cause;
    }
    this.#open({ column, isItem: true, name: '-', start });
    return undefined;
  }

  /** Takes a key at a column, or says why none can stand there. */
  openKey(column: number, start: number, name: string): SyntaxProblem | undefined {
    let closed = this.#closeDeeper(column);
    // A list may stand as far out as the key it belongs to.
    if (this.#levels.at(-1)?.isItem && this.#levels.at(-1)?.column === column) {
      if (this.#levels.at(-2)?.column !== column) {
        const message =
          'A key cannot stand among the items of a list; put “- ” in front of it, or indent it as deep as the keys it belongs to.';
        return causeAt(start, name.length, message);
      }
      closed = this.#levels.pop();
    }
    const top = this.#levels.at(-1);
    if (top?.column === column) this.#levels.pop();
    else {
      const cause = this.#misplaced(top, closed, column, start, name);
      if (cause !== undefined) return cause;
    }
    this.#open({ column, isItem: false, name, start });
    return undefined;
  }

  /** Notes that the innermost level has its value; `isClosed`: in quotes or brackets. */
  fill(isClosed: boolean): void {
    const top = this.#levels.at(-1);
    if (top === undefined) return;
    top.hasValue = true;
    top.isClosed = isClosed;
  }

  /** True for a line without a key that is the value of the innermost level, which has none yet; `word` is what is wrong if it is a key. */
  takesText(column: number, word: SyntaxProblem | undefined): boolean {
    const top = this.#levels.at(-1);
    if (top === undefined || top.hasValue || column <= top.column) return false;
    top.word = word;
    return true;
  }

  /** True for a line that goes on with the text before it. */
  isContinued(column: number): boolean {
    const top = this.#levels.at(-1);
    return top === undefined || (column > top.column && !top.isClosed);
  }

  #open(level: Pick<Level, 'column' | 'isItem' | 'name' | 'start'>): void {
    this.#levels.push({ ...level, hasValue: false, isClosed: false, word: undefined });
    const outer = this.#levels.at(-2);
    if (outer !== undefined) outer.hasValue = true;
  }

  /** The outermost of the levels that are deeper than a column: they are over. */
  #closeDeeper(column: number): Level | undefined {
    let closed: Level | undefined;
    for (let top = this.#levels.at(-1); top !== undefined && top.column > column; top = this.#levels.at(-1)) {
      closed = top;
      this.#levels.pop();
    }
    return closed;
  }

  /** Why nothing can begin at a column that is none of the open levels'. */
  #misplaced(
    top: Level | undefined,
    closed: Level | undefined,
    column: number,
    start: number,
    name: string,
  ): SyntaxProblem | undefined {
    if (closed !== undefined) {
      const levels = top === undefined ? `${closed.column}` : `${top.column} or ${closed.column}`;
      const message = `This line is indented by ${spaces(column)}, where those above it have ${levels}; indent it like the lines it belongs to.`;
      // A line that stands wrong puts those behind it in the wrong, too, in sections further down.
      return { ...causeAt(start, name.length, message), cause: message };
    }
    if (top?.hasValue !== true) return undefined;
    if (top.word !== undefined) return top.word;
    const message = top.isItem
      ? 'This line is indented deeper than the items above it, which have their values; indent it like them.'
      : `This line is indented as a part of “${top.name}”, which has its value already; indent it by ${spaces(top.column)}, or put the text in quotes if it belongs to it.`;
    return causeAt(start, name.length, message);
  }
}

function spaces(count: number): string {
  return count === 1 ? '1 space' : `${count} spaces`;
}
