import { spawn } from 'node:child_process';
import { existsSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { peakFile, writeProbe } from './probe.ts';

/** What one run of a program took: wall time and, of Node, the time of its processors in milliseconds, peak memory in MB (a million bytes). */
export interface CommandFigures {
  readonly wall: number;
  readonly user: number | undefined;
  readonly peak: number | undefined;
}

export interface Command {
  /** An executable. */
  readonly command: string;
  readonly words: readonly string[];
  readonly cwd: string;
  /** Where the probe may write. */
  readonly folder: string;
  /** In milliseconds; a run that takes longer is ended, and has no figures. */
  readonly timeout: number;
  readonly environment?: { readonly [name: string]: string };
}

/** Runs a program several times, what it prints thrown away, and gives back its median run; undefined when it failed. */
export async function measureCommand(command: Command, runs: number): Promise<CommandFigures | undefined> {
  const figures: CommandFigures[] = [];
  for (let run = 0; run < runs; run++) {
    const one = await runOnce(command);
    if (one === undefined) return undefined;
    figures.push(one);
  }
  return figures.sort((a, b) => a.wall - b.wall)[runs >> 1];
}

async function runOnce(one: Command): Promise<CommandFigures | undefined> {
  const { command, words, cwd, folder, timeout, environment } = one;
  const peakPath = join(folder, 'peak.txt');
  // A peer is found by its own `#!` line, so that the probe is handed to whatever Node it is run by.
  const probe = `--require=${writeProbe(folder)}`;
  const env = { ...process.env, ...environment, NODE_OPTIONS: probe, [peakFile]: peakPath };
  rmSync(peakPath, { force: true });
  const start = performance.now();
  const child = spawn(command, words, { cwd, env, stdio: 'ignore', timeout });
  // Findings give a code of their own; only who was ended, or could not start, has none.
  const code = await new Promise<number | null>((resolve) => {
    child.once('exit', resolve);
    child.once('error', () => resolve(null));
  });
  const wall = performance.now() - start;
  if (code === null || code > 1) return undefined;
  const [peak, user] = existsSync(peakPath) ? readFileSync(peakPath, 'utf8').split(' ').map(Number) : [];
  return { wall, user, peak };
}
