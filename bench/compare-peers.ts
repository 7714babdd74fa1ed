import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import type { Case } from './cases.ts';
import { type Command, type CommandFigures, measureCommand } from './measure-command.ts';
import { type FoundPeers, peerEnvironment, peerFiles } from './peers.ts';

/** What several command lines took for one file, each with its own recommended rules. */
export interface Comparison {
  readonly name: string;
  /** Size in MB (a million bytes). */
  readonly size: number;
  readonly runs: readonly ComparedRun[];
}

export interface ComparedRun {
  readonly who: string;
  readonly version: string;
  /** Undefined: it failed, or took too long. */
  readonly figures: CommandFigures | undefined;
}

/** Ten minutes. */
const timeout = 600_000;

/** Runs Plumbline, with `recommended` and with `strict`, and the peers over a file, one after the other, `rounds` times each. */
export async function comparePeers(
  { name, fileName, text: make }: Case,
  { peers }: FoundPeers,
  rounds: number,
): Promise<Comparison> {
  const folder = mkdtempSync(join(tmpdir(), 'plumbline-peers-'));
  try {
    const path = join(folder, fileName);
    const text = make();
    writeFileSync(path, text);
    for (const [file, content] of peerFiles) writeFileSync(join(folder, file), content);
    const common = { cwd: folder, folder, timeout, environment: peerEnvironment };
    const own = (preset: string): readonly [string, string, Command] => {
      const words = [resolve('dist/cli.cjs'), 'review', path, '--preset', preset];
      return [`plumbline ${preset}`, '', { ...common, command: process.execPath, words }];
    };
    const others = peers.map(
      (peer) => [peer.name, peer.version, { ...common, command: peer.command, words: peer.words(path) }] as const,
    );
    const runs: ComparedRun[] = [];
    for (const [who, version, command] of [own('recommended'), own('strict'), ...others])
      runs.push({ who, version, figures: await measureCommand(command, rounds) });
    return { name, size: Buffer.byteLength(text) / 1_000_000, runs };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
