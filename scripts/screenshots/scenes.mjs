import { spawnSync } from 'node:child_process';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

/**
 * A picture to take: what is done to the files before, and what a person does in the editor until it shows.
 *
 * @typedef {{
 *   name: string,
 *   prepare?: (folder: string) => Promise<void>,
 *   play: (page: import('playwright-core').Page) => Promise<void>,
 * }} Scene
 */

/** @type {readonly Scene[]} */
export const scenes = [
  {
    name: 'findings',
    async play(page) {
      await openFile(page, 'openapi.yaml');
      await showLine(page, 17);
      await page.locator('.squiggly-warning').first().waitFor({ timeout: 30_000 });
      await page.keyboard.press('Home');
      await page.keyboard.press('Control+K');
      await page.keyboard.press('Control+I');
      await page.locator('.monaco-hover', { hasText: 'GET /books' }).first().waitFor();
      await page.waitForTimeout(800);
    },
  },
  {
    name: 'quick-fix',
    async play(page) {
      await openFile(page, 'schema.prisma');
      await page.locator('.squiggly-error').first().waitFor({ timeout: 30_000 });
      await showLine(page, 22);
      await page.keyboard.press('Home');
      await page.keyboard.press('Control+.');
      await page.locator('.action-widget', { hasText: 'Decimal' }).waitFor();
      await page.waitForTimeout(300);
    },
  },
  {
    name: 'peek',
    async play(page) {
      await openFile(page, 'openapi.yaml');
      await page.locator('.squiggly-warning').first().waitFor({ timeout: 30_000 });
      await showLine(page, 75);
      await page.keyboard.press('End');
      await page.keyboard.press('Control+Shift+F10');
      await page.locator('.peekview-widget .filename').waitFor();
      await page.waitForTimeout(1500);
    },
  },
  {
    name: 'outline',
    async play(page) {
      await openFile(page, 'openapi.yaml');
      await page.locator('.squiggly-warning').first().waitFor({ timeout: 30_000 });
      await page.locator('.pane-header[aria-label^="Outline"]').click();
      // Without the files there is room for all of it.
      await page.locator('.pane-header', { hasText: 'examples' }).click();
      await page.locator('.outline-tree .monaco-list-row', { hasText: 'GET /books' }).first().waitFor();
      await page.waitForTimeout(800);
    },
  },
  {
    name: 'data-model',
    async play(page) {
      await openFile(page, 'schema.prisma');
      await page.locator('.squiggly-error').first().waitFor({ timeout: 30_000 });
      // Without the files there is room for all of it.
      await page.keyboard.press('Control+B');
      await showLine(page, 17);
      await page.locator('.editor-actions [aria-label*="Show Data Model"]').first().click();
      const diagram = page.frameLocator('iframe.webview').frameLocator('#active-frame');
      await diagram.locator('.box.selected').waitFor({ timeout: 30_000 });
      await diagram.locator('#zoom-fit').click();
      await page.mouse.move(640, 790);
      await page.waitForTimeout(800);
    },
  },
  {
    name: 'checklist',
    async play(page) {
      await openFile(page, 'openapi.yaml');
      await page.locator('.squiggly-warning').first().waitFor({ timeout: 30_000 });
      await page.locator('.activitybar [aria-label^="Plumbline"]').first().click();
      await page.locator('.monaco-list-row', { hasText: 'Pages of lists' }).first().waitFor({ timeout: 30_000 });
      for (const title of ['Pages of lists', 'Retried writes']) await expandRow(page, title);
      await page.waitForTimeout(3000);
    },
  },
  {
    name: 'database-place',
    async play(page) {
      await openFile(page, 'schema.prisma');
      await page.locator('.squiggly-error').first().waitFor({ timeout: 30_000 });
      await showLine(page, 21);
      // The description on the left, wide enough for the hover, the schema on the right.
      await page.keyboard.press('Control+Backslash');
      await page.keyboard.press('Control+1');
      for (let step = 0; step < 2; step++) await runPaletteCommand(page, 'Increase Editor Width');
      await openFile(page, 'openapi.yaml');
      await page.locator('.squiggly-warning').first().waitFor({ timeout: 30_000 });
      await page.keyboard.press('Control+B');
      await showLine(page, 22);
      await page.keyboard.press('End');
      await page.keyboard.press('ArrowLeft');
      await page.keyboard.press('Control+K');
      await page.keyboard.press('Control+I');
      await page.locator('.monaco-hover', { hasText: 'schema.prisma' }).first().waitFor();
      await page.mouse.move(640, 790);
      await page.waitForTimeout(800);
    },
  },
  {
    name: 'data-map',
    async play(page) {
      await openFile(page, 'openapi.yaml');
      await page.locator('.squiggly-warning').first().waitFor({ timeout: 30_000 });
      await page.locator('.activitybar [aria-label^="Plumbline"]').first().click();
      await page.locator('.pane-header', { hasText: 'Checklist' }).click();
      await page.locator('.pane-header', { hasText: 'Data Map' }).click();
      for (const label of ['Order is Order', 'Paths']) {
        const row = page.locator(`.monaco-list-row[aria-label^="${label}"]`).first();
        await row.waitFor({ timeout: 30_000 });
        await row.locator('.monaco-tl-twistie').click();
        await page.waitForTimeout(1000);
      }
      await page.locator('.monaco-list-row[aria-label^="Order is Order"]').first().hover();
      await page.waitForTimeout(1500);
    },
  },
  {
    name: 'changes',
    async prepare(folder) {
      for (const words of [
        ['init', '-q'],
        ['add', '-A'],
        ['commit', '-qm', 'first'],
      ])
        spawnSync('git', ['-c', 'user.name=a', '-c', 'user.email=a@example.com', ...words], { cwd: folder });
      const file = join(folder, 'bookshop/openapi.yaml');
      const text = await readFile(file, 'utf8');
      const changed = text
        .replace('operationId: getBook\n', 'operationId: readBook\n')
        .replace('required: [id, isbn, title, price, status]', 'required: [id, title, price, status]')
        .replace(/ {4}delete:\n {6}operationId: deleteBook\n(?: {6}.*\n)+/, '');
      await writeFile(file, changed);
    },
    async play(page) {
      await openFile(page, 'openapi.yaml');
      await page.locator('.squiggly-warning').first().waitFor({ timeout: 30_000 });
      await page.locator('.activitybar [aria-label^="Plumbline"]').first().click();
      await page.locator('.pane-header', { hasText: 'Checklist' }).click();
      await page.locator('.pane-header', { hasText: 'Changes' }).click();
      const rows = page.locator('.monaco-list-row[aria-label*=" change"]');
      await rows.first().waitFor({ timeout: 30_000 });
      for (let row = (await rows.count()) - 1; row >= 0; row--) {
        await rows.nth(row).locator('.monaco-tl-twistie').click();
        await page.waitForTimeout(1000);
      }
      await showLine(page, 62);
      await page.waitForTimeout(1500);
    },
  },
];

