import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import type { Case } from './cases.ts';
import { type CommandFigures, measureCommand } from './measure-command.ts';
import type { ReviewFigures } from './measure-review.ts';
import { type EditCounts, measureServer, type ServerFigures } from './measure-server.ts';

/** Everything measured of one case. */
export interface Measurement {
  readonly name: string;
  readonly review: ReviewFigures;
  /** Undefined when the command failed. */
  readonly command: CommandFigures | undefined;
  readonly server: ServerFigures;
}

export interface MeasureOptions {
  readonly counts: EditCounts;
  readonly profile: string | undefined;
  /** Commits the files first, so that the server compares each edit with them. */
  readonly isCommitted: boolean;
  /** The words that make this script measure reviews of one case, and print their figures. */
  readonly reviewWords: readonly string[];
}

/** Files larger than this many UTF-16 units are reviewed once from the command line, others several times. */
const large = 2_000_000;

/** Measures a case in a folder of its own: every figure in a new process. */
export async function measureCase(
  { name, fileName, text: make, beside, open = [] }: Case,
  options: MeasureOptions,
): Promise<Measurement> {
  const folder = mkdtempSync(join(tmpdir(), 'plumbline-bench-'));
  try {
    const workspace = join(folder, 'workspace');
    mkdirSync(workspace);
    const path = join(workspace, fileName);
    const text = make();
    for (const [name, other] of beside?.() ?? []) {
      mkdirSync(dirname(join(workspace, name)), { recursive: true });
      writeFileSync(join(workspace, name), other);
    }
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, text);
    if (options.isCommitted) commitAll(workspace);
    const command = {
      command: process.execPath,
      words: [resolve('dist/cli.cjs'), 'review', beside === undefined ? path : workspace],
      cwd: workspace,
      folder,
      timeout: 600_000,
    };
    const runs = text.length > large ? 1 : 5;
    return {
      name,
      review: reviewInChild(options.reviewWords),
      command: await measureCommand(command, runs),
      server: await measureServer({ fileName, text, open }, options.counts, {
        workspace,
        folder,
        profile: options.profile,
      }),
    };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function reviewInChild(words: readonly string[]): ReviewFigures {
  const [script = ''] = process.argv.slice(1);
  const output = execFileSync(process.execPath, [script, ...words], {
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  // Written by `measureReview` in the child, a moment ago.
  return JSON.parse(output) as ReviewFigures;
}

function commitAll(folder: string): void {
  const git = (...words: readonly string[]) => execFileSync('git', words, { cwd: folder, stdio: 'ignore' });
  git('init');
  git('add', '.');
  git('-c', 'user.name=bench', '-c', 'user.email=bench@localhost', 'commit', '-m', 'Base');
}
