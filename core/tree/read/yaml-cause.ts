import { quoted } from '#core/text/quoted.ts';
import type { SyntaxProblem } from '#core/text/section.ts';
import type { Span } from '#core/text/span.ts';
import { findMergeMarker } from '#core/tree/read/merge-markers.ts';
import { causeAt, missingColon, readFlow, readQuoted, type ValueEnd } from '#core/tree/read/yaml-cause-values.ts';
import { mapMessage, tabMessage } from '#core/tree/read/yaml-errors.ts';
import { YamlLevels } from '#core/tree/read/yaml-levels.ts';

/**
 * What a YAML text that strict readers refuse does wrong first, found line by line: parsers tell where they stopped, which is
 * often far behind. Undefined where the lines do not tell, or hold what this does not know (explicit keys).
 */
export function findYamlCause(text: string): SyntaxProblem | undefined {
  return findMergeMarker(text) ?? new CauseFinder(text).find();
}

class CauseFinder {
  readonly #text: string;
  readonly #levels = new YamlLevels();
  /** Where the line begins that is read next. */
  #line: number;
  /** The column of the key whose block scalar goes on; undefined outside of one. */
  #blockScalar: number | undefined;
  #isOver = false;

  constructor(text: string) {
    this.#text = text;
    this.#line = text.charCodeAt(0) === 0xfeff ? 1 : 0;
  }

  find(): SyntaxProblem | undefined {
    while (!this.#isOver && this.#line < this.#text.length) {
      const cause = this.#readLine();
      if (cause !== undefined) return cause;
    }
    return undefined;
  }

  #readLine(): SyntaxProblem | undefined {
    const start = this.#line;
    const lineFeed = this.#text.indexOf('\n', start);
    this.#line = lineFeed < 0 ? this.#text.length : lineFeed + 1;
    const line = this.#text.slice(start, this.#line).trimEnd();
    const content = line.trimStart();
    if (content === '') return undefined;
    const column = line.length - content.length;
    if (this.#blockScalar !== undefined && spacesOf(line) > this.#blockScalar) return undefined;
    this.#blockScalar = undefined;
    if (content.startsWith('#')) return undefined;
    if (/^(?:---|\.\.\.)(?:\s|$)/.test(line)) {
      this.#levels.clear();
      return undefined;
    }
    const tab = line.slice(0, column).indexOf('\t');
    if (tab >= 0)
      return {
        code: 'tab-indentation',
        span: { start: start + tab, end: start + column },
        message: tabMessage(quoted(this.#text, { start: start + column, end: start + line.length })),
      };
    return this.#readEntry(start, column, start + line.length);
  }

  /** Reads what stands at a column of a line: items and a key open levels, a value goes to the level that is open. */
  #readEntry(lineStart: number, column: number, end: number): SyntaxProblem | undefined {
    const offset = lineStart + column;
    const rest = this.#text.slice(offset, end);
    const dash = /^-(?: +|$)/.exec(rest)?.[0];
    if (dash !== undefined) {
      const cause = this.#levels.openItem(column, offset);
      if (cause !== undefined || dash.length === rest.length) return cause;
      return this.#readEntry(lineStart, column + dash.length, end);
    }
    if (/^[?:](?: |$)/.test(rest)) {
      this.#isOver = true;
      return undefined;
    }
    const properties = /^(?:[&!]\S*[ ]+)*/.exec(rest)?.[0].length ?? 0;
    const key = keyOf(rest.slice(properties));
    if (key === undefined) return this.#readText(offset + properties, column, end);
    const cause = this.#levels.openKey(column, offset + properties, key.name);
    if (cause !== undefined) return cause;
    const value = skipSpaces(this.#text, offset + properties + key.length, end);
    return value >= end ? undefined : this.#readValue(value, column, end);
  }

  /** A line without a key: a value, a part of one, or a key whose colon is missing. */
  #readText(offset: number, column: number, end: number): SyntaxProblem | undefined {
    const content = this.#text.slice(offset, end);
    const cause = missingColon(content, offset);
    if (this.#levels.takesText(column, isWord(content) ? cause : undefined))
      return this.#readValue(offset, this.#levels.column, end);
    return this.#levels.isContinued(column) ? undefined : cause;
  }

  /** Reads a value that belongs to the innermost level, whose column is given. */
  #readValue(offset: number, column: number, end: number): SyntaxProblem | undefined {
    const first = this.#text.charAt(offset);
    if (first === '#') return undefined;
    if (first === '&' || first === '!') {
      const behind = /^\S+ */.exec(this.#text.slice(offset, end))?.[0].length ?? 0;
      return offset + behind >= end ? undefined : this.#readValue(offset + behind, column, end);
    }
    this.#levels.fill('"\'{['.includes(first));
    if (first === '|' || first === '>') {
      this.#blockScalar = column;
      return undefined;
    }
    if (first === '"' || first === "'") return this.#pass(readQuoted(this.#text, offset, column));
    if (first === '{' || first === '[') return this.#pass(readFlow(this.#text, offset, column));
    return plainCause(this.#text.slice(offset, end), offset);
  }

  /** Goes on behind a value that may have several lines; nothing but a comment may follow it. */
  #pass(value: ValueEnd): SyntaxProblem | undefined {
    if ('cause' in value) return value.cause;
    const lineFeed = this.#text.indexOf('\n', value.end);
    this.#line = lineFeed < 0 ? this.#text.length : lineFeed + 1;
    const rest = this.#text.slice(value.end, this.#line);
    const content = rest.trim();
    if (content === '' || content.startsWith('#')) return undefined;
    const at = value.end + rest.indexOf(content);
    if (/^[\]}]/.test(content))
      return causeAt(at, 1, `Nothing is open that “${content.charAt(0)}” could close; remove it.`);
    const message = `${quoted(content, whole(content))} cannot follow the value before it; remove it, or put all of it in quotes.`;
    return causeAt(at, content.length, message);
  }
}

