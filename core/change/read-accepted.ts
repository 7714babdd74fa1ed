import type { AcceptedChange, AcceptedChanges } from '#core/change/accepted-change.ts';
import type { Finding } from '#core/rule.ts';
import type { Rulebook } from '#core/rulebook.ts';
import { nearestName } from '#core/text/nearest-name.ts';
import type { TreeSection } from '#core/tree/section.ts';
import { entriesOf, findEntry, findValue, isEmptyValue, itemsOf, type TreeNode } from '#core/tree/tree.ts';

/** Reads `plumbline.changes.yaml` from its one section; a mistaken entry is reported and accepts nothing. */
export function readAccepted(section: TreeSection, rulebook: Rulebook): AcceptedChanges {
  const { tree, uri } = section;
  const problems: Finding[] = [];
  const report: Report = ({ span }, message) => void problems.push({ span, message });
  if (tree !== undefined && !isEmptyValue(tree) && tree.kind !== 'map')
    report(tree, 'This file must be a map with the keys “version” and “changes”. Write the list below “changes:”.');
  checkKeys(tree, fileKeys, report);
  const version = findValue(tree, 'version');
  if (version !== undefined && !(version.kind === 'scalar' && version.value === 1))
    report(version, 'The “version” of this file must be 1; it was read as if it were. Write “version: 1”.');
  const list = findValue(tree, 'changes');
  if (list !== undefined && !isEmptyValue(list) && list.kind !== 'list')
    report(list, '“changes” must be a list. Begin each entry with “- rule:”.');
  const changes = itemsOf(list).flatMap((item) => readEntry(item, rulebook, report) ?? []);
  return { folder: uri.slice(0, uri.lastIndexOf('/') + 1), section, changes, problems };
}

const known = new WeakMap<Rulebook, WeakMap<TreeSection, AcceptedChanges>>();

/** The same text gives the very same list. */
export function readAcceptedOnce(section: TreeSection, rulebook: Rulebook): AcceptedChanges {
  const ofBook = known.get(rulebook) ?? new WeakMap<TreeSection, AcceptedChanges>();
  known.set(rulebook, ofBook);
  const read = ofBook.get(section) ?? readAccepted(section, rulebook);
  ofBook.set(section, read);
  return read;
}

type Report = (place: Pick<TreeNode, 'span'>, message: string) => void;

const fileKeys = ['version', 'changes'] as const;
const entryKeys = ['rule', 'file', 'what', 'why', 'who', 'until'] as const;

function checkKeys(map: TreeNode | undefined, keys: readonly string[], report: Report): void {
  for (const { key } of entriesOf(map)) {
    if (keys.includes(key.value)) continue;
    const meant = nearestName(key.value, keys);
    const remedy = meant === undefined ? `Known are ${keys.join(', ')}.` : `Did you mean “${meant}”?`;
    report(key, `“${key.value}” means nothing here. ${remedy}`);
  }
}

function readEntry(item: TreeNode, rulebook: Rulebook, report: Report): AcceptedChange | undefined {
  if (item.kind !== 'map') {
    report(item, 'An accepted change must be a map. Write “rule:”, “what:”, “why:” and “until:” below each other.');
    return undefined;
  }
  // Behind a colon in a text the rest of the entry is taken for a part of it.
  const mistaken = entriesOf(item).find(({ value }) => value !== undefined && value.kind !== 'scalar');
  if (mistaken !== undefined) {
    report(mistaken.key, `“${mistaken.key.value}” must be a text: put it in quotes.`);
    return undefined;
  }
  checkKeys(item, entryKeys, report);
  const rule = textOf(item, 'rule', 'the id of the rule that tells it', report);
  const what = textOf(item, 'what', 'the first sentence of the message it is told with', report);
  const why = textOf(item, 'why', 'the reason it may be', report);
  const until = textOf(item, 'until', 'the last day on which it is not told, such as 2030-12-31', report);
  const file = findValue(item, 'file');
  if (file !== undefined && !isText(file)) report(file, '“file” must be a path from the folder of this list on.');
  if (rule === undefined || what === undefined || why === undefined || until === undefined) return undefined;
  if (!isChangeRule(rule, rulebook, report) || !isDay(until, report)) return undefined;
  return {
    ruleId: rule.text,
    file: isText(file) ? String(file.value).replace(/^\.\//, '') : undefined,
    what: what.text,
    until: until.text,
    untilSpan: until.span,
  };
}

interface Text extends Pick<TreeNode, 'span'> {
  readonly text: string;
}

/** Told where it is missing, with what should stand there. */
function textOf(item: TreeNode, key: string, meaning: string, report: Report): Text | undefined {
  const entry = findEntry(item, key);
  const value = entry?.value;
  if (isText(value)) return { text: String(value.value).trim(), span: value.span };
  const place = entry?.key ?? firstKey(item);
  report(place, `An accepted change needs “${key}”: ${meaning}.`);
  return undefined;
}

function firstKey(item: TreeNode): Pick<TreeNode, 'span'> {
  return entriesOf(item)[0]?.key ?? item;
}

function isText(value: TreeNode | undefined): value is TreeNode & { kind: 'scalar' } {
  return value?.kind === 'scalar' && value.value !== null && String(value.value).trim() !== '';
}

function isChangeRule(rule: Text, { rules }: Rulebook, report: Report): boolean {
  const ids: readonly string[] = rules.filter(({ needs }) => needs.some((need) => need === 'base')).map(({ id }) => id);
  if (ids.includes(rule.text)) return true;
  const meant = nearestName(rule.text, ids);
  const isOther = rules.some(({ id }) => id === rule.text);
  const remedy = isOther
    ? 'It is about no change: write “plumbline-ignore” where it is told.'
    : meant === undefined
      ? 'Take the id that stands behind the message.'
      : `Did you mean “${meant}”?`;
  report(rule, `There is no rule about changes called “${rule.text}”. ${remedy}`);
  return false;
}

function isDay({ text, span }: Text, report: Report): boolean {
  const [, year, month, day] = /^(\d{4})-(\d\d)-(\d\d)$/.exec(text) ?? [];
  const isThere = Number(month) >= 1 && Number(month) <= 12 && Number(day) >= 1;
  if (isThere && Number(day) <= new Date(Date.UTC(Number(year), Number(month), 0)).getUTCDate()) return true;
  report({ span }, `“until” must be a day such as 2030-12-31; “${text}” is none.`);
  return false;
}
