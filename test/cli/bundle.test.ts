import assert from 'node:assert/strict';
import { type ChildProcess, spawn } from 'node:child_process';
import { mkdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { build } from 'esbuild';
import { before, describe, it } from 'mocha';
import { withFolder } from './run-in-folder.ts';

const bundle = resolve('dist/test-cli/cli.cjs');

const description = 'openapi: 3.1.0\ninfo:\n  title: Pets\n  version: "1"\npaths: {}\n';

describe('the plumbline program', () => {
  before(async () => {
    mkdirSync('dist/test-cli', { recursive: true });
    await build({
      entryPoints: ['cli/main.ts'],
      bundle: true,
      platform: 'node',
      format: 'cjs',
      mainFields: ['module', 'main'],
      define: { PLUMBLINE_VERSION: '"0.0.0"' },
      outfile: bundle,
      logLevel: 'error',
    });
  });

  it('reviews files and ends with the code of what it found', async () => {
    await withFolder({ 'a.yaml': description, 'broken.prisma': 'model {\n' }, async (folder) => {
      const clean = await end(start(['review', 'a.yaml', '--fail-on', 'never'], folder));
      assert.deepEqual({ code: clean.code, stderr: clean.stderr }, { code: 0, stderr: '' });
      const broken = await end(start(['review', 'broken.prisma'], folder));
      assert.equal(broken.code, 1);
      assert.match(broken.stdout, /broken\.prisma\n {2}\d+:\d+ error/);
      assert.equal((await end(start(['review', 'none.yaml'], folder))).code, 2);
    });
  });

  it('reads standard input', async () => {
    await withFolder({}, async (folder) => {
      const child = start(
        ['review', '-', '--stdin-filename', 'a.yaml', '--format', 'json', '--fail-on', 'never'],
        folder,
      );
      child.stdin?.end(description);
      assert.equal(JSON.parse((await end(child)).stdout).files[0].path, 'a.yaml');
    });
  });

  it('writes all of a long report into a pipe', async () => {
    const schema = Array.from({ length: 20_000 }, (_, index) => `model { # ${index}\n}\n`).join('');
    await withFolder({ 'schema.prisma': schema }, async (folder) => {
      const { stdout } = await end(start(['review', '--format', 'json'], folder));
      assert.ok(stdout.length > 1_000_000);
      assert.equal(JSON.parse(stdout).version, 1);
    });
  });

  it('does not mind a reader that stops reading', async () => {
    const schema = Array.from({ length: 20_000 }, () => 'model {\n}\n').join('');
    await withFolder({ 'schema.prisma': schema }, async (folder) => {
      const child = start(['review', '--max-findings', '0'], folder);
      child.stdout?.once('data', () => child.stdout?.destroy());
      const stderr = await new Promise<string>((resolveText) => {
        let text = '';
        child.stderr?.on('data', (chunk: Buffer) => {
          text += chunk.toString();
        });
        child.once('close', () => resolveText(text));
      });
      assert.equal(stderr, '');
    });
  });
});

function start(words: readonly string[], cwd: string): ChildProcess {
  return spawn(process.execPath, [bundle, ...words], { cwd: join(cwd), env: { ...process.env, NO_COLOR: '1' } });
}

interface Ending {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

function end(child: ChildProcess): Promise<Ending> {
  const written = { stdout: '', stderr: '' };
  child.stdout?.on('data', (chunk: Buffer) => {
    written.stdout += chunk.toString();
  });
  child.stderr?.on('data', (chunk: Buffer) => {
    written.stderr += chunk.toString();
  });
  return new Promise((resolveEnding) => {
    child.once('close', (code) => resolveEnding({ code, ...written }));
  });
}
