import assert from 'node:assert/strict';
import { commands, Selection } from 'vscode';
import { closeWithoutSaving, findingOf, openFile } from '../editor.ts';
import { page, skipWithoutPage } from '../page.ts';
import { waitUntil } from '../wait-until.ts';

describe('Insert Pattern', () => {
  afterEach(closeWithoutSaving);

  it('offers what fits the document, and puts the chosen one in', async function () {
    skipWithoutPage(this);
    const editor = await openFile('orders.yaml');
    await findingOf(editor.document.uri, 'openapi/get-no-request-body');
    const before = editor.document.getText();
    editor.selection = new Selection(9, 0, 9, 0);
    const done = commands.executeCommand('plumbline.insertPattern');
    await page.read('.quick-input-list .monaco-list-row');
    await page.type('cursor');
    await page.read('.quick-input-list .monaco-list-row.focused:has-text("cursor")');
    await page.press('Enter');
    await done;
    await waitUntil('the pattern', () => editor.document.getText() !== before);
    assert.match(editor.document.getText(), /cursor/);
    assert.ok(editor.document.getText().startsWith('openapi: 3.1.0\n'), 'what was there stays');
  });
});
