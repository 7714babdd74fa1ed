import { Range, ThemeColor, ThemeIcon, TreeItem, TreeItemCheckboxState, TreeItemCollapsibleState, Uri } from 'vscode';
import type { ChecklistNode, HumanRow, NodeIcon, Place } from '#client/checklist-node.ts';

/** A line of the checklist as the editor draws it. */
export function checklistItem(node: ChecklistNode): TreeItem {
  const item = new TreeItem(node.label, collapsibleState(node));
  item.id = node.id;
  item.contextValue = node.role;
  item.tooltip = node.tooltip ?? node.label;
  if (node.description !== undefined) item.description = node.description;
  if (node.icon !== undefined) item.iconPath = themeIcon(node.icon);
  if (node.human !== undefined) item.checkboxState = checkbox(node.human);
  if (node.place !== undefined) item.command = openCommand(node.place);
  return item;
}

function collapsibleState({ role, children }: ChecklistNode): TreeItemCollapsibleState {
  if (children.length === 0) return TreeItemCollapsibleState.None;
  const isOpen = role === 'folder' || role === 'section';
  return isOpen ? TreeItemCollapsibleState.Expanded : TreeItemCollapsibleState.Collapsed;
}

function checkbox({ item }: HumanRow): NonNullable<TreeItem['checkboxState']> {
  const isChecked = item.answer?.checked === true;
  return {
    state: isChecked ? TreeItemCheckboxState.Checked : TreeItemCheckboxState.Unchecked,
    tooltip: isChecked ? 'Answered: yes. Click to take it back.' : 'Click when the answer is yes.',
    accessibilityInformation: { label: item.question, role: 'checkbox' },
  };
}

function openCommand({ uri, range: { start, end } }: Place): NonNullable<TreeItem['command']> {
  const selection = new Range(start.line, start.character, end.line, end.character);
  return { command: 'vscode.open', title: 'Open', arguments: [Uri.parse(uri), { selection }] };
}

const icons: { readonly [I in NodeIcon]: readonly [icon: string, color?: string] } = {
  pass: ['pass', 'testing.iconPassed'],
  notApplicable: ['circle-slash', 'disabledForeground'],
  error: ['error', 'problemsErrorIcon.foreground'],
  warning: ['warning', 'problemsWarningIcon.foreground'],
  info: ['info', 'problemsInfoIcon.foreground'],
  question: ['question'],
  note: ['note'],
  evidence: ['search'],
};

function themeIcon(icon: NodeIcon): ThemeIcon {
  const [name, color] = icons[icon];
  return color === undefined ? new ThemeIcon(name) : new ThemeIcon(name, new ThemeColor(color));
}
