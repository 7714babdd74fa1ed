import assert from 'node:assert/strict';
import { symlinkSync, truncateSync } from 'node:fs';
import { join } from 'node:path';
import { describe, it } from 'mocha';
import { uriOfPath } from '#files/file-uri.ts';
import { findBuiltDescriptions } from '#files/find-built-descriptions.ts';
import { findSources } from '#files/find-sources.ts';
import { maximumFileSize } from '#files/read-source.ts';
import { isCandidate } from '#files/starting-points.ts';
import { inFolder } from './in-folder.ts';

const root = 'openapi: 3.1.0\n';
const model = 'model User {\n  id Int @id\n}\n';

describe('findSources', () => {
  it('finds roots by their text, schemas and our own files by their names', () =>
    inFolder(
      {
        'api.yaml': root,
        'deep/er/api.JSON': '{ "swagger": "2.0" }',
        'other.yaml': 'name: openapi\n',
        'package.json': '{}',
        'notes.txt': root,
        'db/schema.prisma': model,
        '.config/plumbline.yaml': 'preset: strict\n',
        'plumbline.review.yaml': 'version: 1\n',
        'a b/é.yml': root,
      },
      async (folder) => {
        assert.deepEqual(await found(folder), [
          '.config/plumbline.yaml',
          'a b/é.yml',
          'api.yaml',
          'db/schema.prisma',
          'deep/er/api.JSON',
          'plumbline.review.yaml',
        ]);
      },
    ));

  it('skips folders of other people’s and of generated files', () =>
    inFolder(
      {
        'node_modules/api/api.yaml': root,
        'dist/api.yaml': root,
        '.git/api.yaml': root,
        '.next/api.yaml': root,
        'src/vendor/api.yaml': root,
        'src/api.yaml': root,
      },
      async (folder) => assert.deepEqual(await found(folder), ['src/api.yaml']),
    ));

  it('follows the globs of the nearest plumbline.yaml', () =>
    inFolder(
      {
        'plumbline.yaml': 'exclude: ["old/**"]\n',
        'old/api.yaml': root,
        'new/api.yaml': root,
        'part/plumbline.yaml': 'include: [apis/*.yaml]\nexclude: ["**/draft*"]\n',
        'part/apis/api.yaml': root,
        'part/apis/draft.yaml': root,
        'part/old/api.yaml': root,
      },
      async (folder) => {
        const expected = ['new/api.yaml', 'part/apis/api.yaml', 'part/plumbline.yaml', 'plumbline.yaml'];
        assert.deepEqual(await found(folder), expected);
      },
    ));

  it('does not follow links, so that circles cannot occur', () =>
    inFolder({ 'apis/api.yaml': root }, async (folder) => {
      symlinkSync(folder, join(folder, 'apis/circle'), 'dir');
      symlinkSync(join(folder, 'apis/api.yaml'), join(folder, 'link.yaml'));
      assert.deepEqual(await found(folder), ['apis/api.yaml']);
    }));

  it('reports files that are too large and reads UTF-16', () =>
    inFolder({ 'large.yaml': '', 'api.yaml': Buffer.from(`\uFEFF${root}`, 'utf16le') }, async (folder) => {
      truncateSync(join(folder, 'large.yaml'), maximumFileSize + 1);
      const { sources, unread } = await findSources(uriOfPath(folder));
      assert.deepEqual([...unread], [[uriOfPath(join(folder, 'large.yaml')), 'too-large']]);
      assert.deepEqual(
        sources.map(({ text }) => text),
        [`\uFEFF${root}`],
      );
    }));

  it('finds nothing in a folder that is not there, and stops when told', () =>
    inFolder({ 'api.yaml': root }, async (folder) => {
      assert.deepEqual((await findSources(uriOfPath(join(folder, 'absent')))).sources, []);
      assert.deepEqual((await findSources('untitled:Folder')).sources, []);
      assert.deepEqual((await findSources(uriOfPath(folder), () => true)).sources, []);
    }));
});

describe('findBuiltDescriptions', () => {
  it('finds what a walk passed by, as far as it is included, and nothing of other people’s', () =>
    inFolder(
      {
        'plumbline.yaml': 'exclude: ["**/old.yaml"]\n',
        'dist/api.yaml': root,
        'dist/old.yaml': root,
        'dist/notes.yaml': 'a: 1\n',
        'dist/stats.json': `{ "a": "${'x'.repeat(40_000)}" }`,
        'dist/node_modules/a/api.yaml': root,
        'apps/a/target/classes/api.json': '{ "openapi": "3.0.0", "info": {',
        'apps/a/build/out/api.yaml': root,
        'vendor/dist/api.yaml': root,
        'src/api.yaml': root,
      },
      async (folder) => {
        const { built } = await findSources(uriOfPath(folder));
        const start = uriOfPath(folder).length + 1;
        assert.deepEqual(
          (await findBuiltDescriptions(built)).map((uri) => uri.slice(start)),
          ['apps/a/build/out/api.yaml', 'apps/a/target/classes/api.json', 'dist/api.yaml'],
        );
      },
    ));

  it('looks at so many files and no more', () => {
    const many = Array.from({ length: 260 }, (_, index) => [`dist/${index}.yaml`, 'a: 1\n'] as const);
    return inFolder({ ...Object.fromEntries(many), 'dist/z/api.yaml': root }, async (folder) => {
      const { built } = await findSources(uriOfPath(folder));
      assert.deepEqual(await findBuiltDescriptions(built), []);
    });
  });
});

describe('isCandidate', () => {
  it('goes by names below the folder only', () => {
    const folder = 'file:///build/.hidden/project';
    assert.equal(isCandidate(`${folder}/api.yaml`, folder), true);
    assert.equal(isCandidate(`${folder}/dist/api.yaml`, folder), false);
    assert.equal(isCandidate(`${folder}/notes.txt`, folder), false);
    assert.equal(isCandidate('file:///build/.hidden/project-two/api.yaml', folder), false);
  });
});

async function found(folder: string): Promise<readonly string[]> {
  const { sources } = await findSources(uriOfPath(folder));
  const start = uriOfPath(folder).length + 1;
  return sources.map(({ uri }) => decodeURIComponent(uri.slice(start)));
}
