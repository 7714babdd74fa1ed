import { type ChildProcess, spawn } from 'node:child_process';
import { mkdirSync } from 'node:fs';
import { resolve } from 'node:path';
import { build } from 'esbuild';

/** The program as it ships, built for the tests. */
export const program = resolve('dist/test-cli/cli.cjs');

/** Builds `program`. */
export async function buildProgram(): Promise<void> {
  mkdirSync('dist/test-cli', { recursive: true });
  await build({
    entryPoints: ['cli/main.ts'],
    bundle: true,
    platform: 'node',
    format: 'cjs',
    mainFields: ['module', 'main'],
    define: { PLUMBLINE_VERSION: '"0.0.0"' },
    outfile: program,
    logLevel: 'error',
  });
}

/** Starts the program with these words in a folder. */
export function startProgram(words: readonly string[], cwd: string): ChildProcess {
  return spawn(process.execPath, [program, ...words], { cwd, env: { ...process.env, NO_COLOR: '1' } });
}

export interface Ending {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** Waits until it ends. */
export function endOf(child: ChildProcess): Promise<Ending> {
  const written = { stdout: '', stderr: '' };
  for (const name of ['stdout', 'stderr'] as const) {
    // Decoded as a stream: a character may come in two pieces.
    child[name]?.setEncoding('utf8').on('data', (chunk: string) => {
      written[name] += chunk;
    });
  }
  return new Promise((resolveEnding) => {
    child.once('close', (code) => resolveEnding({ code, ...written }));
  });
}
