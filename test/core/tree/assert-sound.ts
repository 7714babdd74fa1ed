import assert from 'node:assert/strict';
import { containsSpan, type Span } from '#core/text/span.ts';
import type { TreeDocument, TreeSection } from '#core/tree/section.ts';
import type { TreeNode } from '#core/tree/tree.ts';

/** What holds for every document, however broken its text: sections join to the text, ids differ, spans lie within. */
export function assertSound(document: TreeDocument, label: string): void {
  assert.equal(document.sections.map(({ text }) => text).join(''), document.text, label);
  assert.equal(document.starts.length, document.sections.length, label);
  assert.equal(new Set(document.sections.map(({ id }) => id)).size, document.sections.length, label);
  let start = 0;
  for (const [index, section] of document.sections.entries()) {
    assert.equal(document.starts[index], start, label);
    start += section.text.length;
    assertSectionSound(section, label);
  }
}

function assertSectionSound({ text, key, tree, problems, isHeader }: TreeSection, label: string): void {
  const whole = { start: 0, end: text.length };
  const seen = new Set<TreeNode>();
  const check = (span: Span) => {
    if (span.start > span.end || !containsSpan(whole, span)) {
      assert.fail(`${label}: span ${span.start}–${span.end} in a section of ${text.length}`);
    }
  };
  const visit = (node: TreeNode | undefined): void => {
    if (node === undefined || seen.has(node)) return;
    seen.add(node);
    check(node.span);
    if (node.kind === 'list') node.items.forEach(visit);
    if (node.kind !== 'map') return;
    for (const entry of node.entries) {
      check(entry.key.span);
      visit(entry.value);
    }
  };
  if (key !== undefined) check(key.span);
  for (const problem of problems) check(problem.span);
  if (isHeader) assert.equal(tree, undefined, label);
  visit(tree);
}
