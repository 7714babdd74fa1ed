import type { ChecklistNode, NodeIcon } from '#client/checklist-node.ts';
import { countedNoun } from '#client/finding-counts.ts';
import type {
  AutomaticItemState,
  ChecklistItemState,
  ChecklistSectionState,
  ChecklistState,
  HumanItemState,
  ItemAnswer,
  ItemEvidence,
  ItemFinding,
} from '#server/protocol.ts';

/** A longer list is read in the problems view. */
const maximumFindings = 100;

/** The checklist of one workspace folder as the lines of the view; `folder` is its uri. */
export function checklistTree(state: ChecklistState, folder: string): readonly ChecklistNode[] {
  return state.sections.map((section) => sectionNode(section, folder));
}

/** A workspace folder over its checklist, for workspaces of several folders. */
export function folderNode(name: string, folder: string, sections: readonly ChecklistNode[]): ChecklistNode {
  return { id: folder, label: name, role: 'folder', children: sections };
}

function sectionNode(section: ChecklistSectionState, folder: string): ChecklistNode {
  const id = `${folder}#${section.id}`;
  const description = sectionDescription(section.items);
  return {
    id,
    label: section.title,
    ...(description === '' ? {} : { description }),
    role: 'section',
    children: section.items.map((item) =>
      item.kind === 'automatic' ? automaticNode(item, id) : humanNode(item, id, folder),
    ),
  };
}

/** What is left to do in a section; empty when nothing is. */
function sectionDescription(items: readonly ChecklistItemState[]): string {
  const findings = items.reduce((sum, item) => sum + (item.kind === 'automatic' ? item.findings.length : 0), 0);
  const open = items.filter((item) => item.kind === 'human' && item.answer?.checked !== true).length;
  const parts: string[] = [];
  if (findings > 0) parts.push(countedNoun(findings, 'finding'));
  if (open > 0) parts.push(`${open} to answer`);
  return parts.join(', ');
}

function automaticNode(item: AutomaticItemState, sectionId: string): ChecklistNode {
  const id = `${sectionId}/${item.id}`;
  const description = automaticDescription(item);
  return {
    id,
    label: item.title,
    ...(description === undefined ? {} : { description }),
    tooltip: `${item.title}\n\nDecided by rules: ${description ?? 'pass'}.`,
    icon: automaticIcon(item),
    role: 'automatic',
    children: findingNodes(item.findings, id),
  };
}

function automaticDescription(item: AutomaticItemState): string | undefined {
  if (item.state === 'findings') return countedNoun(item.findings.length, 'finding');
  return item.state === 'notApplicable' ? 'not applicable' : undefined;
}

function automaticIcon(item: AutomaticItemState): NodeIcon {
  if (item.state !== 'findings') return item.state;
  const has = (severity: ItemFinding['severity']) => item.findings.some((finding) => finding.severity === severity);
  if (has('error')) return 'error';
  return has('warning') ? 'warning' : 'info';
}

function findingNodes(findings: readonly ItemFinding[], itemId: string): readonly ChecklistNode[] {
  const nodes = findings.slice(0, maximumFindings).map((finding, index) => findingNode(finding, `${itemId}/${index}`));
  const leftOut = findings.length - nodes.length;
  return leftOut === 0 ? nodes : [...nodes, textNode(`${itemId}/more`, `${leftOut} more in the problems view`)];
}

function findingNode(finding: ItemFinding, id: string): ChecklistNode {
  return {
    id,
    label: finding.message,
    description: placeName(finding),
    tooltip: `${finding.message}\n\n${finding.ruleId}`,
    icon: finding.severity,
    role: 'finding',
    children: [],
    place: { uri: finding.uri, range: finding.range },
    ruleId: finding.ruleId,
  };
}

function humanNode(item: HumanItemState, sectionId: string, folder: string): ChecklistNode {
  const id = `${sectionId}/${item.id}`;
  const description = answerDescription(item.answer);
  return {
    id,
    label: item.title,
    ...(description === undefined ? {} : { description }),
    tooltip: humanTooltip(item),
    role: item.answer === undefined ? 'human.open' : 'human.answered',
    children: humanDetails(item, id),
    human: { folder, item },
  };
}

function humanDetails(item: HumanItemState, id: string): readonly ChecklistNode[] {
  const { answer, evidence, evidenceLeftOut } = item;
  const nodes = [textNode(`${id}/question`, item.question, 'question')];
  if (answer?.note !== undefined) nodes.push(textNode(`${id}/note`, answer.note, 'note'));
  nodes.push(...evidence.map((each, index) => evidenceNode(each, `${id}/${index}`)));
  if (evidenceLeftOut > 0) nodes.push(textNode(`${id}/more`, `${countedNoun(evidenceLeftOut, 'further place')}`));
  return nodes;
}

function evidenceNode(evidence: ItemEvidence, id: string): ChecklistNode {
  return {
    id,
    label: evidence.text,
    description: placeName(evidence),
    icon: 'evidence',
    role: 'evidence',
    children: [],
    place: { uri: evidence.uri, range: evidence.range },
  };
}

function textNode(id: string, text: string, icon?: NodeIcon): ChecklistNode {
  const label = text.replaceAll(/\s+/g, ' ').trim();
  return { id, label, tooltip: text, ...(icon === undefined ? {} : { icon }), role: 'text', children: [] };
}

/** `Ada, 2026-03-31`, as far as it is known. */
function answerDescription(answer: ItemAnswer | undefined): string | undefined {
  const parts = [answer?.who, answer?.when].filter((part) => part !== undefined);
  return parts.length === 0 ? undefined : parts.join(', ');
}

function humanTooltip({ title, question, answer }: HumanItemState): string {
  return [title, question, answer?.note].filter((part) => part !== undefined).join('\n\n');
}

/** `orders.yaml:12`: the file's name and the line, counted from 1. */
function placeName({ uri, range }: Pick<ItemEvidence, 'uri' | 'range'>): string {
  return `${decodeName(uri.slice(uri.lastIndexOf('/') + 1))}:${range.start.line + 1}`;
}

function decodeName(name: string): string {
  try {
    return decodeURIComponent(name);
  } catch {
    return name;
  }
}
