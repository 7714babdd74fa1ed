import assert from 'node:assert/strict';
import { readFileSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { describe, it } from 'mocha';
import { withFolder } from '../support/with-folder.ts';
import { clean, faulty, schema } from './faulty-pets.ts';
import { type RunResult, type RunSetting, runIn } from './run-in-folder.ts';

const escapeCharacter = '\u001b';

type Files = { readonly [path: string]: string };

function review(files: Files, words: readonly string[] = [], setting: RunSetting = {}): Promise<RunResult> {
  return withFolder(files, (folder) => runIn(folder, ['review', ...words], setting));
}

describe('plumbline review', () => {
  it('finds descriptions and schemas below the current folder', async () => {
    const { code, stdout, stderr } = await review({
      'api/pets.yaml': faulty,
      'prisma/schema.prisma': schema,
      'package.json': '{}',
      'node_modules/x/openapi.yaml': faulty,
    });
    assert.equal(stderr, '');
    assert.equal(
      stdout,
      `api/pets.yaml
  8:20 error Operation id “List” begins with a capital.  openapi/operation-id-lower-case
  8 │       operationId: List
    │                    ^^^^
    fix: Begin it with a small letter

prisma/schema.prisma
  1:7 warning Model name “user” is not PascalCase.  prisma/model-name-pascal-case
  1 │ model user {
    │       ^^^^
    fix: Rename it

1 error, 1 warning in 2 files (2 reviewed). 1 of them can be fixed with --fix.
`,
    );
    assert.equal(code, 1);
  });

  it('counts no byte order mark', async () => {
    const text = '{"openapi":"3.1.0","paths":{"/pets":{"get":{"operationId":"List"}}}}\n';
    for (const words of [[], ['--format', 'json']]) {
      const plain = await review({ 'a.json': text }, words);
      assert.match(plain.stdout, /List/);
      assert.deepEqual(await review({ 'a.json': `\uFEFF${text}` }, words), plain);
    }
  });

  it('says so when nothing is wrong', async () => {
    assert.deepEqual(await review({ 'a.yaml': clean, 'b.json': '{"swagger":"2.0"}' }), {
      code: 0,
      stdout: '✔ 2 files reviewed, nothing to improve.\n',
      stderr: '',
    });
  });

  it('says so when there is nothing to review', async () => {
    const { code, stdout, stderr } = await review({ 'package.json': '{}' });
    assert.deepEqual({ code, stdout }, { code: 0, stdout: '' });
    assert.match(stderr, /^Nothing to review here/);
  });

  it('takes no named file that cannot be reviewed for one without findings', async () => {
    const { code, stderr } = await review({ 'package.json': '{}', 'notes.txt': 'openapi: 3.1.0' }, [
      'package.json',
      'notes.txt',
    ]);
    assert.equal(code, 2);
    assert.match(stderr, /^plumbline: package\.json: not reviewed\. It is neither/m);
    assert.match(stderr, /^plumbline: notes\.txt: not reviewed/m);
  });

  it('names what it left out: what builds and generators wrote', async () => {
    const generator = (output: string) => `generator client {\n  output = "${output}"\n}\n${schema}`;
    const files = {
      'a.yaml': clean,
      'dist/a.yaml': faulty,
      'target/classes/b.yaml': faulty,
      'prisma/schema.prisma': generator('../generated/prisma'),
      'generated/prisma/schema.prisma': generator('../generated/prisma'),
      'node_modules/x/dist/a.yaml': faulty,
    };
    const { stdout, stderr } = await review(files);
    assert.equal(
      stderr,
      `dist/a.yaml, target/classes/b.yaml: not reviewed, they lie in folders that builds write to. Name one to have it reviewed.
generated/prisma/schema.prisma: not reviewed, a generator wrote it from another schema. Name it alone to have it reviewed.
`,
    );
    assert.match(stdout, /1 warning in 1 file \(2 reviewed\)/);
    const fixed = await withFolder(files, async (folder) => {
      await runIn(folder, ['review', '--fix']);
      return readFileSync(join(folder, 'generated/prisma/schema.prisma'), 'utf8');
    });
    assert.equal(fixed, files['generated/prisma/schema.prisma']);
    const named = await review(files, ['dist/a.yaml', 'generated/prisma/schema.prisma']);
    assert.equal(named.stderr, '');
    assert.match(named.stdout, /1 error, 1 warning in 2 files/);
    const both = await review(files, ['prisma/schema.prisma', 'generated/prisma/schema.prisma']);
    assert.match(both.stderr, /^generated\/prisma\/schema\.prisma: not reviewed, .* Name it alone/);
    assert.match((await review(files, ['generated/prisma/schema.prisma'])).stdout, /1 warning in 1 file/);
    assert.match((await review(files, ['dist'])).stdout, /^dist\/a\.yaml/);
    assert.equal((await review({ ...files, 'plumbline.yaml': 'exclude: [dist, target, generated]' })).stderr, '');
  });

  it('ends with 2 when a named file cannot be read', async () => {
    await withFolder({ 'outside/a.yaml': clean, 'repository/.git/HEAD': '' }, async (folder) => {
      symlinkSync('../outside/a.yaml', join(folder, 'repository/a.yaml'));
      const { code, stderr } = await runIn(join(folder, 'repository'), ['review', 'a.yaml']);
      assert.equal(code, 2);
      assert.equal(stderr, 'plumbline: a.yaml: not reviewed, a link leads outside the folder that is reviewed.\n');
    });
  });

  it('ends with 2 when a path does not exist', async () => {
    const { code, stderr } = await review({}, ['opnapi.yaml']);
    assert.equal(code, 2);
    assert.match(stderr, /“opnapi.yaml” does not exist/);
  });

  it('judges by --fail-on', async () => {
    const files = { 'schema.prisma': schema };
    assert.equal((await review(files)).code, 0);
    assert.equal((await review(files, ['--fail-on', 'warning'])).code, 1);
    assert.equal((await review(files, ['--fail-on', 'info'])).code, 1);
    assert.equal((await review({ 'a.yaml': faulty }, ['--fail-on', 'never'])).code, 0);
  });

  it('with --quiet prints only what decides the exit code', async () => {
    assert.deepEqual(await review({ 'schema.prisma': schema }, ['--quiet']), { code: 0, stdout: '', stderr: '' });
    const { stdout } = await review({ 'schema.prisma': schema, 'a.yaml': faulty }, ['--quiet']);
    assert.match(stdout, /^a\.yaml\n/);
    assert.doesNotMatch(stdout, /schema\.prisma|reviewed/);
  });

  it('prints JSON', async () => {
    const { stdout } = await review({ 'a.yaml': faulty }, ['--format', 'json']);
    const { files, summary } = JSON.parse(stdout);
    assert.deepEqual(summary, {
      files: 1,
      filesWithFindings: 1,
      error: 1,
      warning: 0,
      info: 0,
      places: 1,
      fixable: 1,
      fixed: 0,
      rules: { 'openapi/operation-id-lower-case': 1 },
    });
    assert.deepEqual(files[0].findings[0].start, { line: 8, column: 20, offset: faulty.indexOf('List') });
  });

  it('colours on a terminal, and when asked to', async () => {
    const files = { 'a.yaml': faulty };
    assert.ok(!(await review(files)).stdout.includes(escapeCharacter));
    assert.ok((await review(files, [], { isTerminal: true })).stdout.includes(`${escapeCharacter}[31merror`));
    const refused = await review(files, [], { isTerminal: true, environment: { NO_COLOR: '1' } });
    assert.ok(!refused.stdout.includes(escapeCharacter));
    assert.ok(
      (await review(files, [], { environment: { FORCE_COLOR: '1' } })).stdout.includes(`${escapeCharacter}[31merror`),
    );
  });

  it('prints one line a finding', async () => {
    const { code, stdout } = await review({ 'a.yaml': faulty, 'b.prisma': 'model user {\n  id Int @id\n}\n' }, [
      '--format',
      'compact',
    ]);
    assert.equal(code, 1);
    assert.match(
      stdout,
      /^a\.yaml:8:20: error: [^\n]+ \[openapi\/operation-id-lower-case\]\nb\.prisma:1:7: warning: [^\n]+ \[prisma\/model-name-pascal-case\]\n$/,
    );
    assert.equal((await review({ 'a.yaml': clean }, ['--format', 'compact'])).stdout, '');
  });

  it('shows and counts findings of named rules only', async () => {
    const files = { 'a.yaml': faulty, 'b.prisma': 'model user {\n  id Int @id\n}\n' };
    const { code, stdout } = await review(files, ['--rule', 'model-name-pascal-case']);
    assert.equal(code, 0);
    assert.match(stdout, /^b\.prisma\n/);
    assert.match(stdout, /^1 warning in 1 file \(2 reviewed\)\.$/m);
    const unknown = await review(files, ['--rule', 'model-name-pascal']);
    assert.equal(unknown.code, 2);
    assert.match(unknown.stderr, /there is no rule “model-name-pascal”\. Did you mean prisma\/model-name-pascal-case/);
  });

  it('says how many findings each rule has where there are many', async () => {
    const many = Array.from({ length: 12 }, (_, index) => `model user${index} {\n  id Int @id\n}\n`).join('');
    const files = { 'a.yaml': faulty, 'b.prisma': many };
    const { stdout } = await review(files, ['--every']);
    assert.match(
      stdout,
      /\n\n12 {2}prisma\/model-name-pascal-case\n 1 {2}openapi\/operation-id-lower-case\n\n1 error, /,
    );
    const { summary } = JSON.parse((await review(files, ['--every', '--format', 'json'])).stdout);
    assert.deepEqual(summary.rules, { 'prisma/model-name-pascal-case': 12, 'openapi/operation-id-lower-case': 1 });
  });

  it('tells of text that cannot be read, whichever rules are asked for', async () => {
    const words = ['--rule', 'title-short'];
    for (const text of [faulty.replace('title: Pets', 'title: [Pets'), `${faulty}paths: {}\n`]) {
      const { code, stdout } = await review({ 'a.yaml': text }, words);
      assert.equal(code, 1);
      assert.match(stdout, /plumbline\/(?:syntax|duplicate-key)/);
      assert.doesNotMatch(stdout, /operation-id/);
    }
    assert.equal((await review({ 'b.prisma': 'model A {\n  id Int @id(\n}\n' }, words)).code, 1);
  });

  it('knows what it finds itself by name', async () => {
    const files = { 'a.yaml': faulty.replace('title: Pets', 'title: [Pets') };
    assert.equal((await review(files, ['--rule', 'plumbline/syntax'])).code, 1);
    assert.equal((await review(files, ['--rule', 'plumbline/unused-ignore'])).code, 1);
    const { code, stderr } = await review(files, ['--rule', 'plumbline/sytnax']);
    assert.equal(code, 2);
    assert.match(stderr, /--rule takes rules: there is no rule “plumbline\/sytnax”. Did you mean plumbline\/syntax\?/);
    assert.equal((await review(files, ['--rule', 'plumbline/nothing-like-it'])).code, 2);
    const copies = await review({ 'a.yaml': clean, 'b.yaml': clean }, ['--rule', 'plumbline/same-description']);
    assert.equal(copies.code, 2);
    assert.match(
      copies.stderr,
      /^plumbline: --rule takes .* of “plumbline\/same-description” a note tells, .*Leave it out\.$/m,
    );
    const misspelt = await review(files, ['--rule', 'plumbline/same-descriptions']);
    assert.doesNotMatch(misspelt.stderr, /Did you mean plumbline\/same-description/);
  });

  it('reads what lies below --root', async () => {
    const files = {
      'api/a.yaml': `${clean}  /x: { $ref: '../shared/x.yaml' }\n`,
      'shared/x.yaml': 'get: { operationId: List, responses: {} }\n',
    };
    const within = (words: readonly string[]) => review(files, ['a.yaml', ...words], { cwd: 'api' });
    assert.match((await within([])).stdout, /lies outside/);
    assert.match((await within(['--root', '..'])).stdout, /^\.\.\/shared\/x\.yaml\n {2}1:\d+ error/m);
    assert.equal((await within(['--root', 'a.yaml'])).code, 2);
  });

  it('reviews, reads and fixes nothing outside --root, whatever is named', async () => {
    const files = { 'in/a.yaml': clean, 'in/sub/b.yaml': faulty, 'other/c.yaml': faulty };
    await withFolder(files, async (folder) => {
      symlinkSync('../other', join(folder, 'in/link'));
      const within = (words: readonly string[], cwd = '.') =>
        runIn(folder, ['review', '--root', cwd === '.' ? 'in' : '../in', ...words], { cwd, stdin: clean });
      const refused = async (given: string, words: readonly string[]) => {
        const { code, stdout, stderr } = await within(words);
        assert.deepEqual([code, stdout], [2, ''], given);
        assert.match(
          stderr,
          /^plumbline: “[^”]+” (lies outside|leads through a link out of) “in”, the folder given with --root\. Name /,
        );
        assert.ok(stderr.includes(`“${given}”`), stderr);
      };
      await refused('.', ['--fix=review', '.']);
      await refused('other', ['in', 'other']);
      await refused('other/c.yaml', ['--fix', 'other/c.yaml']);
      await refused('in/link', ['in/link']);
      await refused('in/link/c.yaml', ['in/link/c.yaml']);
      await refused('other/c.yaml', ['--stdin-filename', 'other/c.yaml']);
      await refused('in/link/new.yaml', ['--stdin-filename', 'in/link/new.yaml']);
      assert.equal(readFileSync(join(folder, 'other/c.yaml'), 'utf8'), faulty);
      for (const words of [['in'], ['in/sub/b.yaml'], [], ['in/sub', 'in/a.yaml']])
        assert.match((await within(words)).stdout, /^in\/sub\/b\.yaml$/m, words.join());
      assert.equal((await within(['--stdin-filename', 'in/new/d.yaml'])).code, 0);
      assert.match((await within([], 'other')).stdout, /\.\.\/in\/sub\/b\.yaml/);
    });
  });

  it('knows what lies below --root through whichever links both are named', async () => {
    const root = `${clean}  /x: { $ref: '../shared/x.yaml' }\n`;
    const item = 'get: { operationId: Shared, responses: {} }\n';
    const files = { 'real/api/a.yaml': root, 'real/b.yaml': faulty, 'real/shared/x.yaml': item, 'c.yaml': faulty };
    await withFolder(files, async (folder) => {
      symlinkSync('real', join(folder, 'link'));
      symlinkSync('real/api', join(folder, 'api'));
      symlinkSync('api', join(folder, 'real/same'));
      symlinkSync('..', join(folder, 'real/out'));
      const shown = async (words: readonly string[], cwd = '.', stdin?: string) => {
        const { stdout, stderr } = await runIn(folder, ['review', ...words], { cwd, ...(stdin && { stdin }) });
        assert.equal(stderr, '', words.join(' '));
        return [...stdout.matchAll(/^\S+\.yaml$/gm)].map(([path]) => path);
      };
      for (const given of [
        'real/api/a.yaml',
        'link/api/a.yaml',
        'api/a.yaml',
        'real/api',
        'link/api',
        'api',
        'link/same',
      ]) {
        assert.deepEqual(await shown(['--root', 'link', given]), [
          given.startsWith('link') ? 'link/shared/x.yaml' : 'real/shared/x.yaml',
        ]);
        assert.equal((await shown(['--root', 'real', given])).length, 1, given);
      }
      assert.deepEqual(await shown(['--root', '../../link'], 'real/api'), ['../shared/x.yaml'], 'nothing beside it');
      assert.deepEqual(await shown(['--root', '../link'], 'real'), ['b.yaml', 'shared/x.yaml']);
      assert.deepEqual(await shown(['--root', 'link', 'real/api/a.yaml', 'link/b.yaml']), [
        'real/b.yaml',
        'real/shared/x.yaml',
      ]);
      for (const name of ['real/api/new.yaml', 'link/api/new.yaml', 'api/new.yaml'])
        assert.equal((await shown(['--root', 'link', '--stdin-filename', name], '.', root)).length, 1, name);
      for (const given of ['c.yaml', 'real/out/c.yaml', 'link/out/c.yaml', 'link/out/new.yaml']) {
        const { code, stderr } = await runIn(folder, ['review', '--root', 'link', given]);
        assert.equal(code, 2);
        assert.match(stderr, /(lies outside|leads through a link out of) “link”/, given);
      }
      await runIn(folder, ['review', '--root', 'link', '--fix', 'real']);
      assert.equal(readFileSync(join(folder, 'real/b.yaml'), 'utf8'), clean);
    });
  });

  it('obeys plumbline.yaml of a folder above, --config and --preset', async () => {
    const files = {
      '.git/HEAD': '',
      'plumbline.yaml': 'rules:\n  openapi/operation-id-lower-case: info\n',
      'other.yaml': 'rules:\n  openapi/operation-id-lower-case: off\n',
      'api/a.yaml': faulty,
    };
    assert.match((await review(files, ['api'])).stdout, /8:20 info/);
    assert.match((await review(files, ['a.yaml'], { cwd: 'api' })).stdout, /8:20 info/);
    assert.match((await review(files, ['api', '--config', 'other.yaml'])).stdout, /nothing to improve/);
    assert.match(
      (await review({ 'a.yaml': clean.replace('Pets', 'A long title') }, ['--preset', 'strict'])).stdout,
      /The title is long/,
    );
    assert.equal((await review(files, ['--preset', 'strickt'])).code, 2);
    assert.equal((await review(files, ['--config', 'none.yaml'])).code, 2);
  });

  it('shows mistakes in the configuration where they are', async () => {
    const files = { 'plumbline.yaml': 'presset: strict\n', 'own.yaml': 'rulez: {}\n', 'a.yaml': clean };
    assert.match((await review(files)).stdout, /^plumbline\.yaml\n {2}1:1 error/);
    assert.match((await review(files, ['--config', 'own.yaml'])).stdout, /^own\.yaml\n {2}1:1 error/);
  });

  it('reads what a description references, within the repository', async () => {
    const root = `${clean.slice(0, clean.indexOf('    get:'))}    $ref: ../shared/pets.yaml\n`;
    const item = 'get:\n  operationId: List\n  responses:\n    "200":\n      description: OK\n';
    const { stdout } = await review({ '.git/HEAD': '', 'api/a.yaml': root, 'shared/pets.yaml': item }, ['api/a.yaml']);
    assert.match(stdout, /^shared\/pets\.yaml\n {2}2:16 error/);
    assert.match(stdout, /2 reviewed/);
  });

  it('does not read outside of it', async () => {
    const root = `${clean.slice(0, clean.indexOf('    get:'))}    $ref: ../../pets.yaml\n`;
    await withFolder(
      { 'repository/.git/HEAD': '', 'repository/api/a.yaml': root, 'pets.yaml': 'get: {}' },
      async (folder) => {
        const { stdout } = await runIn(join(folder, 'repository'), [
          'review',
          '--format',
          'json',
          '--fail-on',
          'never',
        ]);
        assert.deepEqual(
          JSON.parse(stdout).files.map((file: { path: string }) => file.path),
          ['api/a.yaml'],
        );
      },
    );
  });

  it('judges a named Prisma file together with its neighbours, and shows only its own findings', async () => {
    const files = { 'prisma/a.prisma': schema, 'prisma/b.prisma': 'model post {\n  id Int @id\n}\n' };
    const { stdout } = await review(files, ['prisma/a.prisma']);
    assert.match(stdout, /1 warning in 1 file \(1 reviewed\)/);
  });

  it('does not follow a circle of links', async () => {
    await withFolder({ 'a/openapi.yaml': clean }, async (folder) => {
      symlinkSync('..', join(folder, 'a/up'), 'dir');
      assert.match((await runIn(folder, ['review'])).stdout, /^✔ 1 file reviewed/);
    });
  });

  it('shows progress on a terminal only when it takes long', async () => {
    const { stderr } = await review({ 'a.yaml': clean }, [], { isTerminal: true });
    assert.equal(stderr, '');
    const long = `${clean}    post:\n      description: "${'x'.repeat(2_100_000)}"\n`;
    const { stderr: shown } = await review({ 'a.yaml': long }, [], { isTerminal: true });
    assert.match(shown, /Reviewing 1 file/);
    assert.ok(shown.endsWith('\r\u001b[K'));
    assert.equal((await review({ 'a.yaml': long })).stderr, '');
  });
});

describe('plumbline review, standard input', () => {
  it('reviews a text under a name', async () => {
    const { code, stdout } = await review({}, ['-', '--stdin-filename', 'api/new.yaml'], { stdin: faulty });
    assert.equal(code, 1);
    assert.match(stdout, /^api\/new\.yaml\n {2}8:20 error/);
  });

  it('resolves references from there, and obeys the configuration there', async () => {
    const root = `${clean.slice(0, clean.indexOf('    get:'))}    $ref: pets.yaml\n`;
    const files = {
      'plumbline.yaml': 'rules:\n  openapi/operation-id-lower-case: warning\n',
      'api/pets.yaml': 'get:\n  operationId: List\n',
    };
    const { stdout } = await review(files, ['--stdin-filename', 'api/new.yaml'], { stdin: root });
    assert.match(stdout, /^api\/pets\.yaml\n {2}2:16 warning/m);
  });

  it('with --fix gives the fixed text back and reports on standard error', async () => {
    const { code, stdout, stderr } = await review({}, ['--stdin-filename', 'a.yaml', '--fix'], { stdin: faulty });
    assert.deepEqual({ code, stdout }, { code: 0, stdout: clean });
    assert.match(stderr, /fixed 1 finding in a\.yaml/);
  });

  it('does not wait for a person to type', async () => {
    assert.equal((await review({}, ['--stdin-filename', 'a.yaml'])).code, 2);
  });
});
