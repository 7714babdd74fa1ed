import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { comparedWithPrisma } from '#cli/compared-with-prisma.ts';
import { gatherSources } from '#cli/gather-sources.ts';
import { reviewGroup } from '#cli/group-review.ts';
import { KnownFiles } from '#cli/known-files.ts';
import { SourceGroups } from '#cli/source-groups.ts';
import { withFolder } from '../support/with-folder.ts';
import { testRulebook } from './test-rulebook.ts';

let titles = 0;
const info = (title = `Pets ${titles++}`): string => `openapi: 3.1.0\ninfo: {title: ${title}, version: "1"}\n`;
const referringTo = (target: string): string =>
  `${info()}components:\n  schemas:\n    Pet: {"$ref": "${target}#/Pet"}\n`;
const schema = 'datasource db {\n  provider = "postgresql"\n}\nmodel User {\n  id Int @id\n}\n';

describe('source groups', () => {
  it('hold descriptions that share a file, even through others', async () => {
    const files = {
      'a.yaml': referringTo('x/a.yaml'),
      'b.yaml': referringTo('x/b.yaml'),
      'c.yaml': referringTo('x/c.yaml'),
      'd.yaml': referringTo('c.yaml'),
      'e.yaml': info(),
      'x/a.yaml': 'Pet: {$ref: shared.yaml#/Pet}\n',
      'x/b.yaml': 'Pet: {$ref: "shared.yaml#/Pet"}\n',
      'x/c.yaml': 'Pet: {type: object}\n',
      'x/shared.yaml': 'Pet: {type: object}\n',
    };
    assert.deepEqual(await groupsOf(files), [['a.yaml', 'b.yaml'], ['c.yaml', 'd.yaml'], ['e.yaml']]);
  });

  it('hold all Prisma files, and what is compared with them', async () => {
    const files = {
      'a/a.yaml': info(),
      'b/b.yaml': info(),
      'c.yaml': info(),
      'a/s.prisma': schema,
      'b/s.prisma': schema,
    };
    assert.deepEqual(await groupsOf(files), [['a/a.yaml', 'a/s.prisma', 'b/b.yaml', 'b/s.prisma'], ['c.yaml']]);
  });

  it('hold what may be copies of each other, seen at once or when they were reviewed', async () => {
    const json = '{"openapi": "3.1.0", "info": {"version": "1", "title": "Pets"}}';
    const plain = 'openapi: 3.1.0\ninfo:\n  version: "1"\n  title: Pets\n';
    const escaped = json.replace('Pets', 'P\\u0065ts');
    const files = { 'a.yaml': info('Pets'), 'b.json': json, 'c.yaml': plain, 'd.json': escaped, 'e.yaml': info() };
    assert.deepEqual(await groupsOf(files), [['a.yaml', 'b.json', 'c.yaml'], ['d.json'], ['e.yaml']]);
    const learned = await groupsOf(files, { areLearned: true });
    assert.deepEqual(learned, [['a.yaml', 'b.json', 'c.yaml', 'd.json'], ['e.yaml']]);
  });

  it('grow when a review shows that a reference was overlooked', async () => {
    const files = {
      'a.yaml': referringTo('x/sh\\u0061red.yaml'),
      'b.yaml': referringTo('x/shar\\u0065d.yaml'),
      'c.yaml': info(),
      'x/shared.yaml': 'Pet: {type: object}\n',
    };
    assert.deepEqual(await groupsOf(files), [['a.yaml'], ['b.yaml'], ['c.yaml']]);
    assert.deepEqual(await groupsOf(files, { areLearned: true }), [['a.yaml', 'b.yaml'], ['c.yaml']]);
  });
});

/** The names of the files each group starts from, sorted. */
function groupsOf(
  files: { readonly [path: string]: string },
  { areLearned } = { areLearned: false },
): Promise<readonly (readonly string[])[]> {
  return withFolder(files, async (path) => {
    const gathered = await gatherSources([{ kind: 'folder', path, given: '.' }], path);
    const known = new KnownFiles(gathered.folders);
    const isCompared = comparedWithPrisma(gathered, testRulebook);
    const groups = await SourceGroups.guess(gathered.sources, known, isCompared);
    const setting = { ...gathered, configs: [], preset: undefined };
    for (const group of areLearned ? groups.list() : []) {
      groups.learn(group, await reviewGroup(group, setting, testRulebook));
    }
    const prefix = `${gathered.folders[0]}/`;
    return groups
      .list()
      .map(({ sources }) => sources.map(({ uri }) => uri.replace(prefix, '')).sort())
      .sort(([a = ''], [b = '']) => (a < b ? -1 : 1));
  });
}
