import type { Answer, AnsweredEvidence, AnswerMap, Answers, AnswersProblem, Verdict } from '#core/checklist/answers.ts';
import type { TreeSection } from '#core/tree/section.ts';
import { entriesOf, findString, findValue, isEmptyValue, type TreeEntry, type TreeNode } from '#core/tree/tree.ts';

/** Reads `plumbline.review.yaml` from its one section. A mistaken answer is reported and counts as absent. */
export function readAnswers({ tree }: TreeSection, itemIds: ReadonlySet<string>): Answers {
  const problems: AnswersProblem[] = [];
  const report = ({ span }: Pick<TreeNode, 'span'>, message: string) => problems.push({ span, message });
  if (isFilled(tree) && tree.kind !== 'map') {
    report(tree, 'This file must be a map with the keys “version”, “services” and “answers”.');
  }
  const version = findValue(tree, 'version');
  if (version !== undefined && !(version.kind === 'scalar' && (version.value === 1 || version.value === 2))) {
    report(version, 'The “version” of this file must be 1 or 2; it was read as if it were 2. Write “version: 2”.');
  }
  const readMap = (owner: TreeNode | undefined) => readAnswerMap(findValue(owner, 'answers'), itemIds, report);
  const services = findValue(tree, 'services');
  if (isFilled(services) && services.kind !== 'map') {
    report(services, '“services” must be a map from the paths of descriptions to their answers.');
  }
  return {
    shared: readMap(tree),
    services: entriesOf(services).map(({ key, value }) => ({
      path: key.value,
      title: findString(value, 'title')?.value,
      answers: readMap(value),
    })),
    problems,
  };
}

type Report = (place: Pick<TreeNode, 'span'>, message: string) => void;

function readAnswerMap(list: TreeNode | undefined, itemIds: ReadonlySet<string>, report: Report): AnswerMap {
  if (isFilled(list) && list.kind !== 'map') {
    report(list, '“answers” must be a map from checklist items to answers.');
  }
  return new Map(entriesOf(list).map((entry) => [entry.key.value, readAnswer(entry, itemIds, report)]));
}

function readAnswer(
  { key, value }: TreeEntry,
  itemIds: ReadonlySet<string>,
  report: Report,
): Answer | 'open' | 'mistaken' {
  if (!itemIds.has(key.value)) {
    report(
      key,
      `The checklist has no row “${key.value}”; its answer is kept but not shown. Correct the name, or remove the answer.`,
    );
  }
  const verdict = readVerdict(value);
  if (verdict === undefined) {
    report(key, `The answer to “${key.value}” needs “answer”: yes, no, not applicable or open.`);
    return 'mistaken';
  }
  if (verdict === 'open') return 'open';
  for (const name of ['note', 'who', 'when']) reportText(key.value, value, name, report);
  const textOf = (name: string) => findString(value, name)?.value;
  const evidence = readEvidence(findValue(value, 'evidence'));
  return { verdict, note: textOf('note'), who: textOf('who'), when: textOf('when'), evidence };
}

const verdicts: ReadonlyMap<string, Verdict | 'open'> = new Map([
  ['yes', 'yes'],
  ['true', 'yes'],
  ['no', 'no'],
  ['false', 'no'],
  ['not applicable', 'not-applicable'],
  ['not-applicable', 'not-applicable'],
  ['n/a', 'not-applicable'],
  ['open', 'open'],
]);

/** Version 1 knew `checked: true` and `checked: false`; some readers of YAML take a bare `yes` for `true`. */
function readVerdict(answer: TreeNode | undefined): Verdict | 'open' | undefined {
  const given = findValue(answer, 'answer') ?? findValue(answer, 'checked');
  return given?.kind === 'scalar' ? verdicts.get(String(given.value).toLowerCase()) : undefined;
}

function readEvidence(evidence: TreeNode | undefined): AnsweredEvidence | undefined {
  const count = findValue(evidence, 'count');
  if (count?.kind !== 'scalar' || typeof count.value !== 'number') return undefined;
  return { count: count.value, digest: findString(evidence, 'digest')?.value };
}

function reportText(row: string, answer: TreeNode | undefined, name: string, report: Report): void {
  const value = findValue(answer, name);
  if (!isFilled(value)) return;
  const isText = value.kind === 'scalar' && typeof value.value === 'string';
  if (!isText) report(value, `“${name}” of “${row}” must be a text; put it in quotes.`);
  else if (name === 'when' && !/^\d{4}-\d{2}-\d{2}/.test(String(value.value))) {
    report(value, `“when” of “${row}” must be a date such as 2026-03-31.`);
  }
}

function isFilled(node: TreeNode | undefined): node is TreeNode {
  return node !== undefined && !isEmptyValue(node);
}
