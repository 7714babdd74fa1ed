import type { Span } from '#core/text/span.ts';
import type { TreeChange } from '#core/tree/change.ts';
import type { TreeSection } from '#core/tree/section.ts';
import {
  entriesOf,
  findBoolean,
  findString,
  findValue,
  type PlainValue,
  type TreeEntry,
  type TreeNode,
} from '#core/tree/tree.ts';

/** What a person said to a row of the checklist. */
export interface Answer {
  readonly checked: boolean;
  readonly note: string | undefined;
  readonly who: string | undefined;
  /** An ISO date: `2026-03-31`. */
  readonly when: string | undefined;
}

/** A mistake in `plumbline.review.yaml`; the span counts from the start of the section that was read. */
export interface AnswersProblem {
  readonly span: Span;
  readonly message: string;
}

export interface Answers {
  /** By the id of the checklist item. */
  readonly answers: ReadonlyMap<string, Answer>;
  readonly problems: readonly AnswersProblem[];
}

/** Reads `plumbline.review.yaml` from its one section. A mistaken answer is reported and counts as absent. */
export function readAnswers(section: TreeSection, itemIds: ReadonlySet<string>): Answers {
  const problems: AnswersProblem[] = [];
  const { tree } = section;
  if (isFilled(tree) && tree.kind !== 'map') {
    problems.push({ span: tree.span, message: 'This file must be a map with the keys “version” and “answers”.' });
  }
  reportVersion(tree, problems);
  const list = findValue(tree, 'answers');
  if (isFilled(list) && list.kind !== 'map') {
    problems.push({ span: list.span, message: '“answers” must be a map from checklist items to answers.' });
  }
  const answers = new Map<string, Answer>();
  for (const entry of entriesOf(list)) {
    const answer = readAnswer(entry, itemIds, problems);
    if (answer !== undefined) answers.set(entry.key.value, answer);
  }
  return { answers, problems };
}

/** The text of a new answers file, to which `answerChanges` applies. */
export const emptyAnswersText = '# Answers to the Plumbline checklist: who judged what, and when.\nversion: 1\n';

/**
 * The changes that write an answer, or take it back where it is undefined. Keys this version does not know stay; an
 * answer is one map, so that two people answering different rows change different lines.
 */
export function answerChanges(uri: string, itemId: string, answer: Answer | undefined): readonly TreeChange[] {
  const pointer = ['answers', itemId];
  if (answer === undefined) return [{ kind: 'remove', uri, pointer }];
  const { checked, note, who, when } = answer;
  const parts: readonly (readonly [string, PlainValue | undefined])[] = [
    ['checked', checked],
    ['note', note],
    ['who', who],
    ['when', when],
  ];
  return parts.map(([key, value]) =>
    value === undefined
      ? { kind: 'remove', uri, pointer: [...pointer, key] }
      : { kind: 'set', uri, pointer: [...pointer, key], value },
  );
}

function reportVersion(tree: TreeNode | undefined, problems: AnswersProblem[]): void {
  const version = findValue(tree, 'version');
  if (version === undefined || (version.kind === 'scalar' && version.value === 1)) return;
  problems.push({ span: version.span, message: 'The “version” of this file must be 1; it was read as if it were.' });
}

function readAnswer(entry: TreeEntry, itemIds: ReadonlySet<string>, problems: AnswersProblem[]): Answer | undefined {
  const { key, value } = entry;
  if (!itemIds.has(key.value)) {
    problems.push({
      span: key.span,
      message: `The checklist has no row “${key.value}”; its answer is kept but not shown.`,
    });
  }
  const checked = findBoolean(value, 'checked');
  if (checked === undefined) {
    problems.push({ span: key.span, message: `The answer to “${key.value}” needs “checked”: true or false.` });
    return undefined;
  }
  for (const name of ['note', 'who', 'when']) reportText(value, name, problems);
  const textOf = (name: string) => findString(value, name)?.value;
  return { checked: checked.value, note: textOf('note'), who: textOf('who'), when: textOf('when') };
}

function reportText(answer: TreeNode | undefined, name: string, problems: AnswersProblem[]): void {
  const value = findValue(answer, name);
  if (!isFilled(value)) return;
  const isText = value.kind === 'scalar' && typeof value.value === 'string';
  if (!isText) problems.push({ span: value.span, message: `“${name}” must be a text.` });
  else if (name === 'when' && !/^\d{4}-\d{2}-\d{2}/.test(String(value.value))) {
    problems.push({ span: value.span, message: '“when” must be a date such as 2026-03-31.' });
  }
}

function isFilled(node: TreeNode | undefined): node is TreeNode {
  return node !== undefined && !(node.kind === 'scalar' && node.value === null);
}
