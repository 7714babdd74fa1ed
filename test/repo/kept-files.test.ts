import assert from 'node:assert/strict';
import { homedir } from 'node:os';
import { describe, it } from 'mocha';
import { keptFiles, readText, root } from './repository-files.ts';

const binary = /\.(?:png|ico|woff2?|gif)$/;

describe('kept files', () => {
  const texts = (keptFiles() ?? [])
    .filter((path) => !binary.test(path))
    .map((path) => ({ path, text: readText(path) }));

  it('name no folder of the machine they were written on', () => {
    const folders = [root, homedir()].filter((folder) => folder.length > '/root'.length);
    const people = /\/(?:home|Users)\/(?!runner\/|me\/|you\/)[a-z][\w.-]*\//;
    const wrong = texts.filter(({ text }) => folders.some((folder) => text.includes(folder)) || people.test(text));
    assert.deepEqual(
      wrong.map(({ path }) => path),
      [],
    );
  });

  it('name no package registry', () => {
    const registries = /\bregistry\.[\w-]+\.(?:org|com|io|dev)\b|\bartifactor[y]\b|npmmirro[r]/i;
    assert.deepEqual(
      texts.filter(({ text }) => registries.test(text)).map(({ path }) => path),
      [],
    );
  });

  it('lock versions and checksums, not addresses', () => {
    const lock = readText('package-lock.json');
    assert.ok(lock.includes('"integrity"'));
    assert.ok(
      !lock.includes('"resolved"'),
      'package-lock.json has a "resolved" entry: install with omit-lockfile-registry-resolved',
    );
  });
});
