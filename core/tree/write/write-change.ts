import type { Edit } from '#core/text/span.ts';
import type { TreeChange } from '#core/tree/change.ts';
import { equalValues } from '#core/tree/equal-values.ts';
import type { TreeLanguage } from '#core/tree/section.ts';
import { findNode, itemsOf, type PlainValue, type TreeNode, toPlainValue } from '#core/tree/tree.ts';
import { entryAddition, itemAddition, nestAddition } from '#core/tree/write/addition.ts';
import { locateSlot, type Route, type Slot, writtenEntries } from '#core/tree/write/locate-slot.ts';
import { moveEntry } from '#core/tree/write/move-entry.ts';
import { hasOldLineEnds } from '#core/tree/write/refusal.ts';
import { removeSlot } from '#core/tree/write/remove-slot.ts';
import { renameKey } from '#core/tree/write/rename-key.ts';
import { renderJson } from '#core/tree/write/render-json.ts';
import { isFlowItem, renderAfterDash } from '#core/tree/write/render-yaml.ts';
import { replaceValue } from '#core/tree/write/replace-value.ts';
import { likeSiblings } from '#core/tree/write/sibling-habits.ts';
import { findStyle, resolveStyle, type StyleEvidence, type TreeStyle } from '#core/tree/write/style.ts';
import { tidyEdits } from '#core/tree/write/tidy-edits.ts';
import { type Placement, writeAddition } from '#core/tree/write/write-addition.ts';
import { keyQuoteOf, type Writer } from '#core/tree/write/writer.ts';

/** A text with its tree. */
export interface WriteTarget {
  readonly text: string;
  readonly tree: TreeNode | undefined;
  readonly language: TreeLanguage;
  /** The style of the text, where it is known already. */
  readonly style?: StyleEvidence;
  /** That of the file it comes from, for what the text itself does not show. */
  readonly fileStyle?: StyleEvidence;
}

type SetChange = Extract<TreeChange, { kind: 'set' }>;
type AppendChange = Extract<TreeChange, { kind: 'append' }>;

/**
 * The edits that make a change in the text's own style; none where the text already says so. The change's pointer starts
 * at the text's root. Undefined when it cannot be done: the pointer leads to no map or list, through an alias or a merge
 * key, or the text is broken there. An edit of an anchored node shows at its aliases too.
 */
export function changeEdits(target: WriteTarget, change: TreeChange): readonly Edit[] | undefined {
  const { text, tree, language } = target;
  if (hasOldLineEnds(text)) return undefined;
  const own = target.style ?? findStyle(text, language);
  const style = resolveStyle(language, own, ...(target.fileStyle ? [target.fileStyle] : []));
  if (tree === undefined) return startText(target, change, style);
  const edits = editsOf({ text, tree, language, style }, change);
  return edits && tidyEdits(target, edits, style);
}

function editsOf(writer: Writer, change: TreeChange): readonly Edit[] | undefined {
  if (change.kind === 'remove' && findNode(writer.tree, change.pointer) === undefined) return [];
  const route = locateSlot(writer.text, writer.tree, change.pointer);
  if (route === undefined) return undefined;
  switch (change.kind) {
    case 'set':
      return setValue(writer, route, change);
    case 'append':
      return hasItem(writer, change) ? [] : appendItem(writer, route, change.value);
    case 'rename':
      return renameKey(writer, route, change.name);
    case 'remove':
      return remove(writer, change.prune ? withContainer(route) : route);
    case 'move':
      return moveEntry(writer, route, change.to);
    default:
      return change satisfies never;
  }
}

function setValue(writer: Writer, route: Route, change: SetChange): readonly Edit[] | undefined {
  const { missing, last } = route;
  const existing = findNode(writer.tree, change.pointer);
  if (existing !== undefined && (change.ifAbsent || equalValues(toPlainValue(existing), change.value))) return [];
  const [key, ...inner] = missing;
  if (key === undefined) return inLiteral(replaceValue(writer, route, change.value), change);
  if (route.isMerged && inner.length > 0) return undefined;
  const innerValue = inner.reduceRight<PlainValue>((value, step) => ({ [step]: value }), change.value);
  const isList = last.node.kind === 'list';
  const place = { key: isList ? undefined : key, parent: keyOf(last) };
  const { value, isFlow, style } = likeSiblings(writer, last.node, innerValue, place);
  if (isList) return writeAddition(writer, route, itemAddition(value, style, { isFlow }), undefined);
  const keyQuote = keyQuoteOf(writer, last.node, key);
  const addition = entryAddition(key, value, style, keyQuote === undefined ? { isFlow } : { isFlow, keyQuote });
  return writeAddition(writer, route, addition, inner.length === 0 ? placementOf(last.node, change) : undefined);
}

