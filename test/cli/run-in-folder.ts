import { join } from 'node:path';
import type { ExitCode } from '#cli/command-io.ts';
import { run } from '#cli/run.ts';
import type { Rulebook } from '#core/rulebook.ts';
import { testRulebook } from './test-rulebook.ts';

export interface RunResult {
  readonly code: ExitCode;
  readonly stdout: string;
  readonly stderr: string;
}

export interface RunSetting {
  readonly stdin?: string | Uint8Array;
  readonly isTerminal?: boolean;
  readonly environment?: { readonly [name: string]: string };
  /** The current folder, below the test's own. */
  readonly cwd?: string;
  /** In place of the test rulebook. */
  readonly rulebook?: Rulebook;
  /** Where threads are to be tried. */
  readonly threads?: { readonly program: string; readonly cores: number };
}

/** Runs a command line in a folder, in this process, under the test rulebook. */
export async function runIn(folder: string, words: readonly string[], setting: RunSetting = {}): Promise<RunResult> {
  const written = { stdout: '', stderr: '' };
  const output = (name: 'stdout' | 'stderr') => ({
    write: (text: string) => {
      written[name] += text;
    },
    isTerminal: setting.isTerminal ?? false,
    columns: setting.isTerminal === true ? 100 : undefined,
  });
  const { stdin } = setting;
  const io = {
    cwd: join(folder, setting.cwd ?? '.'),
    stdout: output('stdout'),
    stderr: output('stderr'),
    environment: setting.environment ?? {},
    threads: setting.threads,
    readStdin: () => Promise.resolve(typeof stdin === 'string' ? new TextEncoder().encode(stdin) : stdin),
  };
  const code = await run(words, io, setting.rulebook ?? testRulebook, '1.2.3');
  return { code, ...written };
}
