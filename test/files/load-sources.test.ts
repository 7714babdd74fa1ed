import assert from 'node:assert/strict';
import { symlinkSync, truncateSync } from 'node:fs';
import { join } from 'node:path';
import { describe, it } from 'mocha';
import { missingBeside } from '#core/unread-reason.ts';
import { pathOfUri, uriOfPath } from '#files/file-uri.ts';
import { loadSources } from '#files/load-sources.ts';
import { maximumFileSize } from '#files/read-source.ts';
import { canonicalUri, editorUri, isInFolder } from '#files/uri.ts';
import { inFolder } from './in-folder.ts';

describe('loadSources', () => {
  it('reads files of the folders, under the spelling they were asked for', () =>
    inFolder({ 'in/a b.yaml': 'a: 1\n' }, async (folder) => {
      const inside = uriOfPath(join(folder, 'in'));
      const spellings = [`${inside}/a%20b.yaml`, `${inside}/%61%20b.yaml`, `${inside}/../in/a%20b.yaml`];
      const { sources, unread } = await loadSources(spellings, [inside]);
      assert.deepEqual(
        sources,
        spellings.map((uri) => ({ uri, text: 'a: 1\n' })),
      );
      assert.equal(unread.size, 0);
    }));

  it('says why a file is not read', () =>
    inFolder({ 'in/a.yaml': '', 'out/b.yaml': '', 'in/large.yaml': '', 'in/folder.yaml/x': '' }, async (folder) => {
      const base = uriOfPath(folder);
      symlinkSync(join(folder, 'out'), join(folder, 'in/link'), 'dir');
      truncateSync(join(folder, 'in/large.yaml'), maximumFileSize + 1);
      const expected = {
        [`${base}/out/b.yaml`]: 'outside-workspace',
        [`${base}/out/absent.yaml`]: 'outside-workspace',
        [`${base}/in/link/b.yaml`]: 'outside-workspace',
        [`${base}/in/..%2Fout/b.yaml`]: 'unreadable',
        [`${base}/in/absent.yaml`]: 'missing',
        [`${base}/in/a.yaml/deeper.yaml`]: 'missing',
        [`${base}/in/a.yaml%00`]: 'unreadable',
        [`${base}/in/folder.yaml`]: 'not-a-file',
        [`${base}/in/large.yaml`]: 'too-large',
        'https://example.com/a.yaml': 'unreadable',
      };
      const { sources, unread } = await loadSources(Object.keys(expected), [`${base}/in`]);
      assert.deepEqual(Object.fromEntries(unread), expected);
      assert.deepEqual(sources, []);
    }));

  it('names the file that is there in the place of a missing one', () =>
    inFolder(
      { 'in/schemas/pet.yaml': '', 'in/Two/a.yaml': '', 'in/two/a.yaml': '', 'out/b.yaml': '', 'in/x/Ä.yaml': '' },
      async (folder) => {
        const base = uriOfPath(folder);
        symlinkSync(join(folder, 'out'), join(folder, 'in/link'), 'dir');
        symlinkSync(join(folder, 'out/b.yaml'), join(folder, 'in/x/b.yaml'));
        const pet = missingBeside(`${base}/in/schemas/pet.yaml`);
        const expected = {
          [`${base}/in/schemas/Pet.yaml`]: pet,
          [`${base}/in/Schemas/PET.yaml`]: pet,
          [`${base}/in/schemas/pets.yaml`]: 'missing',
          [`${base}/in/TWO/a.yaml`]: 'missing',
          [`${base}/in/link/B.yaml`]: 'missing',
          [`${base}/in/x/B.yaml`]: 'missing',
          [`${base}/in/x/${encodeURIComponent('ä')}.yaml`]: missingBeside(uriOfPath(join(folder, 'in/x/Ä.yaml'))),
        };
        const { unread } = await loadSources(Object.keys(expected), [`${base}/in`]);
        assert.deepEqual(Object.fromEntries(unread), expected);
      },
    ));

  it('reads in a workspace folder that is itself a link', () =>
    inFolder({ 'real/a.yaml': 'a: 1\n' }, async (folder) => {
      symlinkSync(join(folder, 'real'), join(folder, 'link'), 'dir');
      const uri = uriOfPath(join(folder, 'link/a.yaml'));
      assert.equal((await loadSources([uri], [uriOfPath(join(folder, 'link'))])).sources.length, 1);
    }));
});

describe('file uris', () => {
  const spellings: readonly (readonly [string, string, string])[] = [
    // as a client may send it, canonical, as VS Code spells it
    ['file:///a/b.yaml', 'file:///a/b.yaml', 'file:///a/b.yaml'],
    ['file:///c%3A/Users/x.yaml', 'file:///c:/Users/x.yaml', 'file:///c%3A/Users/x.yaml'],
    ['file:///C:/Users/x.yaml', 'file:///c:/Users/x.yaml', 'file:///c%3A/Users/x.yaml'],
    ['file:///a%28b%29/c%20d.yaml', 'file:///a(b)/c%20d.yaml', 'file:///a%28b%29/c%20d.yaml'],
    ['file:///a/é.yaml', 'file:///a/%C3%A9.yaml', 'file:///a/%C3%A9.yaml'],
    ['file:///a/b%23c%3Fd%25e.yaml', 'file:///a/b%23c%3Fd%25e.yaml', 'file:///a/b%23c%3Fd%25e.yaml'],
    ['file:///a/%zz.yaml', 'file:///a/%zz.yaml', 'file:///a/%25zz.yaml'],
    ['untitled:Untitled-1', 'untitled:Untitled-1', 'untitled:Untitled-1'],
  ];

  for (const [sent, canonical, editor] of spellings) {
    it(`${sent} has one canonical form`, () => {
      assert.equal(canonicalUri(sent), canonical);
      assert.equal(canonicalUri(canonical), canonical);
      assert.equal(editorUri(canonical), editor);
      if (URL.canParse(canonical)) assert.equal(new URL(canonical).href, canonical);
    });
  }

  it('lead to paths and back', () => {
    for (const path of ['/a b/é#?%.yaml', '/a(b)/[c]&d=e;f,g@h+i$j.yaml']) {
      assert.equal(pathOfUri(uriOfPath(path)), path);
      assert.equal(canonicalUri(editorUri(uriOfPath(path))), uriOfPath(path));
      assert.equal(new URL('x.yaml', uriOfPath(path)).href.endsWith('/x.yaml'), true);
    }
    assert.equal(pathOfUri('https://example.com/'), undefined);
    assert.equal(pathOfUri('file:///a%2Fb'), undefined);
  });

  it('compares folders by whole names', () => {
    assert.equal(isInFolder('file:///a/b', 'file:///a'), true);
    assert.equal(isInFolder('file:///a', 'file:///a'), true);
    assert.equal(isInFolder('file:///ab', 'file:///a'), false);
  });
});
