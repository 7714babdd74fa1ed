/**
 * `npm test`: everything that must hold, phase by phase, with a line and the seconds for each. All phases run even when
 * one fails, except that nothing follows a failed build. The last line counts the tests: `N passed, N failed`.
 */
import { existsSync } from 'node:fs';
import { findVscode } from './editor-host/find-vscode.mjs';
import { installBrowser, installServer } from './editor-host/install.mjs';
import { runNpm } from './run-command.mjs';
import { runWithCleanup } from './with-cleanup.mjs';

const counts = { passed: 0, failed: 0 };
/** @type {string[]} */
const failedPhases = [];

await runWithCleanup(async () => {
  if (await runPhase('build')) {
    await Promise.all([runPhase('check'), runPhase('lint'), checkGenerated(), prepareEditor()]);
    await runPhase('test:unit', { live: true });
    await runPhase('test:vscode', { live: true });
  }
  if (failedPhases.length > 0) console.log(`\nFailed: ${failedPhases.join(', ')}`);
  console.log(`\n${counts.passed} passed, ${counts.failed} failed`);
  return failedPhases.length > 0 ? 1 : 0;
});

/**
 * Runs an npm script of that name. Its output is shown as it comes when `live`, else only when it fails.
 *
 * @param {string} name
 * @param {{ live?: boolean }} [options]
 * @returns {Promise<boolean>} whether it passed
 */
async function runPhase(name, { live = false } = {}) {
  const started = Date.now();
  if (live) console.log(`… ${name}`);
  const { code, output } = await runNpm(['run', '--silent', name], { live });
  const seconds = ((Date.now() - started) / 1000).toFixed(1);
  if (live) addCounts(output, code);
  if (code !== 0) {
    failedPhases.push(name);
    if (!live) console.log(output.trimEnd());
  }
  console.log(code === 0 ? `✔ ${name}: ${seconds} s` : `✘ ${name}: failed after ${seconds} s`);
  return code === 0;
}

async function checkGenerated() {
  if (existsSync('scripts/generate.mjs')) await runPhase('generate:check');
  else console.log('– generate:check: there is no generator');
}

/** Installs the editor host while other phases run; when that fails, the stories say so again. */
async function prepareEditor() {
  if (!findVscode()?.endsWith('.mjs')) return;
  await installServer()
    .then(installBrowser)
    .catch((error) => console.error(error.message));
}

/**
 * Adds what mocha or the story runner counted; a run that ended without counting is one failure.
 *
 * @param {string} output
 * @param {number} code
 */
function addCounts(output, code) {
  const stories = /^stories: (\d+) passed, (\d+) failed/m.exec(output);
  const passed = Number(stories?.[1] ?? /^ +(\d+) passing/m.exec(output)?.[1] ?? 0);
  const failed = Number(stories?.[2] ?? /^ +(\d+) failing/m.exec(output)?.[1] ?? 0);
  counts.passed += passed;
  counts.failed += failed === 0 && code !== 0 ? 1 : failed;
}
