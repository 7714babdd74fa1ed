import { commands, type Disposable } from 'vscode';
import type { LanguageClient } from 'vscode-languageclient/node';
import type { Answers } from '#client/answers.ts';
import type { ChecklistNode } from '#client/checklist-node.ts';
import type { ChecklistView } from '#client/checklist-view.ts';
import { fixAllSafe } from '#client/commands/fix-all-safe.ts';
import { ignoreWithReason } from '#client/commands/ignore-with-reason.ts';
import { insertPattern } from '#client/commands/insert-pattern.ts';
import { openReport } from '#client/commands/open-report.ts';
import { openRulePage } from '#client/commands/open-rule-page.ts';
import { reviewWorkspace } from '#client/commands/review-workspace.ts';
import type { VirtualDocuments } from '#client/virtual-documents.ts';
import type { IgnoreTarget } from '#server/protocol.ts';

/** The parts of the extension that commands act on. */
export interface CommandTargets {
  readonly client: LanguageClient;
  readonly documents: VirtualDocuments;
  readonly answers: Answers;
  readonly view: ChecklistView;
}

/** Registers every command of the manifest. */
export function registerCommands({ client, documents, answers, view }: CommandTargets): readonly Disposable[] {
  const register = commands.registerCommand;
  return [
    register('plumbline.reviewWorkspace', () => reviewWorkspace(client)),
    register('plumbline.insertPattern', (patternId?: string) => insertPattern(client, patternId)),
    register('plumbline.openReport', () => openReport(documents)),
    register('plumbline.fixAllSafe', () => fixAllSafe(client)),
    register('plumbline.showOutput', () => client.outputChannel.show()),
    register('plumbline.openRulePage', (from?: string | ChecklistNode) =>
      openRulePage(typeof from === 'string' ? from : from?.ruleId),
    ),
    register('plumbline.ignoreWithReason', (target?: IgnoreTarget) => ignoreWithReason(client, target)),
    register('plumbline.answerWithNote', async ({ human }: ChecklistNode) => {
      if (human !== undefined) await answers.answerWithNote(human);
      view.refresh();
    }),
    register('plumbline.clearAnswer', async ({ human }: ChecklistNode) => {
      if (human !== undefined) await answers.clear(human);
      view.refresh();
    }),
  ];
}
