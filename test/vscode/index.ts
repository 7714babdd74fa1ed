import { readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { format } from 'node:util';
import type { Runner } from 'mocha';
import { ConfigurationTarget, workspace } from 'vscode';

/**
 * Called by VS Code inside the extension host: runs the stories of one pass with mocha, and throws when one failed.
 * `run.mjs` says which stories in PLUMBLINE_STORIES and reads the counts from the file PLUMBLINE_STORY_COUNTS.
 */
export async function run(): Promise<void> {
  // The editor's own Git throws where a repository goes while it asks; ours is asked without it.
  await workspace.getConfiguration('git').update('enabled', false, ConfigurationTarget.Global);
  const folder = process.env['PLUMBLINE_STORIES'] ?? join(__dirname, 'stories');
  const { default: Mocha } = await import('mocha');
  Mocha.reporters.Base.consoleLog = printMarked;
  const grep = process.env['PLUMBLINE_STORY_GREP'];
  const mocha = new Mocha({
    forbidOnly: process.env['CI'] === 'true',
    timeout: 600_000,
    ...(grep === undefined ? {} : { grep }),
  });
  for (const file of readdirSync(folder).sort()) if (file.endsWith('.cjs')) mocha.addFile(join(folder, file));
  await mocha.loadFilesAsync();
  const stats = await new Promise<Mocha.Stats | undefined>((resolve) => {
    const runner: Runner = mocha.run(() => resolve(runner.stats));
  });
  const counts = { passed: stats?.passes ?? 0, failed: stats?.failures ?? 1, skipped: stats?.pending ?? 0 };
  const file = process.env['PLUMBLINE_STORY_COUNTS'];
  if (file !== undefined) writeFileSync(file, JSON.stringify(counts));
  if (counts.failed > 0) throw new Error(`${counts.failed} stories failed`);
}

/** The mark tells the stories' lines from the editor's own; the terminal shows the marked ones. */
function printMarked(...parts: unknown[]): void {
  for (const line of format(...parts).split('\n')) console.log(`│ ${line}`);
}
