import assert from 'node:assert/strict';
import { commands, type TextDocument, workspace } from 'vscode';
import { closeWithoutSaving, findingOf, openFile } from '../editor.ts';
import { page, skipWithoutPage } from '../page.ts';
import { waitUntil } from '../wait-until.ts';

describe('how a file was read', () => {
  afterEach(closeWithoutSaving);

  it('is told by a page', async () => {
    const { document } = await openFile('schemas/order.yaml');
    await findingOf(document.uri, 'openapi/reference-resolves');
    await commands.executeCommand('plumbline.showReading');
    const text = await waitUntil('the page', () => workspace.textDocuments.find(isPage)?.getText());
    assert.match(text, /^# How schemas\/order\.yaml was read/);
    assert.match(text, /references lead here/);
    assert.match(text, /^\| Root \| \[orders\.yaml\]/m);
    assert.match(text, /^\| Compared with \| \[schema\.prisma\]/m);
    assert.match(text, /^- \[line \d+\].*“#\/Line”: there is no such place/m);
  });

  it('is told in few words by the language status', async function () {
    skipWithoutPage(this);
    const { document } = await openFile('orders.yaml');
    await findingOf(document.uri, 'openapi/get-no-request-body');
    await page.click('#status\\.languageStatus');
    assert.match(await page.read('.monaco-hover .hover-language-status:has-text("OpenAPI 3.1")'), /schema\.prisma/);
    await page.screenshot('language-status');
  });
});

function isPage({ uri, getText }: TextDocument): boolean {
  return uri.scheme === 'plumbline' && uri.path.startsWith('/reading/') && getText().startsWith('#');
}
