import { showRows } from '../../checklist-rows.ts';
import { openFile } from '../../editor.ts';
import { page, skipWithoutPage } from '../../page.ts';

describe('the checklist after a reload', () => {
  it('still has the answer', async function () {
    skipWithoutPage(this);
    await openFile('orders.yaml');
    await showRows();
    await page.hover('.monaco-list-row[aria-label*="Retried writes, Answered: yes"]');
  });
});
