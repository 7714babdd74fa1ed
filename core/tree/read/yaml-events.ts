import { COLLECTION_STYLE, EVENT_ID, type Event, getScalarValue, SCALAR_STYLE, type ScalarEvent } from 'js-yaml';
import type { SyntaxProblem } from '#core/text/section.ts';
import type { Located } from '#core/text/span.ts';
import { resolveCoreScalar, resolveTaggedScalar } from '#core/tree/read/core-scalar.ts';
import { reportDuplicateKeys } from '#core/tree/read/duplicate-keys.ts';
import { appendMerged, findMergeSources } from '#core/tree/read/merge-keys.ts';
import type { ParsedText } from '#core/tree/read/parsed-text.ts';
import { YamlAnchors } from '#core/tree/read/yaml-anchors.ts';
import { findFlowEnd, findSecondDocument, placeOfScalar } from '#core/tree/read/yaml-places.ts';
import type { MapNode, Scalar, TreeEntry, TreeNode } from '#core/tree/tree.ts';
import { listNode, mapNode, scalarNode, treeKey } from '#core/tree/tree-nodes.ts';

/** Builds the tree of the first document from js-yaml's events, which carry offsets but no ends of collections. */
export function readYamlEvents(text: string, events: readonly Event[]): ParsedText {
  const reader = new YamlEventReader(text);
  for (const event of events) {
    if (!reader.read(event)) break;
  }
  return reader.finish(events);
}

/** A map, list or document that is still open. Only the fields of its kind are used. */
interface Frame {
  readonly kind: 'document' | 'map' | 'list';
  readonly start: number;
  /** True for `{…}` and `[…]`, which have an end of their own. */
  readonly isBracketed: boolean;
  readonly anchor: string | undefined;
  readonly entries: TreeEntry[];
  readonly items: TreeNode[];
  key: Located<string> | undefined;
  isMergeKey: boolean;
  mergeSources: readonly MapNode[];
  /** Nodes within, with aliases written out. */
  size: number;
}

const noEntries: TreeEntry[] = [];
const noItems: TreeNode[] = [];
const noSources: readonly MapNode[] = [];

class YamlEventReader {
  readonly #text: string;
  readonly #problems: SyntaxProblem[] = [];
  readonly #anchors = new YamlAnchors(this.#problems);
  readonly #frames: Frame[] = [];
  #top: Frame = newFrame('document', 0, false, undefined);
  /** The end of what was read last; a place is looked for from here. */
  #cursor = 0;
  #tree: TreeNode | undefined;

  constructor(text: string) {
    this.#text = text;
  }

  /** False once the first document is complete. */
  read(event: Event): boolean {
    switch (event.type) {
      case EVENT_ID.DOCUMENT:
        return true;
      case EVENT_ID.SCALAR:
        this.#readScalar(event);
        return true;
      case EVENT_ID.MAPPING:
        this.#open('map', event);
        return true;
      case EVENT_ID.SEQUENCE:
        this.#open('list', event);
        return true;
      case EVENT_ID.ALIAS:
        this.#readAlias(event.anchorStart, event.anchorEnd);
        return true;
      case EVENT_ID.POP:
        return this.#close();
      default:
        return event satisfies never;
    }
  }

  finish(events: readonly Event[]): ParsedText {
    if (hasLaterDocument(events)) {
      const [first] = events;
      const hasMarker = first?.type === EVENT_ID.DOCUMENT && first.explicitStart;
      this.#problems.push(findSecondDocument(this.#text, this.#cursor, hasMarker));
    }
    return { tree: this.#tree, problems: this.#problems };
  }

  #open(kind: 'map' | 'list', event: { start: number; anchorStart: number; anchorEnd: number; style: number }): void {
    const bracket = this.#text.charCodeAt(event.start);
    const isBracketed = event.style === COLLECTION_STYLE.FLOW && (bracket === 123 || bracket === 91);
    const anchor = this.#anchorName(event.anchorStart, event.anchorEnd);
    if (anchor !== undefined) this.#anchors.open(anchor);
    this.#frames.push(this.#top);
    this.#top = newFrame(kind, event.start, isBracketed, anchor);
    this.#cursor = isBracketed ? event.start + 1 : event.start;
  }

