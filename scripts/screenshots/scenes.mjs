/**
 * A picture to take: what a person does in the editor until it shows.
 *
 * @typedef {{ name: string, play: (page: import('playwright-core').Page) => Promise<void> }} Scene
 */

/** @type {readonly Scene[]} */
export const scenes = [
  {
    name: 'findings',
    async play(page) {
      await openFile(page, 'openapi.yaml');
    },
  },
];

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
