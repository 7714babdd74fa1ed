import { type QuickPickItem, window } from 'vscode';
import type { Answers } from '#client/answers.ts';
import type { HumanRow } from '#client/checklist-node.ts';
import type { ItemVerdict } from '#server/protocol.ts';

interface Choice extends QuickPickItem {
  readonly act: (row: HumanRow) => Promise<void>;
}

/** Shows the question in full, and what can be said to it. */
export async function answerRow(answers: Answers, row: HumanRow): Promise<void> {
  const { title, question, answer } = row.item;
  const say = (label: string, detail: string, verdict: ItemVerdict): Choice => ({
    label,
    detail,
    description: answer?.verdict === verdict ? 'as answered' : '',
    act: (of) => answers.answer(of, verdict),
  });
  const choices: readonly Choice[] = [
    say('$(pass) Yes', `${row.item.sentence}.`, 'yes'),
    say('$(error) No', 'It does not hold: there is work to do.', 'no'),
    say('$(circle-slash) Not Applicable', 'There is nothing here the question is about.', 'not-applicable'),
    {
      label: '$(note) Edit Note…',
      detail: answer?.note ?? 'What was found, agreed or decided.',
      act: (of) => answers.editNote(of),
    },
    ...(answer === undefined ? [] : [{ label: '$(clear-all) Clear Answer', act: (of: HumanRow) => answers.clear(of) }]),
  ];
  const choice = await window.showQuickPick(choices, { title, placeHolder: question });
  await choice?.act(row);
}
