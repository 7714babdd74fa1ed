import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, it } from 'mocha';
import type { BaseTexts } from '#files/base/base-texts.ts';
import { openGitBase } from '#files/base/git-base.ts';
import { uriOfPath } from '#files/file-uri.ts';
import { inFolder } from '../in-folder.ts';

const hasGit = spawnSync('git', ['--version']).status === 0;

describe('the base in a git repository', () => {
  before(function () {
    if (!hasGit) this.skip();
  });

  it('is the latest commit where there is no remote', () =>
    inFolder({}, async (folder) => {
      commit(folder, { 'api.yaml': 'openapi: 3.1.0\n' });
      writeFileSync(join(folder, 'api.yaml'), 'openapi: 3.1.1\n');
      const base = await textsOf(folder);
      assert.equal(base.name, 'HEAD');
      assert.deepEqual(await readAll(base, folder, ['api.yaml', 'none.yaml']), { 'api.yaml': 'openapi: 3.1.0\n' });
    }));

  it('is where this branch left the default branch of the remote', () =>
    inFolder({}, async (folder) => {
      commit(folder, { 'api.yaml': 'first\n' });
      git(folder, 'update-ref', 'refs/remotes/origin/main', 'HEAD');
      git(folder, 'symbolic-ref', 'refs/remotes/origin/HEAD', 'refs/remotes/origin/main');
      commit(folder, { 'api.yaml': 'second\n' });
      const base = await textsOf(folder);
      assert.equal(base.name, 'main');
      assert.deepEqual(await readAll(base, folder, ['api.yaml']), { 'api.yaml': 'first\n' });
    }));

  it('is the commit that is named, from any folder of the repository', () =>
    inFolder({}, async (folder) => {
      commit(folder, { 'services/a/api.yaml': 'first\n' });
      git(folder, 'tag', 'v1');
      commit(folder, { 'services/a/api.yaml': 'second\n' });
      const base = await textsOf(join(folder, 'services'), 'v1');
      assert.deepEqual(await readAll(base, folder, ['services/a/api.yaml']), { 'services/a/api.yaml': 'first\n' });
    }));

  it('knows what files were called, and which there were', () =>
    inFolder({}, async (folder) => {
      const text = Array.from({ length: 30 }, (_, index) => `line ${index}\n`).join('');
      commit(folder, { 'old.yaml': text, 'prisma/a.prisma': 'model A {}\n', 'prisma/b.prisma': 'model B {}\n' });
      renameSync(join(folder, 'old.yaml'), join(folder, 'new.yaml'));
      rmSync(join(folder, 'prisma/b.prisma'));
      git(folder, 'add', '-A');
      const base = await textsOf(folder);
      const uri = (path: string) => uriOfPath(join(folder, path));
      assert.equal(base.formerUris.get(uri('new.yaml')), uri('old.yaml'));
      assert.deepEqual(await base.list(uri('prisma'), ['.prisma']), [uri('prisma/a.prisma'), uri('prisma/b.prisma')]);
    }));

  it('has nothing of a file of which only a pointer is kept', () =>
    inFolder({}, async (folder) => {
      commit(folder, { 'api.yaml': 'version https://git-lfs.github.com/spec/v1\noid sha256:1\nsize 1\n' });
      assert.deepEqual(await readAll(await textsOf(folder), folder, ['api.yaml']), {});
    }));

  it('is none, with the reason, where there is no commit', () =>
    inFolder({}, async (folder) => {
      git(folder, 'init', '-q');
      assert.deepEqual(await openGitBase(folder), { reason: 'no commit yet' });
      assert.deepEqual(await openGitBase(folder, 'v9'), { reason: 'no commit “v9” here' });
      assert.deepEqual(await openGitBase(folder, '--output=x'), { reason: '“--output=x” is no name of a commit' });
    }));
});

async function textsOf(folder: string, ref?: string): Promise<BaseTexts> {
  const base = await openGitBase(folder, ref);
  assert.ok(!('reason' in base));
  return base;
}

async function readAll(base: BaseTexts, folder: string, paths: readonly string[]): Promise<Record<string, string>> {
  const texts = await base.read(paths.map((path) => uriOfPath(join(folder, path))));
  return Object.fromEntries(
    paths.flatMap((path) => {
      const text = texts.get(uriOfPath(join(folder, path)));
      return text === undefined ? [] : [[path, text]];
    }),
  );
}

function commit(folder: string, files: Record<string, string>): void {
  git(folder, 'init', '-q');
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(join(folder, path, '..'), { recursive: true });
    writeFileSync(join(folder, path), text);
  }
  git(folder, 'add', '-A');
  git(folder, '-c', 'user.name=a', '-c', 'user.email=a@example.com', 'commit', '-q', '-m', 'texts');
}

function git(folder: string, ...words: readonly string[]): void {
  const { status, stderr } = spawnSync('git', words, { cwd: folder });
  assert.equal(status, 0, stderr.toString());
}
