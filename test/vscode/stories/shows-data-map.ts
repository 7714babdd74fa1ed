import { commands, type Uri, window, workspace } from 'vscode';
import { checklistRow } from '../checklist-rows.ts';
import { closeWithoutSaving, fileUri, findingOf, openFile } from '../editor.ts';
import { page, skipWithoutPage } from '../page.ts';
import { waitUntil } from '../wait-until.ts';

describe('the data map', () => {
  afterEach(closeWithoutSaving);

  it('shows which schema is which model, opens both sides, and writes that a match is wrong', async function () {
    skipWithoutPage(this);
    const { document } = await openFile('orders.yaml');
    await findingOf(document.uri, 'openapi/get-no-request-body');
    await commands.executeCommand('plumbline.dataMap.focus');
    const pair = '.monaco-list-row[aria-label^="Order is Order"]';
    await page.click(pair);
    await activeFile('schemas/order.yaml');
    await commands.executeCommand('plumbline.dataMap.focus');
    // While lines are drawn again, the view hears no keys.
    await waitUntil('the properties of the pair', async () => {
      await page.press('Home');
      await page.press('ArrowRight');
      return page.has(checklistRow('only in the API'));
    });
    await page.screenshot('data-map');
    await page.hover(pair);
    await page.click(`${pair} >> .action-label[aria-label*="Open in Database"]`);
    await activeFile('schema.prisma');
    await page.hover(pair);
    await page.click(`${pair} >> .action-label[aria-label*="Wrong Match"]`);
    const written = /^ {2}type: object\n {2}x-prisma-model: false\n/m;
    await waitUntil('the override', () =>
      workspace.textDocuments.some((each) => isFile(each.uri, 'schemas/order.yaml') && written.test(each.getText())),
    );
    await page.read('.monaco-list-row[aria-label="Schemas without a model, 2"]');
  });
});

async function activeFile(path: string): Promise<void> {
  await waitUntil(`${path} in the editor`, () => isFile(window.activeTextEditor?.document.uri, path));
}

function isFile(uri: Uri | undefined, path: string): boolean {
  return uri?.toString() === fileUri(path).toString();
}
