import { commands, type Disposable } from 'vscode';
import type { LanguageClient } from 'vscode-languageclient/node';
import type { Answers } from '#client/answers.ts';
import type { ChangeNode } from '#client/change-node.ts';
import type { ChecklistNode, HumanRow } from '#client/checklist-node.ts';
import type { ChecklistView } from '#client/checklist-view.ts';
import { acceptChange } from '#client/commands/accept-change.ts';
import { addOperation } from '#client/commands/add-operation.ts';
import { answerRow } from '#client/commands/answer-row.ts';
import { compareChange } from '#client/commands/compare-change.ts';
import { exportChosenModel } from '#client/commands/export-data-model.ts';
import { fixAllSafe } from '#client/commands/fix-all-safe.ts';
import { ignoreWithReason } from '#client/commands/ignore-with-reason.ts';
import { insertPattern } from '#client/commands/insert-pattern.ts';
import { openDatabaseSide } from '#client/commands/open-database-side.ts';
import { openReport } from '#client/commands/open-report.ts';
import { openRowPage } from '#client/commands/open-row-page.ts';
import { openRulePage } from '#client/commands/open-rule-page.ts';
import { pickRow } from '#client/commands/pick-row.ts';
import { planMigration } from '#client/commands/plan-migration.ts';
import { reviewWorkspace } from '#client/commands/review-workspace.ts';
import { showChanges } from '#client/commands/show-changes.ts';
import { showDataModel } from '#client/commands/show-data-model.ts';
import { showPlaces } from '#client/commands/show-places.ts';
import { showReading } from '#client/commands/show-reading.ts';
import { wrongMatch } from '#client/commands/wrong-match.ts';
import type { DataMapNode } from '#client/data-map-node.ts';
import type { DiagramView } from '#client/diagram-view.ts';
import type { ResourceNode } from '#client/resource-node.ts';
import type { VirtualDocuments } from '#client/virtual-documents.ts';
import type { AcceptTarget, ChangesTarget, IgnoreTarget, PlacesTarget } from '#server/protocol.ts';

/** The parts of the extension that commands act on. */
export interface CommandTargets {
  readonly client: LanguageClient;
  readonly documents: VirtualDocuments;
  readonly answers: Answers;
  readonly view: ChecklistView;
  readonly diagram: DiagramView;
}

/** Registers every command of the manifest. */
export function registerCommands({ client, documents, answers, view, diagram }: CommandTargets): readonly Disposable[] {
  const register = commands.registerCommand;
  /** The row that is clicked or selected, else one that is picked. */
  const onRow = (command: string, act: (row: HumanRow) => Promise<void>): Disposable =>
    register(command, async (node?: ChecklistNode) => {
      const row = (node ?? view.selected)?.human ?? (await pickRow(client));
      if (row === undefined) return;
      await act(row);
      view.refresh();
      documents.refreshRows();
    });
  return [
    register('plumbline.reviewWorkspace', () => reviewWorkspace(client)),
    register('plumbline.insertPattern', (patternId?: string) => insertPattern(client, patternId)),
    register('plumbline.addOperation', (node?: ResourceNode) => addOperation(client, node)),
    register('plumbline.openDatabaseSide', (node?: DataMapNode) => openDatabaseSide(node)),
    register('plumbline.wrongMatch', (node?: DataMapNode) => wrongMatch(client, node)),
    register('plumbline.openReport', () => openReport(documents)),
    register('plumbline.fixAllSafe', () => fixAllSafe(client)),
    register('plumbline.showOutput', () => client.outputChannel.show()),
    register('plumbline.openRulePage', (from?: string | ChecklistNode) =>
      openRulePage(typeof from === 'string' ? from : from?.ruleId),
    ),
    register('plumbline.acceptChange', (target: AcceptTarget) => acceptChange(client, target)),
    register('plumbline.ignoreWithReason', (target?: IgnoreTarget) => ignoreWithReason(client, target)),
    register('plumbline.showChanges', (target: ChangesTarget) => showChanges(target)),
    register('plumbline.showPlaces', (target: PlacesTarget) => showPlaces(client, target)),
    register('plumbline.showReading', () => showReading(documents)),
    register('plumbline.showDataModel', (clicked?: unknown) => showDataModel(client, diagram, clicked)),
    register('plumbline.compareChange', (node?: ChangeNode) => compareChange(node)),
    register('plumbline.planMigration', () => planMigration(client)),
    register('plumbline.exportDataModelSvg', () => exportChosenModel(client, diagram, 'svg')),
    register('plumbline.exportDataModelMermaid', () => exportChosenModel(client, diagram, 'mermaid')),
    register('plumbline.openRowPage', (node?: Pick<ChecklistNode, 'row'>) => {
      const row = (node ?? view.selected)?.row;
      return row === undefined ? commands.executeCommand('plumbline.checklist.focus') : openRowPage(documents, row);
    }),
    onRow('plumbline.answer', (row) => answerRow(answers, row)),
    onRow('plumbline.answerYes', (row) => answers.answer(row, 'yes')),
    onRow('plumbline.answerNo', (row) => answers.answer(row, 'no')),
    onRow('plumbline.answerNotApplicable', (row) => answers.answer(row, 'not-applicable')),
    onRow('plumbline.editAnswerNote', (row) => answers.editNote(row)),
    onRow('plumbline.clearAnswer', (row) => answers.clear(row)),
  ];
}
