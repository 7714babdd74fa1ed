import { ThemeColor, ThemeIcon, TreeItem, TreeItemCollapsibleState } from 'vscode';
import type { ChecklistNode, NodeIcon } from '#client/checklist-node.ts';
import { openCommand } from '#client/open-command.ts';

/** A line of the checklist as the editor draws it. `isOpen` says whether a service is unfolded at first. */
export function checklistItem(node: ChecklistNode, isOpen: boolean): TreeItem {
  const item = new TreeItem(node.label, collapsibleState(node, isOpen));
  item.id = node.id;
  item.contextValue = node.role;
  item.tooltip = node.tooltip ?? node.label;
  if (node.description !== undefined) item.description = node.description;
  if (node.spoken !== undefined) item.accessibilityInformation = { label: node.spoken };
  if (node.icon !== undefined) item.iconPath = themeIcon(node.icon);
  const command = commandOf(node);
  if (command !== undefined) item.command = command;
  return item;
}

function collapsibleState({ role, children }: ChecklistNode, isOpen: boolean): TreeItemCollapsibleState {
  const { None, Collapsed, Expanded } = TreeItemCollapsibleState;
  if (role === 'service') return isOpen ? Expanded : Collapsed;
  if (children.length === 0) return None;
  return role === 'folder' || role === 'section' ? Expanded : Collapsed;
}

function commandOf({ place, row }: ChecklistNode): NonNullable<TreeItem['command']> | undefined {
  if (place !== undefined) return openCommand(place);
  if (row === undefined) return undefined;
  return { command: 'plumbline.openRowPage', title: 'Open Details', arguments: [{ row }] };
}

const icons: { readonly [I in NodeIcon]: readonly [icon: string, color?: string] } = {
  service: ['globe'],
  schema: ['database'],
  summary: ['checklist'],
  pass: ['pass', 'testing.iconPassed'],
  passWithExceptions: ['pass', 'disabledForeground'],
  notApplicable: ['circle-slash', 'disabledForeground'],
  unknown: ['question', 'disabledForeground'],
  error: ['error', 'problemsErrorIcon.foreground'],
  warning: ['warning', 'problemsWarningIcon.foreground'],
  info: ['info', 'problemsInfoIcon.foreground'],
  open: ['circle-large-outline'],
  yes: ['pass-filled', 'testing.iconPassed'],
  no: ['error', 'problemsWarningIcon.foreground'],
  stale: ['history', 'problemsWarningIcon.foreground'],
  note: ['note'],
  evidence: ['search'],
};

function themeIcon(icon: NodeIcon): ThemeIcon {
  const [name, color] = icons[icon];
  return color === undefined ? new ThemeIcon(name) : new ThemeIcon(name, new ThemeColor(color));
}
