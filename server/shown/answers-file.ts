import { type Answers, noAnswers } from '#core/checklist/answers.ts';
import { checklistItemIds } from '#core/checklist/checklist.ts';
import { readAnswers } from '#core/checklist/read-answers.ts';
import { cutDocument } from '#core/tree/cut/cut-document.ts';
import { noOutline } from '#core/tree/outline.ts';
import { checklist } from '#rules/checklist.ts';

const itemIds = checklistItemIds(checklist);

/** The answers of a `plumbline.review.yaml`; spans of problems count from the start of the file. */
export function readAnswersFile(uri: string, text: string): Answers {
  const { sections, starts } = cutDocument({ uri, text, language: 'yaml', outline: noOutline });
  const index = sections.findIndex(({ tree }) => tree !== undefined);
  const section = sections[index];
  if (section === undefined) return noAnswers;
  const answers = readAnswers(section, itemIds);
  const start = starts[index] ?? 0;
  const problems = answers.problems.map(({ span, message }) => ({
    span: { start: span.start + start, end: span.end + start },
    message,
  }));
  return { ...answers, problems };
}
