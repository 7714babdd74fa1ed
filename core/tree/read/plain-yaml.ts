import type { SyntaxProblem } from '#core/text/section.ts';
import { resolveCoreScalar } from '#core/tree/read/core-scalar.ts';
import { reportDuplicateKeys } from '#core/tree/read/duplicate-keys.ts';
import type { ParsedText } from '#core/tree/read/parsed-text.ts';
import { readPlainBlockScalar } from '#core/tree/read/plain-yaml-block-scalar.ts';
import { hasForbiddenCharacter } from '#core/tree/read/plain-yaml-characters.ts';
import { PlainYamlFlow } from '#core/tree/read/plain-yaml-flow.ts';
import { isSeparator, PlainYamlLines, unit } from '#core/tree/read/plain-yaml-lines.ts';
import { PlainYamlToken } from '#core/tree/read/plain-yaml-token.ts';
import type { ListNode, MapNode, ScalarNode, TreeEntry, TreeNode } from '#core/tree/tree.ts';
import { listNode, mapNode, scalarNode, treeKey } from '#core/tree/tree-nodes.ts';

/** How deep block collections may lie in each other; far less than a tree may be deep. */
const maximumDepth = 100;

/**
 * Reads the YAML nearly all descriptions are written in: block maps and lists without anchors, tags and explicit keys.
 * The law: what it returns is what the events of js-yaml would give, and it returns undefined for anything else,
 * broken texts included.
 */
export function readPlainYaml(text: string): ParsedText | undefined {
  return hasForbiddenCharacter(text) ? undefined : new PlainYamlReader(text).read();
}

/** Goes over the text once. A method that returns undefined has met something that is not plain. */
class PlainYamlReader {
  readonly #lines: PlainYamlLines;
  readonly #token: PlainYamlToken;
  readonly #flow: PlainYamlFlow;
  readonly #problems: SyntaxProblem[] = [];
  /** The children of all collections that are open. */
  readonly #entries: TreeEntry[] = [];
  readonly #items: TreeNode[] = [];
  #depth = 0;
  /** The end of what was read last, with which collections end. */
  #end = 0;

  constructor(text: string) {
    this.#lines = new PlainYamlLines(text);
    this.#token = new PlainYamlToken(this.#lines);
    this.#flow = new PlainYamlFlow(this.#lines, this.#token, this.#problems);
  }

  read(): ParsedText | undefined {
    const lines = this.#lines;
    // Of the first line js-yaml does not see that a marker is indented.
    if (!lines.startAt(0) || lines.indent < 0 || lines.isDocumentMarker()) return undefined;
    if ('[{|>'.includes(lines.units.charAt(lines.offset))) return undefined;
    const tree = this.#readNode(lines.offset, -1);
    const isWhole = lines.indent < 0 && tree !== undefined && tree.kind !== 'scalar';
    return isWhole ? { tree, problems: this.#problems } : undefined;
  }

  /** A node at the start of a line, or behind a dash (§8.2.1). */
  #readNode(offset: number, parentIndent: number): TreeNode | undefined {
    const { units, lineStart } = this.#lines;
    switch (units.charCodeAt(offset)) {
      case unit.dash:
        if (isSeparator(units.charCodeAt(offset + 1))) return this.#readList(offset, offset - lineStart);
        break;
      case unit.pipe:
      case unit.greater:
      case unit.openBracket:
      case unit.openBrace:
        return this.#readValue(offset, parentIndent);
    }
    const token = this.#token;
    if (!token.read(offset, parentIndent)) return undefined;
    return token.isKey ? this.#readMap(offset - lineStart) : this.#readScalar(parentIndent);
  }