function inLiteral(edits: readonly Edit[] | undefined, { value, literal }: SetChange): readonly Edit[] | undefined {
  if (literal === undefined) return edits;
  return edits?.map((edit) => (edit.newText === String(value) ? { ...edit, newText: literal } : edit));
}

/** True where a list is to be left alone, for it has the item. */
function hasItem({ tree }: Writer, { pointer, value, ifAbsent }: AppendChange): boolean {
  const items = ifAbsent ? itemsOf(findNode(tree, pointer)) : [];
  return items.some((item) => equalValues(toPlainValue(item), value));
}

function appendItem(writer: Writer, route: Route, appended: PlainValue): readonly Edit[] | undefined {
  const { missing, last } = route;
  const [key, ...inner] = missing;
  const beside = likeSiblings(writer, last.node, appended, { key: undefined, parent: keyOf(last) });
  const { style } = beside;
  const { value, isFlow } =
    key === undefined ? beside : { value: appended, isFlow: isFlowItem(missing.at(-1), appended, style) };
  const item = itemAddition(value, style, { isFlow });
  if (key === undefined) return writeAddition(writer, route, item, undefined);
  if (route.isMerged) return undefined;
  if (last.node.kind !== 'list') {
    const list =
      inner.length === 0 ? likeSiblings(writer, last.node, [appended], { key, parent: keyOf(last) }) : beside;
    if (list !== beside && list.isFlow)
      return writeAddition(writer, route, entryAddition(key, list.value, style, list), undefined);
    return writeAddition(
      writer,
      route,
      nestAddition(missing, item, style, keyQuoteOf(writer, last.node, key)),
      undefined,
    );
  }
  const innerValue = inner.reduceRight<PlainValue>((nested, step) => ({ [step]: nested }), [value]);
  return writeAddition(writer, route, itemAddition(innerValue, style), undefined);
}

/** The key a map or list stands under; empty for none. */
function keyOf(slot: Slot): string {
  return slot.kind === 'entry' ? slot.entry.key.value : '';
}

function remove(writer: Writer, route: Route): readonly Edit[] | undefined {
  const { last } = route;
  if (route.missing.length > 0) return undefined;
  if (last.kind === 'entry' && isDuplicate(last.container, last.entry.key.value)) return undefined;
  return removeSlot(writer, route);
}

/** The route to the list or map where what it leads to is all that this holds. */
function withContainer(route: Route): Route {
  const slots = route.slots.slice(0, -1);
  const container = slots.at(-1);
  if (container === undefined || container.kind === 'root' || route.missing.length > 0) return route;
  const { node } = container;
  const isOnly = node.kind === 'list' ? node.items.length === 1 : node.kind === 'map' && node.entries.length === 1;
  return isOnly ? { ...route, slots, last: container } : route;
}

/** Removing one of two equal keys would uncover the other. */
function isDuplicate(map: TreeNode, key: string): boolean {
  return map.kind === 'map' && map.entries.filter((entry) => entry.key.value === key).length > 1;
}

function placementOf(node: TreeNode, change: SetChange): Placement {
  if (node.kind !== 'map') return undefined;
  const keys = writtenEntries(node).map(({ key }) => key.value);
  for (const side of ['before', 'after'] as const) {
    const neighbour = change[side]?.find((key) => keys.includes(key));
    if (neighbour !== undefined) return { side, index: keys.lastIndexOf(neighbour) };
  }
  return undefined;
}

/** The first value of a text that has none. */
function startText({ text, language }: WriteTarget, change: TreeChange, style: TreeStyle): readonly Edit[] | undefined {
  if (change.kind !== 'set' && change.kind !== 'append') return change.kind === 'remove' ? [] : undefined;
  if (!/^\ufeff?(?:\s|#.*)*$/.test(text)) return undefined;
  const own = change.kind === 'append' ? [change.value] : change.value;
  const value = change.pointer.reduceRight<PlainValue>((inner, step) => ({ [step]: inner }), own);
  const { head, body } =
    language === 'json'
      ? { head: renderJson(value, { isInline: false, indentation: '' }, style), body: [] }
      : renderAfterDash(value, 0, style);
  const lead = text.trim() === '' || /\n$/.test(text) ? '' : style.lineBreak;
  return [
    { span: { start: text.length, end: text.length }, newText: lead + [head, ...body, ''].join(style.lineBreak) },
  ];
}
