import { authorsFields } from '#core/openapi/spec/name-fields.ts';
import type { Change } from '#core/rule.ts';
import { ignoreComment } from '#core/suppress/ignore-comment.ts';
import { ignoreWord } from '#core/suppress/suppression.ts';
import type { Span } from '#core/text/span.ts';
import type { TreeSection } from '#core/tree/section.ts';
import { entriesOf, itemsOf, type TreeNode } from '#core/tree/tree.ts';

/** The change that silences a rule for the node at `span`: a comment in YAML, an extension in JSON; undefined when there is no place for it. */
export function treeIgnoreChange(section: TreeSection, span: Span, ruleId: string, reason: string): Change | undefined {
  if (section.language === 'json') return extensionAt(section, span, ruleId, reason);
  return ignoreComment(section, scalarStart(section, span.start), '#', ruleId, reason);
}

/** The start of the entry whose multi-line scalar holds the offset, so that a comment is not written into the scalar. */
function scalarStart(section: TreeSection, offset: number): number {
  let start = offset;
  const visit = (node: TreeNode | undefined, key: number): void => {
    if (node === undefined || offset < node.span.start || offset >= node.span.end) return;
    if (node.kind === 'scalar') start = Math.min(offset, key);
    if (node.kind === 'list') for (const item of node.items) visit(item, item.span.start);
    if (node.kind === 'map') for (const entry of node.entries) visit(entry.value, entry.key.span.start);
  };
  visit(section.tree, section.key?.span.start ?? offset);
  return start;
}

/** Keys whose maps hold names or data of the author: an extension there would be one more of them. */
const nameMaps = authorsFields();

function extensionAt(section: TreeSection, span: Span, ruleId: string, reason: string): Change | undefined {
  let pointer: readonly string[] | undefined;
  const visit = (node: TreeNode | undefined, path: readonly string[]): void => {
    for (const [index, item] of itemsOf(node).entries()) if (within(item, span)) visit(item, [...path, String(index)]);
    if (node?.kind !== 'map') return;
    if (!nameMaps.has(path.at(-1) ?? '') && path.at(-2) !== 'security') pointer = path;
    for (const entry of entriesOf(node)) {
      const covers = entry.key.span.start <= span.start && span.end <= (entry.value?.span.end ?? entry.key.span.end);
      if (covers) visit(entry.value, [...path, entry.key.value]);
    }
  };
  visit(section.tree, section.pointer);
  // What stands in a list or scalar at the root is silenced for the file.
  if (pointer === undefined && !section.isHeader && section.tree?.kind === 'map') return undefined;
  return {
    kind: 'set',
    uri: section.uri,
    pointer: [...(pointer ?? []), `x-${ignoreWord}`, ruleId],
    value: reason,
  };
}

function within(node: TreeNode, span: Span): boolean {
  return node.span.start <= span.start && span.end <= node.span.end;
}