  /** A block map (§8.2.2) whose first key was read. */
  #readMap(indent: number): MapNode | undefined {
    if (++this.#depth > maximumDepth) return undefined;
    const lines = this.#lines;
    const { start } = this.#token;
    const first = this.#entries.length;
    for (;;) {
      const entry = this.#readEntry(indent);
      if (entry === undefined) return undefined;
      this.#entries.push(entry);
      if (lines.indent !== indent) break;
      if (!this.#token.read(lines.offset, indent) || !this.#token.isKey) return undefined;
    }
    if (lines.indent > indent) return undefined;
    this.#depth--;
    const entries = this.#entries.splice(first);
    if (entries.length > 1) reportDuplicateKeys(entries, this.#problems);
    return mapNode(start, this.#end, entries);
  }

  #readEntry(indent: number): TreeEntry | undefined {
    const token = this.#token;
    if (token.isMergeKey) return undefined;
    const key = treeKey(token.start, token.end, token.value);
    const value = this.#readEntryValue(token.next + 1, indent);
    return value === undefined ? undefined : { key, value };
  }

  /** The value behind a colon, on its line or below; a list may stand at the indentation of its key. */
  #readEntryValue(offset: number, indent: number): TreeNode | undefined {
    const lines = this.#lines;
    const start = lines.skipSpaces(offset);
    if (!lines.endsAt(start)) return this.#readValue(start, indent);
    if (!lines.finishLine(offset)) return undefined;
    if (lines.indent > indent) return this.#readNode(lines.offset, indent);
    return lines.indent === indent && this.#isAtDash()
      ? this.#readList(lines.offset, indent)
      : this.#missingValue(offset);
  }

  /** A block list (§8.2.1) whose first dash stands at an offset. */
  #readList(start: number, indent: number): ListNode | undefined {
    if (++this.#depth > maximumDepth) return undefined;
    const lines = this.#lines;
    const first = this.#items.length;
    let dash = start;
    do {
      const item = this.#readItem(dash + 1, indent);
      if (item === undefined) return undefined;
      this.#items.push(item);
      dash = lines.offset;
    } while (lines.indent === indent && this.#isAtDash());
    if (lines.indent > indent) return undefined;
    this.#depth--;
    return listNode(start, this.#end, this.#items.splice(first));
  }

  #readItem(offset: number, indent: number): TreeNode | undefined {
    const lines = this.#lines;
    const start = lines.skipSpaces(offset);
    if (!lines.endsAt(start)) return this.#readNode(start, indent);
    if (!lines.finishLine(offset)) return undefined;
    return lines.indent > indent ? this.#readNode(lines.offset, indent) : this.#missingValue(offset);
  }

  /** A scalar or a flow collection. */
  #readValue(offset: number, parentIndent: number): TreeNode | undefined {
    switch (this.#lines.units.charCodeAt(offset)) {
      case unit.pipe:
      case unit.greater: {
        const scalar = readPlainBlockScalar(this.#lines, offset, parentIndent);
        if (scalar !== undefined) this.#end = scalar.span.end;
        return scalar;
      }
      case unit.openBracket:
      case unit.openBrace:
        return this.#readFlow(offset, parentIndent);
      default:
        return this.#token.read(offset, parentIndent) ? this.#readScalar(parentIndent) : undefined;
    }
  }

  #readFlow(offset: number, parentIndent: number): TreeNode | undefined {
    const node = this.#flow.read(offset, parentIndent);
    if (node === undefined || !this.#lines.finishLine(node.span.end)) return undefined;
    this.#end = node.span.end;
    return node;
  }

  /** The scalar whose first line was read, and which may go on when it is plain (§7.3.3). */
  #readScalar(parentIndent: number): ScalarNode | undefined {
    const token = this.#token;
    const { start, isQuoted, value } = token;
    this.#end = token.end;
    if (!this.#lines.finishLine(token.end)) return undefined;
    if (isQuoted) return scalarNode(start, this.#end, value);
    const source = this.#isContinued(parentIndent) ? this.#readFurtherLines(value, parentIndent) : value;
    if (source === undefined) return undefined;
    return scalarNode(start, this.#end, resolveCoreScalar(source));
  }

  /** Folds the further lines of a plain scalar (§6.5). */
  #readFurtherLines(firstLine: string, parentIndent: number): string | undefined {
    const lines = this.#lines;
    let source = firstLine;
    do {
      source += lines.breaks === 1 ? ' ' : '\n'.repeat(lines.breaks - 1);
      this.#token.readPlainLine(lines.offset);
      this.#end = this.#token.end;
      source += lines.text.slice(lines.offset, this.#end);
      if (!lines.finishLine(this.#end)) return undefined;
    } while (this.#isContinued(parentIndent));
    return source;
  }

  #isContinued(parentIndent: number): boolean {
    return this.#lines.indent > parentIndent && !this.#lines.hasComment;
  }

  #missingValue(offset: number): ScalarNode {
    this.#end = offset;
    return scalarNode(offset, offset, null);
  }

  #isAtDash(): boolean {
    const { units, offset } = this.#lines;
    return units.charCodeAt(offset) === unit.dash && isSeparator(units.charCodeAt(offset + 1));
  }
}
