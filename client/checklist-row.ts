import type { ChecklistNode, NodeIcon } from '#client/checklist-node.ts';
import { countedNoun } from '#client/finding-counts.ts';
import { placeName } from '#client/place-name.ts';
import { sharedWords } from '#client/shared-words.ts';
import type { AutomaticItemState, HumanItemState, ItemEvidence, ItemFinding } from '#server/protocol.ts';

/** A longer list is read in the problems view. */
const maximumFindings = 100;

/** A row that rules decide, with its findings. */
export function automaticNode(item: AutomaticItemState, sectionId: string, service: string): ChecklistNode {
  const id = `${sectionId}/${item.id}`;
  const { description, told } = automaticTexts(item);
  return {
    id,
    label: item.title,
    ...(description === undefined ? {} : { description }),
    tooltip: [item.sentence, ...told].join('\n\n'),
    spoken: [item.title, ...told].join(', '),
    icon: automaticIcon(item),
    role: 'automatic',
    row: { service, itemId: item.id, title: item.title },
    children: findingNodes(item.findings, id),
  };
}

/** What is written beside the title, and what the tooltip says beyond it. */
function automaticTexts(item: AutomaticItemState): {
  readonly description: string | undefined;
  readonly told: readonly string[];
} {
  const { state, findings, ignored, off, unread, subject } = item;
  const exceptions = [
    ...(ignored > 0 ? [`${countedNoun(ignored, 'finding')} ignored`] : []),
    ...(off.length > 0 && state !== 'notApplicable' ? [`off: ${off.join(', ')}`] : []),
    ...(unread.length > 0 ? [`not read: ${unread.join(', ')}`] : []),
  ];
  switch (state) {
    case 'findings':
      return { description: String(findings.length), told: [countedNoun(findings.length, 'finding'), ...exceptions] };
    case 'pass': {
      const short = [
        ...(ignored > 0 ? [`${ignored} ignored`] : []),
        ...(off.length > 0 ? [`${countedNoun(off.length, 'rule')} off`] : []),
      ];
      const description = short.length === 0 ? undefined : short.join(' · ');
      return { description, told: ['The rules that are on found nothing.', ...exceptions] };
    }
    case 'notApplicable':
      return { description: 'not applicable', told: [`Not applicable: there are no ${subject}.`, ...exceptions] };
    case 'unknown':
      return { description: 'not known', told: ['Not known.', ...exceptions] };
    default:
      return state satisfies never;
  }
}

function automaticIcon({ state, findings, ignored, off }: AutomaticItemState): NodeIcon {
  if (state === 'pass') return ignored + off.length === 0 ? 'pass' : 'passWithExceptions';
  if (state !== 'findings') return state;
  const has = (severity: ItemFinding['severity']) => findings.some((finding) => finding.severity === severity);
  if (has('error')) return 'error';
  return has('warning') ? 'warning' : 'info';
}

function findingNodes(findings: readonly ItemFinding[], itemId: string): readonly ChecklistNode[] {
  const shown = findings.slice(0, maximumFindings);
  const { shared, parts } = sharedWords(shown.map(({ message }) => message));
  const nodes = shown.map((finding, index): ChecklistNode => {
    const { message, ruleId, severity, uri, range } = finding;
    return {
      id: `${itemId}/${index}`,
      label: parts[index] ?? message,
      description: placeName(finding),
      tooltip: `${message}\n\n${ruleId}`,
      spoken: `${severity}: ${message} ${placeName(finding)}`,
      icon: severity,
      role: 'finding',
      children: [],
      place: { uri, range },
      ruleId,
    };
  });
  const leftOut = findings.length - shown.length;
  return [
    ...sharedNodes(shared, itemId),
    ...nodes,
    ...(leftOut === 0 ? [] : [textNode(`${itemId}/more`, `${leftOut} more in the problems view`)]),
  ];
}

/** A row that a person answers, with what to look at. */
export function humanNode(item: HumanItemState, sectionId: string, service: string): ChecklistNode {
  const id = `${sectionId}/${item.id}`;
  const { description, told } = humanTexts(item);
  return {
    id,
    label: item.title,
    ...(description === undefined ? {} : { description }),
    tooltip: [item.sentence, item.question, ...told].join('\n\n'),
    spoken: [item.title, ...told, item.question].join(', '),
    icon: humanIcon(item),
    role: item.answer === undefined ? 'human.open' : 'human.answered',
    row: { service, itemId: item.id, title: item.title },
    children: humanDetails(item, id),
    human: { service, item },
  };
}

const verdicts = { yes: 'yes', no: 'no', 'not-applicable': 'not applicable' } as const;

/** `Ada, 2026-03-31`; what is not a plain yes, and why it is stale, comes first. */
function humanTexts({ answer, stale }: HumanItemState): {
  readonly description: string | undefined;
  readonly told: readonly string[];
} {
  if (answer === undefined) return { description: undefined, told: ['Not answered yet.'] };
  const by = [answer.who, answer.when].filter((part) => part !== undefined).join(', ');
  const verdict = verdicts[answer.verdict];
  const beside = [stale, answer.verdict === 'yes' ? undefined : verdict, by].filter(
    (part) => part !== undefined && part !== '',
  );
  return {
    description: beside.length === 0 ? undefined : beside.join(' · '),
    told: [
      `Answered: ${verdict}${by === '' ? '' : ` (${by})`}.`,
      ...(stale === undefined ? [] : [`Stale: ${stale}.`]),
      ...(answer.note === undefined ? [] : [answer.note]),
    ],
  };
}

function humanIcon({ answer, stale }: HumanItemState): NodeIcon {
  if (answer === undefined) return 'open';
  if (stale !== undefined) return 'stale';
  return answer.verdict === 'not-applicable' ? 'notApplicable' : answer.verdict;
}

function humanDetails({ answer, evidence, evidenceLeftOut }: HumanItemState, id: string): readonly ChecklistNode[] {
  const { shared, parts } = sharedWords(evidence.map(({ text }) => text));
  return [
    ...(answer?.note === undefined ? [] : [textNode(`${id}/note`, answer.note, 'note')]),
    ...sharedNodes(shared, id),
    ...evidence.map((each, index) => evidenceNode(each, parts[index] ?? each.text, `${id}/${index}`)),
    ...(evidenceLeftOut > 0 ? [textNode(`${id}/more`, countedNoun(evidenceLeftOut, 'further place'))] : []),
  ];
}

function evidenceNode(evidence: ItemEvidence, label: string, id: string): ChecklistNode {
  const { text, uri, range } = evidence;
  return {
    id,
    label,
    description: placeName(evidence),
    tooltip: text,
    spoken: `${text}, ${placeName(evidence)}`,
    icon: 'evidence',
    role: 'evidence',
    children: [],
    place: { uri, range },
  };
}

/** What all that follows has in common, said once. */
function sharedNodes(shared: string, id: string): readonly ChecklistNode[] {
  return shared === '' ? [] : [textNode(`${id}/shared`, shared)];
}

function textNode(id: string, text: string, icon?: NodeIcon): ChecklistNode {
  const label = text.replaceAll(/\s+/g, ' ').trim();
  return { id, label, tooltip: text, ...(icon === undefined ? {} : { icon }), role: 'text', children: [] };
}
