#!/usr/bin/env node
/**
 * Stands in for the `code` executable where VS Code cannot be downloaded: takes the arguments with which
 * `@vscode/test-electron` starts an extension test, runs the test in the browser-hosted VS Code, and exits with its code.
 *
 *   vscode-executable.mjs FOLDER --extensionDevelopmentPath=… --extensionTestsPath=…
 *
 * Prints the lines that start with `│`, which are the story runner's; everything else goes to `.vscode-test/logs`.
 */
import { setTimeout as sleep } from 'node:timers/promises';
import { runWithCleanup } from '../with-cleanup.mjs';
import { openPage } from './browser.mjs';
import { editorFolder } from './install.mjs';
import { openPageBridge } from './page-bridge.mjs';
import { openLog, startEditorServer } from './server.mjs';

/** Seconds without a line of the stories: longer than the longest wait of one, which then fails by its own name. */
const silence = Number(process.env.PLUMBLINE_STORY_SECONDS ?? 420);

await runWithCleanup(async (defer) => {
  const page = await openPage(defer);
  const bridge = await openPageBridge(page, defer);
  const args = ['--without-connection-token', '--enable-smoke-test-driver', '--force-disable-user-env'];
  const server = await startEditorServer({ args, env: { PLUMBLINE_STORY_PAGE: bridge } }, defer);
  const test = await watchTest(page);
  await page.goto(testAddress(server.origin));
  return Promise.race([test.exited, server.failure, giveUp(page, test.lastLine), watchParent()]);
});

/**
 * Passes on what the test says; `exited` resolves to its exit code, `lastLine` answers when it last said something, in
 * milliseconds as `Date.now()`.
 *
 * @param {import('playwright-core').Page} page
 */
async function watchTest(page) {
  const log = await openLog('editor.log');
  let last = Date.now();
  page.on('pageerror', (error) => log.write(`page error: ${error.stack}\n`));
  await page.exposeFunction('codeAutomationLog', (/** @type {string} */ type, /** @type {unknown[]} */ args) => {
    const line = args.join(' ');
    if (line.startsWith('│')) {
      last = Date.now();
      console.log(line);
    }
    log.write(`${type}: ${line}\n`);
  });
  /** @type {(code: number) => void} */
  let exit = () => {};
  /** @type {Promise<number>} */
  const exited = new Promise((resolve) => {
    exit = resolve;
  });
  await page.exposeFunction('codeAutomationExit', (/** @type {number} */ code) => exit(code));
  return { exited, lastLine: () => last };
}

/** @param {string} origin */
function testAddress(origin) {
  const remote = `vscode-remote://${new URL(origin).host}`;
  const folder = process.argv.slice(2).find((argument) => !argument.startsWith('--'));
  const payload = [
    ['extensionDevelopmentPath', `${remote}${getArgument('extensionDevelopmentPath')}`],
    ['extensionTestsPath', `${remote}${getArgument('extensionTestsPath')}`],
    ['skipWelcome', 'true'],
  ];
  return `${origin}/?${new URLSearchParams({ folder: folder ?? '/', payload: JSON.stringify(payload) })}`;
}

/** @param {string} name */
function getArgument(name) {
  const prefix = `--${name}=`;
  const found = process.argv.find((argument) => argument.startsWith(prefix));
  if (found === undefined) throw new Error(`${prefix}… is missing`);
  return found.slice(prefix.length);
}

/**
 * @param {import('playwright-core').Page} page
 * @param {() => number} lastLine
 * @returns {Promise<never>}
 */
async function giveUp(page, lastLine) {
  while (Date.now() - lastLine() < silence * 1000) await sleep(1000);
  const picture = `${editorFolder}/logs/gave-up.png`;
  await page.screenshot({ path: picture }).catch(() => {});
  throw new Error(`The stories said nothing for ${silence} s; see ${editorFolder}/logs and the picture ${picture}`);
}

/**
 * Ends the test when whoever started it is gone, however that ended.
 *
 * @returns {Promise<never>}
 */
async function watchParent() {
  const parent = process.ppid;
  while (process.ppid === parent) await sleep(500);
  throw new Error('The process that started the stories has ended.');
}
