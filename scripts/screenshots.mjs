/**
 * `npm run screenshots`: takes the pictures of the README from the real editor, into `docs/images`. Each scene starts
 * with a fresh copy of `examples/` and a fresh window, and is played with keys and pointer. Needs Linux x64.
 *
 *   npm run screenshots -- checklist     only the scenes with that in their name
 */
import { cp, mkdir, mkdtemp, realpath, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { openPage } from './editor-host/browser.mjs';
import { openEditor } from './editor-host/open-editor.mjs';
import { scenes } from './screenshots/scenes.mjs';
import { runWithCleanup } from './with-cleanup.mjs';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const images = join(root, 'docs/images');

await runWithCleanup(async (defer) => {
  const temporary = await realpath(await mkdtemp(join(tmpdir(), 'plumbline-screenshots-')));
  defer(() => rm(temporary, { recursive: true, force: true, maxRetries: 5 }));
  const folder = join(temporary, 'examples');
  await mkdir(images, { recursive: true });
  const { address } = await openEditor(folder, defer);
  const page = await openPage(defer);
  const wanted = process.argv[2] ?? '';
  for (const { name, prepare, play } of scenes.filter((scene) => scene.name.includes(wanted))) {
    await rm(folder, { recursive: true, force: true });
    await cp(join(root, 'examples'), folder, { recursive: true });
    await prepare?.(folder);
    await page.goto(address);
    await page.locator('.monaco-workbench .statusbar-item').first().waitFor();
    await play(page);
    await page.screenshot({ path: join(images, `${name}.png`), animations: 'disabled', caret: 'hide' });
    console.log(`docs/images/${name}.png`);
  }
  return 0;
});
