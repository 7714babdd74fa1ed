import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { closeSync, existsSync, openSync } from 'node:fs';
import { before, describe, it } from 'mocha';
import { withFolder } from '../support/with-folder.ts';
import { buildProgram, endOf, program, startProgram } from './program.ts';

const description = 'openapi: 3.1.0\ninfo:\n  title: Pets\n  version: "1"\npaths: {}\n';

describe('the plumbline program', () => {
  before(buildProgram);

  it('reviews files and ends with the code of what it found', async () => {
    await withFolder({ 'a.yaml': description, 'broken.prisma': 'model {\n' }, async (folder) => {
      const note = 'a.yaml: not compared with broken.prisma, which was not named. Name it, too, to have it compared.\n';
      const clean = await endOf(startProgram(['review', 'a.yaml', '--fail-on', 'never'], folder));
      assert.deepEqual({ code: clean.code, stderr: clean.stderr }, { code: 0, stderr: note });
      const broken = await endOf(startProgram(['review', 'broken.prisma'], folder));
      assert.equal(broken.code, 1);
      assert.match(broken.stdout, /broken\.prisma\n {2}\d+:\d+ error/);
      assert.equal((await endOf(startProgram(['review', 'none.yaml'], folder))).code, 2);
    });
  });

  it('reads standard input', async () => {
    await withFolder({}, async (folder) => {
      const child = startProgram(
        ['review', '-', '--stdin-filename', 'a.yaml', '--format', 'json', '--fail-on', 'never'],
        folder,
      );
      child.stdin?.end(description);
      assert.equal(JSON.parse((await endOf(child)).stdout).files[0].path, 'a.yaml');
    });
  });

  it('writes all of a long report into a pipe', async () => {
    const schema = Array.from({ length: 20_000 }, (_, index) => `model { # ${index}\n}\n`).join('');
    await withFolder({ 'schema.prisma': schema }, async (folder) => {
      const { stdout } = await endOf(startProgram(['review', '--format', 'json'], folder));
      assert.ok(stdout.length > 1_000_000);
      assert.equal(JSON.parse(stdout).version, 1);
    });
  });

  it('does not mind a reader that stops reading', async () => {
    const schema = Array.from({ length: 20_000 }, () => 'model {\n}\n').join('');
    await withFolder({ 'schema.prisma': schema }, async (folder) => {
      const child = startProgram(['review', '--max-findings', '0'], folder);
      child.stdout?.once('data', () => child.stdout?.destroy());
      const stderr = await new Promise<string>((resolveText) => {
        let text = '';
        child.stderr?.setEncoding('utf8').on('data', (chunk: string) => {
          text += chunk;
        });
        child.once('close', () => resolveText(text));
      });
      assert.equal(stderr, '');
    });
  });

  it('says so when its output cannot be written', async function () {
    if (!existsSync('/dev/full')) this.skip();
    const full = openSync('/dev/full', 'w');
    try {
      await withFolder({ 'a.yaml': description }, async (folder) => {
        const child = spawn(process.execPath, [program, 'review'], { cwd: folder, stdio: ['ignore', full, 'pipe'] });
        const { code, stderr } = await endOf(child);
        assert.equal(code, 2);
        assert.match(stderr, /^plumbline: the output could not be written: ENOSPC[^\n]*\n$/);
      });
    } finally {
      closeSync(full);
    }
  });
});
