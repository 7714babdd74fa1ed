import { commands } from 'vscode';
import { openFile } from '../../editor.ts';
import { page, skipWithoutPage } from '../../page.ts';

describe('the checklist after a reload', () => {
  it('still has the tick', async function () {
    skipWithoutPage(this);
    await openFile('orders.yaml');
    await commands.executeCommand('plumbline.checklist.focus');
    await page.hover('.monaco-list-row:has-text("Retried writes are harmless") [aria-checked="true"]');
  });
});
