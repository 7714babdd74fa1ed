/**
 * `npm run test:vscode`: runs the editor stories in a real VS Code, over a copy of `test/vscode/workspace`.
 *
 *   npm run test:vscode -- --grep "quick fix"
 *
 * Stories directly in `stories/` run first; each folder below it is a further pass with a restarted editor over the same
 * workspace, for what must survive a reload.
 */
import { cp, mkdtemp, readdir, readFile, realpath, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { runTests } from '@vscode/test-electron';
import { findVscode } from '../../scripts/editor-host/find-vscode.mjs';
import { runWithCleanup } from '../../scripts/with-cleanup.mjs';

const root = dirname(dirname(dirname(fileURLToPath(import.meta.url))));
const compiled = join(root, 'dist/test-vscode');

await runWithCleanup(async (defer) => {
  const temporary = await realpath(await mkdtemp(join(tmpdir(), 'plumbline-stories-')));
  defer(() => rm(temporary, { recursive: true, force: true, maxRetries: 5 }));
  const workspace = join(temporary, 'workspace');
  await cp(join(root, 'test/vscode/workspace'), workspace, { recursive: true });
  await rm(join(root, '.vscode-test/logs'), { recursive: true, force: true });
  const sum = { passed: 0, failed: 0, skipped: 0 };
  for (const folder of await listPasses()) {
    console.log(`stories: ${folder.slice(compiled.length + 1)}`);
    const counts = await runPass(folder, workspace, join(temporary, 'counts.json'));
    sum.passed += counts.passed;
    sum.failed += counts.failed;
    sum.skipped += counts.skipped;
  }
  console.log(
    `stories: ${sum.passed} passed, ${sum.failed} failed${sum.skipped > 0 ? `, ${sum.skipped} skipped` : ''}`,
  );
  return sum.failed === 0 && sum.passed > 0 ? 0 : 1;
});

/** The folders with stories, the one to run first first. */
async function listPasses() {
  const stories = join(compiled, 'stories');
  const entries = await readdir(stories, { withFileTypes: true });
  const folders = entries.filter((entry) => entry.isDirectory()).map((entry) => join(stories, entry.name));
  return [stories, ...folders.sort()];
}

/**
 * @param {string} folder
 * @param {string} workspace
 * @param {string} countsFile where the stories leave their counts
 * @returns {Promise<{ passed: number, failed: number, skipped: number }>} one failure when the pass came to no end
 */
async function runPass(folder, workspace, countsFile) {
  const grep = process.argv.indexOf('--grep');
  const env = {
    PLUMBLINE_STORIES: folder,
    PLUMBLINE_STORY_COUNTS: countsFile,
    [process.stdout.isTTY ? 'FORCE_COLOR' : 'NO_COLOR']: '1',
    PLUMBLINE_STORY_GREP: grep < 0 ? undefined : process.argv[grep + 1],
  };
  const vscode = findVscode();
  await rm(countsFile, { force: true });
  await runTests({
    ...(vscode === undefined ? {} : { vscodeExecutablePath: vscode }),
    extensionDevelopmentPath: root,
    extensionTestsPath: join(compiled, 'index.cjs'),
    launchArgs: [workspace, '--disable-extensions'],
    extensionTestsEnv: env,
  }).catch((error) => console.error(`stories: ${error.message}; the editor's logs are in .vscode-test/logs`));
  const counts = await readFile(countsFile, 'utf8').catch(() => '{ "passed": 0, "failed": 1, "skipped": 0 }');
  return JSON.parse(counts);
}
