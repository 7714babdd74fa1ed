import {
  type Alias,
  isAlias,
  isMap,
  isScalar,
  isSeq,
  type Node,
  type Pair,
  parseDocument,
  type Scalar,
  type YAMLError,
  type YAMLMap,
  type YAMLSeq,
} from 'yaml';
import type { SyntaxProblem } from '#core/text/section.ts';
import type { Located, Span } from '#core/text/span.ts';
import { resolveCoreScalar, resolveTaggedScalar } from '#core/tree/read/core-scalar.ts';
import { reportDuplicateKeys } from '#core/tree/read/duplicate-keys.ts';
import { appendMerged, findMergeSources } from '#core/tree/read/merge-keys.ts';
import { findPossiblyDeep, MAXIMUM_NESTING, tooDeepProblem } from '#core/tree/read/nesting.ts';
import type { ParsedText } from '#core/tree/read/parsed-text.ts';
import { YamlAnchors } from '#core/tree/read/yaml-anchors.ts';
import { findYamlCause } from '#core/tree/read/yaml-cause.ts';
import { describeYamlError, findControlCharacter } from '#core/tree/read/yaml-errors.ts';
import { findSecondDocument } from '#core/tree/read/yaml-places.ts';
import type { MapNode, ScalarNode, TreeEntry, TreeNode } from '#core/tree/tree.ts';
import { listNode, mapNode, scalarNode, treeKey } from '#core/tree/tree-nodes.ts';
import { failureProblem } from '#core/work/failure.ts';

/** How deep the library may descend: its composer recurses, and ours reports everything beyond the real limit. */
const safeDepth = 3 * MAXIMUM_NESTING;
const maximumProblems = 100;

/** Reads a YAML text that the strict reader refused: what can be understood, and what is wrong. Slow, and never throws. */
export function parseYamlTolerant(text: string): ParsedText {
  try {
    return recover(text);
  } catch (error) {
    // The library descends further with each line behind a bracket that is not closed.
    return { tree: undefined, problems: [findYamlCause(text) ?? failureProblem(error)] };
  }
}

function recover(text: string): ParsedText {
  const deep = findPossiblyDeep(text, safeDepth);
  const readable = deep === undefined ? text : text.slice(0, deep);
  const document = parseDocument(readable, {
    schema: 'core',
    uniqueKeys: false,
    prettyErrors: false,
    logLevel: 'silent',
  });
  const problems = describeErrors(document.errors, readable);
  const control = findControlCharacter(readable);
  if (control !== undefined) problems.push(control);
  if (deep !== undefined) problems.push(tooDeepProblem(deep, text.length));
  const builder = new YamlNodeReader(readable, problems);
  const tree = document.contents === null ? undefined : builder.read(document.contents, 1).node;
  // Where the text breaks the first document ends early, and no second one begins.
  const second = document.errors.length > 0 ? undefined : findLaterContent(readable, document.range);
  if (second !== undefined) problems.push(second);
  return { tree, problems };
}

/** What the lines tell to be wrong first, else what the library met. */
function describeErrors(errors: readonly YAMLError[], text: string): SyntaxProblem[] {
  const cause = errors.length === 0 ? undefined : findYamlCause(text);
  return cause === undefined
    ? errors.slice(0, maximumProblems).map((error) => describeYamlError(error, text))
    : [cause];
}

/** A node and how many nodes it stands for with every alias written out. */
interface Sized {
  readonly node: TreeNode;
  readonly size: number;
}

/** Turns the library's nodes into ours. */
class YamlNodeReader {
  readonly #text: string;
  readonly #problems: SyntaxProblem[];
  readonly #anchors: YamlAnchors;

  constructor(text: string, problems: SyntaxProblem[]) {
    this.#text = text;
    this.#problems = problems;
    this.#anchors = new YamlAnchors(problems);
  }

  read(node: Node, depth: number): Sized {
    if (isAlias(node)) return this.#readAlias(node);
    const anchor = isScalar(node) || isMap(node) || isSeq(node) ? node.anchor : undefined;
    if (anchor !== undefined) this.#anchors.open(anchor);
    const sized = this.#readContent(node, depth);
    if (anchor !== undefined) this.#anchors.define(anchor, sized.node, sized.size);
    return sized;
  }

