import type { SyntaxProblem } from '#core/text/section.ts';
import { resolveCoreScalar } from '#core/tree/read/core-scalar.ts';
import { reportDuplicateKeys } from '#core/tree/read/duplicate-keys.ts';
import { type PlainYamlLines, unit } from '#core/tree/read/plain-yaml-lines.ts';
import type { PlainYamlToken } from '#core/tree/read/plain-yaml-token.ts';
import type { ScalarNode, TreeEntry, TreeNode } from '#core/tree/tree.ts';
import { listNode, mapNode, scalarNode, treeKey } from '#core/tree/tree-nodes.ts';

/** How deep flow collections may lie in each other; together with those of blocks far less than a tree may. */
const maximumDepth = 50;

/**
 * Reads flow collections (YAML 1.2.2 §7.4) that hold scalars and each other, on one line or several. Keys without a value,
 * explicit keys and pairs in lists are not plain, nor is a scalar without quotes on several lines.
 */
export class PlainYamlFlow {
  readonly #lines: PlainYamlLines;
  readonly #token: PlainYamlToken;
  readonly #problems: SyntaxProblem[];
  #parentIndent = 0;
  #depth = 0;
  /** Behind what was read last. */
  #end = 0;

  constructor(lines: PlainYamlLines, token: PlainYamlToken, problems: SyntaxProblem[]) {
    this.#lines = lines;
    this.#token = token;
    this.#problems = problems;
  }

  /** The collection whose bracket stands at an offset; undefined where it is not plain. Further lines must be indented. */
  read(offset: number, parentIndent: number): TreeNode | undefined {
    this.#parentIndent = parentIndent;
    this.#depth = 0;
    return this.#readCollection(offset);
  }

  #readValue(offset: number): TreeNode | undefined {
    const next = this.#unitAt(offset);
    return next === unit.openBracket || next === unit.openBrace
      ? this.#readCollection(offset)
      : this.#readScalar(offset);
  }

  #readScalar(offset: number): ScalarNode | undefined {
    const token = this.#token;
    if (!token.readInFlow(offset, this.#parentIndent)) return undefined;
    this.#end = token.end;
    const { start, end, value } = token;
    return scalarNode(start, end, token.isQuoted ? value : resolveCoreScalar(value));
  }

  #readCollection(start: number): TreeNode | undefined {
    if (++this.#depth > maximumDepth) return undefined;
    const isMap = this.#lines.units.charCodeAt(start) === unit.openBrace;
    const entries: TreeEntry[] = [];
    const items: TreeNode[] = [];
    const end = isMap ? this.#readEntries(start, entries) : this.#readItems(start, items);
    if (end === undefined) return undefined;
    this.#depth--;
    this.#end = end;
    if (!isMap) return listNode(start, end, items);
    if (entries.length > 1) reportDuplicateKeys(entries, this.#problems);
    return mapNode(start, end, entries);
  }

  /** Reads up to the closing bracket; the offset behind it, or undefined where that is not plain. */
  #readItems(start: number, items: TreeNode[]): number | undefined {
    let index = this.#skip(start + 1);
    while (this.#unitAt(index) !== unit.closeBracket) {
      const item = this.#readValue(index);
      if (item === undefined) return undefined;
      items.push(item);
      index = this.#behindComma(unit.closeBracket);
      if (index < 0) return undefined;
    }
    return index + 1;
  }

  #readEntries(start: number, entries: TreeEntry[]): number | undefined {
    let index = this.#skip(start + 1);
    while (this.#unitAt(index) !== unit.closeBrace) {
      const entry = this.#readEntry(index);
      if (entry === undefined) return undefined;
      entries.push(entry);
      index = this.#behindComma(unit.closeBrace);
      if (index < 0) return undefined;
    }
    return index + 1;
  }

  #readEntry(offset: number): TreeEntry | undefined {
    const token = this.#token;
    if (!token.readInFlow(offset, this.#parentIndent) || this.#unitAt(token.next) !== unit.colon) return undefined;
    if (token.isMergeKey) return undefined;
    const key = treeKey(token.start, token.end, token.value);
    const value = this.#readValue(this.#skip(token.next + 1));
    return value === undefined ? undefined : { key, value };
  }

  /** Where the next entry, or the bracket, stands behind a value; -1 where neither a comma nor the bracket follows. */
  #behindComma(closer: number): number {
    const index = this.#skip(this.#end);
    const next = this.#unitAt(index);
    if (next === closer) return index;
    return next === unit.comma ? this.#skip(index + 1) : -1;
  }

  /** Passes over spaces, comments and line breaks (§6.7); -1 where that is not plain. */
  #skip(offset: number): number {
    const lines = this.#lines;
    const index = lines.skipSpaces(offset);
    const next = this.#unitAt(index);
    if (next !== unit.lineFeed && next !== unit.carriageReturn && next !== unit.hash) return index;
    return lines.finishLine(offset) && lines.indent > this.#parentIndent ? lines.offset : -1;
  }

  #unitAt(offset: number): number {
    return offset < 0 ? unit.end : this.#lines.units.charCodeAt(offset);
  }
}
