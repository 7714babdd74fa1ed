import { fileURLToPath } from 'node:url';

/**
 * The VS Code to run stories in, as `@vscode/test-electron` wants it; undefined lets that download one. The variable
 * PLUMBLINE_VSCODE chooses: `hosted` (the default on Linux x64), `download` (the default elsewhere), or the path of an
 * executable.
 *
 * @returns {string | undefined}
 */
export function findVscode() {
  const isHostable = process.platform === 'linux' && process.arch === 'x64';
  const choice = process.env.PLUMBLINE_VSCODE ?? (isHostable ? 'hosted' : 'download');
  if (choice === 'download') return undefined;
  return choice === 'hosted' ? fileURLToPath(new URL('vscode-executable.mjs', import.meta.url)) : choice;
}