/**
 * Opens a row of a tree by its label.
 *
 * @param {import('playwright-core').Page} page
 * @param {string} label
 */
async function expandRow(page, label) {
  const row = page.locator('.monaco-list-row', { hasText: label }).first();
  await row.click();
  // A click opens the page of the row, and leaves it folded.
  await page.waitForTimeout(300);
  if ((await row.getAttribute('aria-expanded')) === 'false') await page.keyboard.press('ArrowRight');
}

/**
 * Puts the cursor at a line and shows it in the middle.
 *
 * @param {import('playwright-core').Page} page
 * @param {number} line
 */
async function showLine(page, line) {
  await page.keyboard.press('Control+G');
  await page.locator('.quick-input-widget input').fill(`:${line}`);
  await page.keyboard.press('Enter');
  await page.waitForTimeout(300);
}

/**
 * Opens a file of the workspace by its name and waits for its text.
 *
 * @param {import('playwright-core').Page} page
 * @param {string} name
 */
export async function openFile(page, name) {
  await page.keyboard.press('Control+P');
  await page.locator('.quick-input-widget input').fill(name);
  await page.locator('.quick-input-list .monaco-list-row', { hasText: name }).first().click();
  await page.locator('.monaco-editor .view-line').first().waitFor();
}

/**
 * Runs a command as the command palette names it.
 *
 * @param {import('playwright-core').Page} page
 * @param {string} title
 */
export async function runPaletteCommand(page, title) {
  await page.keyboard.press('F1');
  await page.locator('.quick-input-widget input').fill(`>${title}`);
  await page.locator('.quick-input-list .monaco-list-row', { hasText: title }).first().click();
}