  #close(): boolean {
    const frame = this.#top;
    const outer = this.#frames.pop();
    if (outer === undefined) return false;
    if (frame.isBracketed) this.#cursor = findFlowEnd(this.#text, this.#cursor);
    const { start } = frame;
    const end = Math.max(start, this.#cursor);
    this.#top = outer;
    if (frame.kind === 'list') {
      this.#complete(listNode(start, end, frame.items), frame.size + 1, frame.anchor);
    } else {
      if (frame.entries.length > 1) reportDuplicateKeys(frame.entries, this.#problems);
      if (frame.mergeSources.length > 0) appendMerged(frame.entries, frame.mergeSources);
      this.#complete(mapNode(start, end, frame.entries), frame.size + 1, frame.anchor);
    }
    return true;
  }

  #readScalar(event: ScalarEvent): void {
    const isItem = this.#top.kind === 'list' && !this.#top.isBracketed;
    const span = placeOfScalar(this.#text, this.#cursor, event, isItem);
    this.#cursor = span.end;
    const source = getScalarValue(this.#text, event);
    const anchor = this.#anchorName(event.anchorStart, event.anchorEnd);
    if (this.#awaitsKey()) {
      this.#top.isMergeKey = source === '<<' && event.style === SCALAR_STYLE.PLAIN;
      this.#top.key = treeKey(span.start, span.end, source);
      if (anchor !== undefined) this.#anchors.define(anchor, scalarNode(span.start, span.end, source), 1);
    } else {
      this.#complete(scalarNode(span.start, span.end, this.#scalarValue(event, source)), 1, anchor);
    }
  }

  #scalarValue(event: ScalarEvent, source: string): Scalar {
    if (event.tagStart >= 0) return resolveTaggedScalar(source, this.#text.slice(event.tagStart, event.tagEnd));
    return event.style === SCALAR_STYLE.PLAIN ? resolveCoreScalar(source) : source;
  }

  #readAlias(start: number, end: number): void {
    this.#cursor = end;
    const span = { start: start - 1, end };
    const target = this.#anchors.resolve(this.#text.slice(start, end), span);
    if (target === undefined) this.#complete(scalarNode(span.start, span.end, null), 1, undefined);
    else if (this.#awaitsKey()) this.#top.key = treeKey(span.start, span.end, keyOf(target.node, this.#text));
    else this.#complete(target.node, target.size, undefined);
  }

  /** Puts a finished node where it belongs. */
  #complete(node: TreeNode, size: number, anchor: string | undefined): void {
    if (anchor !== undefined) this.#anchors.define(anchor, node, size);
    const frame = this.#top;
    frame.size += size;
    if (frame.kind === 'list') frame.items.push(node);
    else if (frame.kind === 'document') this.#tree = node;
    else if (frame.key === undefined) frame.key = this.#collectionKey(node);
    else this.#completeEntry(frame, frame.key, node);
  }

  #completeEntry(frame: Frame, key: Located<string>, value: TreeNode): void {
    frame.key = undefined;
    const sources = frame.isMergeKey ? findMergeSources(value) : undefined;
    frame.isMergeKey = false;
    if (sources === undefined) frame.entries.push({ key, value });
    else frame.mergeSources = [...frame.mergeSources, ...sources];
  }

  #collectionKey(node: TreeNode): Located<string> {
    const { start, end } = node.span;
    return treeKey(start, end, keyOf(node, this.#text));
  }

  #awaitsKey(): boolean {
    return this.#top.kind === 'map' && this.#top.key === undefined;
  }

  #anchorName(start: number, end: number): string | undefined {
    return start < 0 ? undefined : this.#text.slice(start, end);
  }
}

function newFrame(kind: Frame['kind'], start: number, isBracketed: boolean, anchor: string | undefined): Frame {
  return {
    kind,
    start,
    isBracketed,
    anchor,
    entries: kind === 'map' ? [] : noEntries,
    items: kind === 'list' ? [] : noItems,
    key: undefined,
    isMergeKey: false,
    mergeSources: noSources,
    size: 0,
  };
}

/** Keys are strings: a map or list as a key is its source text. */
function keyOf(node: TreeNode, text: string): string {
  return node.kind === 'scalar' ? String(node.value ?? '') : text.slice(node.span.start, node.span.end);
}

/** True when a later document holds something; a last `---` without content is no document to speak of. */
function hasLaterDocument(events: readonly Event[]): boolean {
  for (let index = 1; index < events.length; index++) {
    if (events[index]?.type !== EVENT_ID.DOCUMENT) continue;
    const next = events[index + 1];
    if (next?.type !== EVENT_ID.SCALAR || next.valueStart >= 0) return true;
  }
  return false;
}
