import { spawn } from 'node:child_process';

/** What git answered; undefined where it is not there, fails, or takes too long. */
export type GitAnswer = Buffer | undefined;

/** So long git may take for one answer, in milliseconds: it is asked of objects on this disk only. */
const longest = 60_000;

/**
 * Asks git something that changes nothing, with `input` on its standard input. Nothing that a repository configures is run: no hook, no
 * file monitor, no filter, no external differ; nothing is fetched (`GIT_NO_LAZY_FETCH`), and nobody is asked for a password.
 */
export function runGit(folder: string, words: readonly string[], input = ''): Promise<GitAnswer> {
  return new Promise((resolve) => {
    const child = spawn('git', [...quiet, ...words], {
      cwd: folder,
      env: { ...process.env, ...calm },
      stdio: ['pipe', 'pipe', 'ignore'],
      timeout: longest,
      windowsHide: true,
    });
    const chunks: Buffer[] = [];
    child.stdout.on('data', (chunk: Buffer) => chunks.push(chunk));
    child.stdin.on('error', () => undefined);
    child.on('error', () => resolve(undefined));
    child.on('close', (code) => resolve(code === 0 ? Buffer.concat(chunks) : undefined));
    child.stdin.end(input);
  });
}

/** The same as a text without the last break. */
export async function askGit(folder: string, words: readonly string[]): Promise<string | undefined> {
  return (await runGit(folder, words))?.toString('utf8').replace(/\r?\n$/, '');
}

const quiet = [
  '--no-pager',
  '-c',
  'core.fsmonitor=false',
  '-c',
  'core.hooksPath=/dev/null',
  '-c',
  'core.quotePath=false',
] as const;

const calm = {
  GIT_OPTIONAL_LOCKS: '0',
  GIT_TERMINAL_PROMPT: '0',
  GIT_NO_LAZY_FETCH: '1',
  GIT_EXTERNAL_DIFF: '',
  LC_ALL: 'C',
};
