import assert from 'node:assert/strict';
import { type CompletionList, commands, languages, Position, type Uri, window, workspace } from 'vscode';
import { closeWithoutSaving, fileUri, findings } from '../editor.ts';
import { page, skipWithoutPage } from '../page.ts';
import { waitUntil } from '../wait-until.ts';

/** Below a folder of its own it sets nothing for the files of other stories. */
const path = 'typed/plumbline.yaml';

const focused = (text: string): string => `.suggest-widget.visible .monaco-list-row.focused:has-text("${text}")`;

describe('plumbline.yaml', () => {
  afterEach(async () => {
    await closeWithoutSaving();
    await workspace.fs.delete(fileUri('typed'), { recursive: true });
  });

  it('is completed while it is typed, and its mistakes are mended', async function () {
    skipWithoutPage(this);
    const uri = await emptyFile();
    const { document } = await window.showTextDocument(uri, { preview: false });
    assert.equal(document.languageId, 'yaml');
    await waitUntil('the server to answer', () => isCompleted(uri));
    await page.click('.monaco-editor .view-lines');
    await page.type('ru');
    await page.read(focused('rules'));
    await page.press('Enter');
    await page.read('.suggest-widget.visible .monaco-list-row:has-text("openapi/*")');
    await page.type('list-pag');
    await page.read(focused('openapi/list-paginated'));
    await page.screenshot('configuration-rules');
    await page.press('Enter');
    await page.read('.suggest-widget.visible .monaco-list-row:has-text("warning")');
    await page.screenshot('configuration-severities');
    assert.doesNotMatch(await page.read('.suggest-widget.visible .monaco-list-rows'), /oas-/, 'no pattern fits here');
    await page.type('in');
    await page.read(focused('info'));
    await page.press('Enter');
    // The text comes to this side after the window has it.
    await waitUntil('the severity', () => document.getText() === 'rules:\n  openapi/list-paginated: info');
    await page.press('Enter');
    await page.type('prism/*: warn');
    await page.press('Escape');
    await waitUntil('the mistakes', () => findings(uri).length > 0);
    assert.deepEqual(
      findings(uri).map(({ message }) => message),
      ['There is no rule “prism/*”. Did you mean “prisma/*”?'],
    );
    assert.equal(languages.getDiagnostics(uri).length, 1, 'nobody says it twice');
  });
});

async function isCompleted(uri: Uri): Promise<boolean> {
  const start = new Position(0, 0);
  const list = await commands.executeCommand<CompletionList>('vscode.executeCompletionItemProvider', uri, start);
  return list.items.some(({ label }) => (typeof label === 'string' ? label : label.label) === 'rules');
}

async function emptyFile(): Promise<Uri> {
  const uri = fileUri(path);
  await workspace.fs.writeFile(uri, new Uint8Array());
  return uri;
}
