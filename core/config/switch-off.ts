import { configKeys } from '#core/config/config-names.ts';
import type { Edit } from '#core/text/span.ts';
import type { TreeChange } from '#core/tree/change.ts';
import { cutDocument } from '#core/tree/cut/cut-document.ts';
import { noOutline } from '#core/tree/outline.ts';
import type { TreeDocument } from '#core/tree/section.ts';
import { entriesOf, findValue, type TreeNode } from '#core/tree/tree.ts';
import { applyChanges } from '#core/tree/write/apply-changes.ts';

/** What turns a rule off in a `plumbline.yaml`. */
export type RuleSwitch =
  | { readonly kind: 'new'; readonly uri: string; readonly text: string }
  | { readonly kind: 'edited'; readonly uri: string; readonly edits: readonly Edit[] };

/** Undefined where the file is broken, or cannot be written to. `document` is undefined where there is no file. */
export function switchOff(uri: string, document: TreeDocument | undefined, ruleId: string): RuleSwitch | undefined {
  const text = `rules:\n  ${ruleId}: off\n`;
  if (document === undefined) return { kind: 'new', uri, text };
  if (document.sections.some(({ problems }) => problems.length > 0)) return undefined;
  const trees = document.sections.flatMap(({ tree }) => tree ?? []);
  if (trees.length === 0) return appended(document, text);
  const [tree] = trees;
  if (trees.length > 1 || tree?.kind !== 'map') return undefined;
  const reparse = (newText: string) => cutDocument({ uri, text: newText, language: 'yaml', outline: noOutline });
  const { edits, skipped } = applyChanges(document, [changeOf(uri, tree, ruleId)], reparse);
  if (skipped.length > 0 || edits.length === 0) return undefined;
  return { kind: 'edited', uri, edits: edits.map((edit) => unquoted(edit, document.text)) };
}

/** Behind the comments of a file that says nothing else. */
function appended({ uri, text }: TreeDocument, added: string): RuleSwitch {
  const newText = text === '' || text.endsWith('\n') ? added : `\n${added}`;
  return { kind: 'edited', uri, edits: [{ span: { start: text.length, end: text.length }, newText }] };
}

/** The keys that come behind the rules. */
const laterKeys = configKeys.slice(configKeys.indexOf('rules') + 1);

function changeOf(uri: string, tree: TreeNode, ruleId: string): TreeChange {
  const rules = findValue(tree, 'rules');
  if (rules?.kind !== 'map') {
    return { kind: 'set', uri, pointer: ['rules'], value: { [ruleId]: 'off' }, before: laterKeys };
  }
  const own = findValue(rules, ruleId);
  const pointer = own?.kind === 'map' ? ['rules', ruleId, 'severity'] : ['rules', ruleId];
  return { kind: 'set', uri, pointer, value: 'off', ...placeAmong(rules, ruleId) };
}

/** Where the rules stand in their order, the new one does; else it goes behind the last of its folder. */
function placeAmong(
  rules: TreeNode,
  ruleId: string,
): { readonly before?: readonly string[]; readonly after?: readonly string[] } {
  const ids = entriesOf(rules).map(({ key }) => key.value);
  const isSorted = ids.every((id, index) => index === 0 || (ids[index - 1] ?? '') <= id);
  if (isSorted) return { before: ids.filter((id) => id > ruleId) };
  const folder = ruleId.slice(0, ruleId.indexOf('/') + 1);
  return { after: ids.filter((id) => id.startsWith(folder)).reverse() };
}

/** YAML 1.1 takes `off` for false, and so do we: it is written as in the documentation, unless the file quotes it. */
function unquoted({ span, newText }: Edit, text: string): Edit {
  const isQuotedThere = /: *(?:'off'|"off")/.test(text);
  return { span, newText: isQuotedThere ? newText : newText.replace(/(['"])off\1/, 'off') };
}