  #readContent(node: Node, depth: number): Sized {
    if (isScalar(node)) return { node: this.#readScalar(node), size: 1 };
    if (depth > MAXIMUM_NESTING) return this.#refuseDeep(node);
    if (isMap(node)) return this.#readMap(node, depth);
    if (isSeq(node)) return this.#readList(node, depth);
    return { node: nullAt(this.#spanOf(node)), size: 1 };
  }

  #readMap(map: YAMLMap, depth: number): Sized {
    const entries: TreeEntry[] = [];
    const sources: MapNode[] = [];
    let size = 1;
    for (const pair of map.items) {
      const { entry, size: pairSize, merged } = this.#readPair(pair, depth);
      size += pairSize;
      if (merged === undefined) entries.push(entry);
      else for (const source of merged) sources.push(source);
    }
    reportDuplicateKeys(entries, this.#problems);
    if (sources.length > 0) appendMerged(entries, sources);
    const { start, end } = this.#spanOf(map);
    return { node: mapNode(start, end, entries), size };
  }

  #readPair(pair: Pair<unknown, unknown>, depth: number) {
    const key = this.#readKey(pair.key);
    const value = isNode(pair.value) ? this.read(pair.value, depth + 1) : undefined;
    const isMerge = isScalar(pair.key) && pair.key.type === 'PLAIN' && key.value === '<<';
    const merged = isMerge && value !== undefined ? findMergeSources(value.node) : undefined;
    const entry: TreeEntry = { key, value: value?.node ?? this.#missingValue(key.span) };
    return { entry, merged, size: (value?.size ?? 0) + 1 };
  }

  /** A key without a colon in a flow map has no value in the library's tree; it is null. */
  #missingValue(key: Span): TreeNode {
    return nullAt({ start: key.end, end: key.end });
  }

  #readKey(key: unknown): Located<string> {
    if (!isNode(key)) return treeKey(0, 0, '');
    const { start, end } = this.#spanOf(key);
    return treeKey(start, end, isScalar(key) ? sourceOf(key) : this.#text.slice(start, end));
  }

  #readList(list: YAMLSeq, depth: number): Sized {
    const items: TreeNode[] = [];
    let size = 1;
    for (const item of list.items) {
      const sized = isNode(item) ? this.read(item, depth + 1) : this.#readPairItem(item, depth);
      if (sized === undefined) continue;
      items.push(sized.node);
      size += sized.size;
    }
    const { start, end } = this.#spanOf(list);
    return { node: listNode(start, end, items), size };
  }

  #readPairItem(item: unknown, depth: number): Sized | undefined {
    if (!isPairLike(item)) return undefined;
    const { entry, size } = this.#readPair(item, depth + 1);
    const { start, end } = entry.key.span;
    return { node: mapNode(start, Math.max(end, entry.value?.span.end ?? 0), [entry]), size: size + 1 };
  }

  #readScalar(scalar: Scalar): ScalarNode {
    const source = sourceOf(scalar);
    const { start, end } = this.#spanOf(scalar);
    if (scalar.tag !== undefined) return scalarNode(start, end, resolveTaggedScalar(source, scalar.tag));
    const isPlain = scalar.type === 'PLAIN' || scalar.type === undefined;
    return scalarNode(start, end, isPlain ? resolveCoreScalar(source) : source);
  }

  #readAlias(alias: Alias): Sized {
    const span = this.#spanOf(alias);
    // An alias without a name is already an error of the library.
    if (alias.source === '') return { node: nullAt(span), size: 1 };
    return this.#anchors.resolve(alias.source, span) ?? { node: nullAt(span), size: 1 };
  }

  #refuseDeep(node: Node): Sized {
    const span = this.#spanOf(node);
    this.#problems.push(tooDeepProblem(span.start, span.end));
    return { node: nullAt(span), size: 1 };
  }

  /** From the first unit of the content to its last, without the line break that ends it. */
  #spanOf(node: Node): Span {
    const [from, to] = node.range ?? [0, 0, 0];
    const start = Math.min(Math.max(from, 0), this.#text.length);
    let end = Math.min(Math.max(to, start), this.#text.length);
    if (isBlock(node)) while (end > start && /\s/.test(this.#text.charAt(end - 1))) end--;
    return { start, end };
  }
}

function nullAt({ start, end }: Span): ScalarNode {
  return scalarNode(start, end, null);
}

function isNode(value: unknown): value is Node {
  return isScalar(value) || isMap(value) || isSeq(value) || isAlias(value);
}

function isPairLike(value: unknown): value is Pair<unknown, unknown> {
  return typeof value === 'object' && value !== null && 'key' in value && 'value' in value;
}

function sourceOf(scalar: Scalar): string {
  if (scalar.type === 'PLAIN') return scalar.source ?? '';
  return typeof scalar.value === 'string' ? scalar.value : (scalar.source ?? '');
}

/** True where the library counts trailing line breaks to the content. */
function isBlock(node: Node): boolean {
  if (isScalar(node)) return node.type === 'BLOCK_FOLDED' || node.type === 'BLOCK_LITERAL';
  return (isMap(node) || isSeq(node)) && node.flow !== true;
}

function findLaterContent(text: string, range: readonly number[] | undefined | null): SyntaxProblem | undefined {
  const end = range?.[2] ?? text.length;
  const rest = text
    .slice(end)
    .replace(/^(?:---|\.\.\.)(?=\s|$)/gm, '')
    .replace(/^[^\S\r\n]*#.*$/gm, '');
  return rest.trim() === '' ? undefined : findSecondDocument(text, end, false);
}
