import { commands } from 'vscode';
import { page } from './page.ts';
import { waitUntil } from './wait-until.ts';

/** The selector of a line of the checklist view, by its label. */
export function checklistRow(label: string): string {
  return `.monaco-list-row:has-text("${label}")`;
}

/** Shows the checklist, with the rows of its first service unfolded. While lines are drawn again, the view hears no keys. */
export async function showRows(): Promise<void> {
  await commands.executeCommand('plumbline.checklist.focus');
  await page.read('.monaco-list-row[aria-label*="to decide"]');
  await waitUntil('the rows of the first service', async () => {
    await page.press('Home');
    await page.press('ArrowRight');
    return page.has('.monaco-list-row >> text=/^\\d+ of \\d+ decided$/');
  });
}
