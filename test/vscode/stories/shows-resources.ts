import { commands } from 'vscode';
import { checklistRow } from '../checklist-rows.ts';
import { closeWithoutSaving, findingOf, openFile } from '../editor.ts';
import { page, skipWithoutPage } from '../page.ts';
import { waitUntil } from '../wait-until.ts';

describe('the resources', () => {
  afterEach(closeWithoutSaving);

  it('show what a description offers, and write an operation that is missing', async function () {
    skipWithoutPage(this);
    const { document } = await openFile('orders.yaml');
    await findingOf(document.uri, 'openapi/get-no-request-body');
    await commands.executeCommand('plumbline.resources.focus');
    await page.click('.monaco-list-row[aria-label^="/orders, collection"]');
    await page.read(checklistRow('GET /orders/{orderId}'));
    await page.screenshot('resources');
    const missing = checklistRow('POST /orders');
    await page.hover(missing);
    await page.click(`${missing} >> .action-label[aria-label*="Add Operation"]`);
    await waitUntil('the operation', () => /\n {2}\/orders:\n {4}post:\n/.test(document.getText()));
  });
});
