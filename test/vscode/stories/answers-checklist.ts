import assert from 'node:assert/strict';
import { commands, workspace } from 'vscode';
import { closeWithoutSaving, fileUri, findingOf, openFile } from '../editor.ts';
import { page, skipWithoutPage } from '../page.ts';
import { waitUntil } from '../wait-until.ts';

describe('the checklist', () => {
  afterEach(closeWithoutSaving);

  it('shows the rows of the guideline, and keeps a tick in plumbline.review.yaml', async function () {
    skipWithoutPage(this);
    const { document } = await openFile('orders.yaml');
    await findingOf(document.uri, 'openapi/get-no-request-body');
    await commands.executeCommand('plumbline.checklist.focus');
    await page.read('.pane-body >> text=Status codes fit the method and the outcome');
    await page.click('.monaco-list-row:has-text("Retried writes are harmless") .custom-view-tree-node-item-checkbox');
    const answers = await waitUntil('the answers file', () => readAnswers());
    assert.match(answers, /review-idempotency:/);
    assert.match(answers, /checked: true/);
    assert.match(answers, /when: ['"]?\d{4}-\d{2}-\d{2}/);
  });
});

/** Undefined until the file is there and holds something. */
async function readAnswers(): Promise<string | undefined> {
  try {
    return Buffer.from(await workspace.fs.readFile(fileUri('plumbline.review.yaml'))).toString('utf8') || undefined;
  } catch {
    return undefined;
  }
}