function whole({ length }: string): Span {
  return { start: 0, end: length };
}

function spacesOf(line: string): number {
  return /^ */.exec(line)?.[0].length ?? 0;
}

function skipSpaces(text: string, offset: number, end: number): number {
  let index = offset;
  while (index < end && /[ \t]/.test(text.charAt(index))) index++;
  return index;
}

/** The key a line begins with; `length` counts its colon. */
function keyOf(rest: string): { readonly name: string; readonly length: number } | undefined {
  const found =
    /^(?:"((?:[^"\\]|\\.)*)"|'((?:[^']|'')*)')[ \t]*:(?=\s|$)/.exec(rest) ??
    /^([^\s"'[\]{}#,&*!|>%@`](?:[^\s:#]|:(?=\S)|(?<=\S)#|[ \t]+(?=[^\s:#]))*)[ \t]*:(?=\s|$)/.exec(rest);
  if (found === null) return undefined;
  const [all, double, single = double] = found;
  return { name: single ?? '', length: all.length };
}

/** True for what may be a key that is being typed. */
function isWord(content: string): boolean {
  return /^[\w$.:/{}-]+(?:\s+\S+)?$/.test(content);
}

/** What keeps a text without quotes from being a value. */
function plainCause(content: string, offset: number): SyntaxProblem | undefined {
  const plain = content.replace(/(?<!\s)\s+#.*$/, '');
  if (/^[@`%,\]}]/.test(plain))
    return causeAt(
      offset,
      1,
      `A value cannot start with “${plain.charAt(0)}”; put ${quoted(plain, whole(plain))} in quotes.`,
    );
  if (/:(?:\s|$)/.test(plain)) return causeAt(offset, plain.length, mapMessage(quoted(plain, whole(plain))));
  return undefined;
}
