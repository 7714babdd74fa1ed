import { spawn } from 'node:child_process';
import { readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { writeProbe } from './probe.ts';

/** What one run of a program took: wall time in milliseconds, peak memory in MB (a million bytes). */
export interface CommandFigures {
  readonly wall: number;
  readonly peak: number;
}

export interface NodeCommand {
  readonly script: string;
  readonly words: readonly string[];
  readonly cwd: string;
  /** Where the probe may write. */
  readonly folder: string;
  /** In milliseconds; a run that takes longer is ended, and has no figures. */
  readonly timeout: number;
}

/** Runs a program of Node several times, what it prints thrown away, and gives back its median run; undefined when it failed. */
export async function measureCommand(command: NodeCommand, runs: number): Promise<CommandFigures | undefined> {
  const figures: CommandFigures[] = [];
  for (let run = 0; run < runs; run++) {
    const one = await runOnce(command);
    if (one === undefined) return undefined;
    figures.push(one);
  }
  return figures.sort((a, b) => a.wall - b.wall)[runs >> 1];
}

async function runOnce({ script, words, cwd, folder, timeout }: NodeCommand): Promise<CommandFigures | undefined> {
  const peakPath = join(folder, 'peak.txt');
  const env = { ...process.env, PLUMBLINE_BENCH_PEAK: peakPath };
  rmSync(peakPath, { force: true });
  const start = performance.now();
  const child = spawn(process.execPath, ['-r', writeProbe(folder), script, ...words], {
    cwd,
    env,
    stdio: 'ignore',
    timeout,
  });
  // Findings give a code of their own; only who was ended, or could not start, has none.
  const code = await new Promise<number | null>((resolve) => {
    child.once('exit', resolve);
    child.once('error', () => resolve(null));
  });
  const wall = performance.now() - start;
  return code === null || code > 1 ? undefined : { wall, peak: Number(readFileSync(peakPath, 'utf8')) };
}
