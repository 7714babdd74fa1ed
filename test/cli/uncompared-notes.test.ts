import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { ConfiguredFolders } from '#cli/configured-folders.ts';
import { localRule } from '#core/rule.ts';
import type { Rulebook } from '#core/rulebook.ts';
import { uriOfPath } from '#files/file-uri.ts';
import { ruleInfo } from '../support/test-rule.ts';
import { type FilesInFolder, withFolder } from '../support/with-folder.ts';
import { clean, schema } from './faulty-pets.ts';
import { runIn } from './run-in-folder.ts';
import { testRulebook } from './test-rulebook.ts';

/** Says of a description that it is compared with a schema. */
const comparesApi = localRule({
  ...ruleInfo,
  id: 'cross/compared',
  severity: 'info',
  needs: ['database'],
  on: ['openapi.info'],
  *check({ anchor }) {
    yield { span: anchor, message: 'It is compared.' };
  },
});

describe('a note says with which schema a description was not compared', () => {
  const rulebook: Rulebook = { ...testRulebook, rules: [...testRulebook.rules, comparesApi] };
  const compare = (files: FilesInFolder, words: readonly string[], book = rulebook) =>
    withFolder(files, (folder) => runIn(folder, ['review', ...words], { rulebook: book }));
  const note = (schemaPath: string) =>
    `api/a.yaml: not compared with ${schemaPath}, which was not named. Name it, too, to have it compared.\n`;
  const withSchemas = (...schemas: readonly string[]): FilesInFolder => ({
    'api/a.yaml': clean,
    ...Object.fromEntries(schemas.map((path) => [path, schema])),
  });
  /** The note, which is kept: whoever names that schema, too, has the two compared. */
  const told = async (files: FilesInFolder, words: readonly string[] = []) => {
    const { stderr } = await compare(files, ['api/a.yaml', ...words]);
    const named = /not compared with (.*), which/.exec(stderr)?.[1];
    if (named !== undefined) {
      const both = await compare(files, ['api/a.yaml', named, ...words]);
      assert.match(both.stdout, /cross\/compared/, named);
      assert.equal(both.stderr, '');
    }
    return stderr;
  };

  it('where none is reviewed', async () => {
    for (const path of ['api/db.prisma', 'prisma/schema.prisma', 'db/schema.prisma', 'server/prisma/schema.prisma'])
      assert.equal(await told(withSchemas(path)), note(path));
    assert.equal(
      await told(withSchemas('prisma/models/a.prisma', 'prisma/schema.prisma', 'prisma/b.prisma')),
      note('prisma/schema.prisma'),
    );
    assert.equal(
      await told(withSchemas('api/prisma/schema.prisma', 'db/schema.prisma')),
      note('api/prisma/schema.prisma'),
    );
    assert.equal(await told(withSchemas('one/schema.prisma', 'two/schema.prisma')), '', 'two are equally near');
    assert.equal(await told(withSchemas('dist/schema.prisma', 'node_modules/schema.prisma')), '');
    const files = { ...withSchemas('db/schema.prisma'), 'api/b.yaml': clean.replace('Pets', 'Dogs') };
    const text =
      'api/a.yaml, api/b.yaml: not compared with db/schema.prisma, which was not named. Name it, too, to have them compared.\n';
    assert.equal((await compare(files, ['api'])).stderr, text);
    assert.equal((await compare(files, ['api', 'db'])).stderr, '');
    assert.equal((await compare(files, ['api', '--quiet'])).stderr, '');
    assert.equal((await compare(files, ['db'])).stderr, '');
    assert.equal((await compare(files, ['api', '--root', 'api'])).stderr, '', 'nothing outside is looked at');
  });

  it('but for one that plumbline.yaml leaves out', async () => {
    const files = withSchemas('db/schema.prisma');
    for (const exclude of ['db', '**/*.prisma', 'db/schema.prisma'])
      assert.equal(await told({ ...files, 'plumbline.yaml': `exclude: ["${exclude}"]\n` }), '', exclude);
    assert.equal(await told({ ...files, 'plumbline.yaml': 'include: [api]\n' }), '');
    assert.equal(await told({ ...files, 'db/plumbline.yaml': 'exclude: ["*.prisma"]\n' }), '');
    assert.equal(await told({ ...files, 'plumbline.yaml': 'exclude: [old]\n' }), note('db/schema.prisma'));
    const two = { ...withSchemas('one/schema.prisma', 'two/schema.prisma'), 'plumbline.yaml': 'exclude: [two]\n' };
    assert.equal(await told(two), note('one/schema.prisma'));
    const beside = { ...withSchemas('db/a.prisma', 'db/b.prisma'), 'plumbline.yaml': 'exclude: [db/a.prisma]\n' };
    assert.equal(await told(beside), note('db/b.prisma'));
    const given = { ...files, 'db/plumbline.yaml': 'exclude: ["*.prisma"]\n', 'other.yaml': 'preset: recommended\n' };
    assert.equal(await told(given, ['--config', 'other.yaml']), note('db/schema.prisma'));
  });

  it('as plumbline.yaml names it', async () => {
    const files = withSchemas('db/schema.prisma', 'old/main.prisma', 'old/more.prisma');
    for (const [named, path] of [
      ['db/schema.prisma', 'db/schema.prisma'],
      ['old', 'old/main.prisma'],
      ['old/', 'old/main.prisma'],
      ['old/more.prisma', 'old/more.prisma'],
    ] as const)
      assert.equal(await told({ ...files, 'plumbline.yaml': `prisma: ${named}\n` }), note(path), named);
    for (const named of ['none.prisma', 'api', '../outside.prisma', 'https://example.com/a.prisma'])
      assert.equal(await told({ ...files, 'plumbline.yaml': `prisma: ${named}\n` }), '', named);
    assert.equal(await told({ ...files, 'plumbline.yaml': 'prisma: db/schema.prisma\nexclude: [db]\n' }), '');
  });

  it('where a rule that is on compares', async () => {
    const files = withSchemas('db/schema.prisma');
    const off = { ...files, 'plumbline.yaml': 'rules: { cross/*: off }\n' };
    assert.equal(await told(off), '');
    assert.equal(await told({ ...off, 'api/plumbline.yaml': 'preset: recommended\n' }), note('db/schema.prisma'));
    assert.equal(await told(files, ['--rule', 'operation-id-lower-case']), '');
    assert.equal(await told(files, ['--rule', 'cross/compared']), note('db/schema.prisma'));
    const strictOnly = { ...testRulebook, rules: [{ ...comparesApi, recommended: false }] };
    const strict = (...words: readonly string[]) =>
      compare(files, ['api/a.yaml', ...words], strictOnly).then(({ stderr }) => stderr);
    assert.equal(await strict(), '');
    assert.equal(await strict('--preset', 'strict'), note('db/schema.prisma'));
  });

  it('after reading each folder once', () =>
    withFolder(withSchemas('db/schema.prisma'), async (folder) => {
      const gathered = { folders: [uriOfPath(folder)], sources: [], aliases: new Map() };
      const folders = new ConfiguredFolders(gathered, rulebook);
      const read = folders.entriesOf(folder);
      assert.deepEqual((await read).map(({ name }) => name).sort(), ['api', 'db']);
      assert.ok(await folders.isIncluded(`${folder}/db/schema.prisma`));
      assert.equal(folders.entriesOf(folder), read);
    }));
});
