import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { rmSync } from 'node:fs';
import { type CodeAction, type CodeLens, ConfigurationTarget, commands, window, workspace } from 'vscode';
import { checklistRow } from '../checklist-rows.ts';
import { closeWithoutSaving, fileUri, openFile, replaceText } from '../editor.ts';
import { page, skipWithoutPage } from '../page.ts';
import { waitUntil } from '../wait-until.ts';

const hasGit = spawnSync('git', ['--version']).status === 0;

describe('changes against a commit', () => {
  before(function () {
    if (!hasGit) this.skip();
  });
  afterEach(async () => {
    await closeWithoutSaving();
    await compareWith(undefined);
    rmSync(fileUri('.git').fsPath, { recursive: true, force: true });
  });

  it('are counted above the document and the operation, and can be accepted', async () => {
    commitAll();
    const { document } = await openFile('orders.yaml');
    await replaceText(document, 'operationId: getOrder', 'operationId: readOrder');
    await compareWith('HEAD');
    const lenses = await waitUntil('the lines', async () => {
      const found = await commands.executeCommand<CodeLens[]>('vscode.executeCodeLensProvider', document.uri);
      const told = found.filter(({ command }) => command?.title === '1 change against HEAD');
      return told.length === 2 ? told : undefined;
    });
    const place = document.positionAt(document.getText().indexOf('readOrder') + 1);
    const line = document.lineAt(place.line).range;
    await waitUntil('the action', async () => {
      const actions = await commands.executeCommand<CodeAction[]>(
        'vscode.executeCodeActionProvider',
        document.uri,
        line,
      );
      return actions.some(({ title }) => title.startsWith('Accept until a day: ')) ? true : undefined;
    });
    if ((lenses[1]?.range.start.line ?? 0) >= place.line) throw new Error('The line stands above the operation.');
  });

  it('are listed by operation, and compared with what was', async function () {
    skipWithoutPage(this);
    commitAll();
    const { document } = await openFile('orders.yaml');
    await replaceText(document, 'operationId: getOrder', 'operationId: readOrder');
    await compareWith('HEAD');
    await commands.executeCommand('plumbline.changes.focus');
    const operation = '.monaco-list-row[aria-label^="GET /orders/{orderId}, 1 change"]';
    await page.click(operation);
    const change = checklistRow('getOrder');
    await waitUntil('the change', async () => {
      await page.press('ArrowRight');
      return page.has(change);
    });
    await page.screenshot('changes');
    await page.hover(change);
    await page.click(`${change} >> .action-label[aria-label*="Compare with What It Was"]`);
    await waitUntil('both sides', () => {
      const shown = window.visibleTextEditors.map((editor) => editor.document.uri.scheme);
      return shown.includes('plumbline-base') && shown.includes('file');
    });
  });

  it('of a schema have a plan in SQL', async () => {
    commitAll();
    const { document } = await openFile('schema.prisma');
    await replaceText(document, 'total      Float', 'amount     Float');
    await compareWith('HEAD');
    const plan = await waitUntil('the plan', async () => {
      await window.showTextDocument(document);
      await commands.executeCommand('plumbline.planMigration');
      const shown = window.activeTextEditor?.document;
      return shown?.languageId === 'sql' ? shown.getText() : undefined;
    });
    assert.match(plan, /^ALTER TABLE "Order" RENAME COLUMN "total" TO "amount";$/m);
  });
});

function commitAll(): void {
  for (const words of [
    ['init', '-q'],
    ['add', '-A'],
    ['commit', '-qm', 'first'],
  ])
    spawnSync('git', ['-c', 'user.name=a', '-c', 'user.email=a@example.com', ...words], { cwd: fileUri('.').fsPath });
}

async function compareWith(commit: string | undefined): Promise<void> {
  await workspace.getConfiguration('plumbline').update('change.base', commit, ConfigurationTarget.Global);
}
