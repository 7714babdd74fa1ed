/**
 * `npm start`: builds, reviews the examples in the terminal, then opens VS Code with the extension on a copy of them:
 * the desktop VS Code when `code` is on the PATH, otherwise the browser-hosted one, until Ctrl-C.
 *
 * PLUMBLINE_VSCODE=hosted prefers the browser-hosted one; PLUMBLINE_START=once ends as soon as the editor answers.
 */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { delimiter, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { findVscode } from './editor-host/find-vscode.mjs';
import { openEditor } from './editor-host/open-editor.mjs';
import { copyExamples, removeUnchanged } from './examples-copy.mjs';
import { runWithCleanup } from './with-cleanup.mjs';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const examples = join(root, 'examples');
/** Opens the example and the checklist when the editor has started. */
const firstLook = fileURLToPath(new URL('editor-host/first-look', import.meta.url));

await runWithCleanup(async (defer) => {
  console.log('Building Plumbline.');
  if ((await run(process.execPath, ['esbuild.mjs', '--quiet'])) !== 0) return 1;
  await reviewExamples();
  const desktop = await findDesktop();
  const copy = await copyExamples(examples);
  if (desktop !== undefined) return openDesktop(desktop, copy);
  defer(() => removeUnchanged(copy, examples));
  return openHosted(copy, defer);
});

/** Prints the review; that it finds something is what the examples are for. */
async function reviewExamples() {
  if (!existsSync(join(root, 'dist/cli.cjs'))) return;
  console.log('\nThe review of examples/, as "npm run review -- examples" prints it:\n');
  const code = await run(process.execPath, ['dist/cli.cjs', 'review', 'examples']);
  if (code > 1) console.error(`The review could not be done (exit code ${code}); opening the editor all the same.`);
  console.log(`
Your own files:    npm run review -- path/to/api path/to/schema.prisma
From any folder:   npx ${root} review   (or: node ${join(root, 'dist/cli.cjs')} review)
`);
}

/** @returns {Promise<string | undefined>} the desktop VS Code to start; undefined when the browser-hosted one is to be used */
async function findDesktop() {
  const choice = process.env.PLUMBLINE_VSCODE;
  if (choice === undefined) {
    const names = process.platform === 'win32' ? ['code.cmd', 'code.exe'] : ['code'];
    const folders = (process.env.PATH ?? '').split(delimiter);
    const command = folders
      .flatMap((folder) => names.map((name) => join(folder, name)))
      .find((path) => existsSync(path));
    if (command !== undefined) return command;
  }
  if (findVscode()?.endsWith('.mjs')) return undefined;
  if (choice !== undefined && choice !== 'download') return choice;
  const { downloadAndUnzipVSCode } = await import('@vscode/test-electron');
  return downloadAndUnzipVSCode();
}

/**
 * @param {string} command
 * @param {string} copy of the examples; it stays, since the command may end before the editor does
 */
async function openDesktop(command, copy) {
  console.log(`Opening ${copy}, a copy of examples/, in ${command}.`);
  const extensions = [root, firstLook].map((path) => `--extensionDevelopmentPath=${path}`);
  const code = await run(command, [...extensions, copy]);
  if (code !== 0)
    console.error(`${command} ended with code ${code}. PLUMBLINE_VSCODE=hosted opens VS Code in a browser.`);
  return code;
}

/**
 * @param {string} copy of the examples
 * @param {import('./with-cleanup.mjs').Defer} defer
 */
async function openHosted(copy, defer) {
  console.log('Starting VS Code.');
  const { address, failure } = await openEditor(copy, defer, [firstLook]);
  console.log(`
VS Code with Plumbline is open on a copy of examples/ at

  ${address}

Open it in a browser. Ctrl-C ends it.`);
  return process.env.PLUMBLINE_START === 'once' ? 0 : failure;
}

/**
 * Runs a command on this terminal and resolves to its exit code.
 *
 * @param {string} command
 * @param {readonly string[]} args
 * @returns {Promise<number>}
 */
async function run(command, args) {
  const shell = process.platform === 'win32' && command.endsWith('.cmd');
  const child = spawn(command, args, { cwd: root, stdio: 'inherit', shell });
  const [code] = await once(child, 'exit');
  return code ?? 1;
}
