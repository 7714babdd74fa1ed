import assert from 'node:assert/strict';
import {
  chmodSync,
  linkSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { describe, it } from 'mocha';
import type { FixChoice } from '#cli/arguments.ts';
import { chooseFix } from '#cli/choose-fix.ts';
import { furtherFixes } from '#cli/further-fixes.ts';
import { withWritableFixes } from '#core/fix/fix-outcome.ts';
import { review as reviewTexts } from '#core/review.ts';
import type { ReviewFinding } from '#core/review-finding.ts';
import { withFolder } from '../support/with-folder.ts';
import { clean, faulty, schema } from './faulty-pets.ts';
import { type RunResult, runIn } from './run-in-folder.ts';
import { testRulebook } from './test-rulebook.ts';

function review(files: { readonly [path: string]: string }, words: readonly string[] = []): Promise<RunResult> {
  return withFolder(files, (folder) => runIn(folder, ['review', ...words]));
}

describe('plumbline review --fix', () => {
  it('writes safe fixes, and says what it fixed and what is left', async () => {
    await withFolder(
      { 'a.yaml': `\ufeff${faulty.replaceAll('\n', '\r\n')}`, 'schema.prisma': schema },
      async (folder) => {
        chmodSync(join(folder, 'a.yaml'), 0o640);
        const { code, stdout } = await runIn(folder, ['review', '--fix']);
        assert.equal(code, 0);
        assert.match(
          stdout,
          /^fixed 1 finding in a\.yaml\n {2}openapi\/operation-id-lower-case \(1\)\n {4}8:20 Begin it with a small letter\n/m,
        );
        assert.match(stdout, /^1 finding fixed, left: 1 warning in 1 file \(2 reviewed\)\.$/m);
        assert.equal(readFileSync(join(folder, 'a.yaml'), 'utf8'), `\ufeff${clean.replaceAll('\n', '\r\n')}`);
        assert.equal(readFileSync(join(folder, 'schema.prisma'), 'utf8'), schema);
        assert.equal(statSync(join(folder, 'a.yaml')).mode & 0o777, 0o640);
        assert.deepEqual(readdirSync(folder).sort(), ['a.yaml', 'schema.prisma']);
      },
    );
  });

  it('keeps a link a link', async () => {
    await withFolder({ 'real/a.yaml': faulty }, async (folder) => {
      mkdirSync(join(folder, 'links'));
      symlinkSync('../real/a.yaml', join(folder, 'links/a.yaml'));
      await runIn(folder, ['review', '--fix', 'links/a.yaml']);
      assert.equal(readFileSync(join(folder, 'real/a.yaml'), 'utf8'), clean);
      assert.ok(readdirSync(join(folder, 'links'), { withFileTypes: true })[0]?.isSymbolicLink());
    });
  });

  it('leaves files alone that are not UTF-8', async () => {
    const text = Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from(faulty, 'utf16le')]);
    await withFolder({ 'a.yaml': '' }, async (folder) => {
      const path = join(folder, 'a.yaml');
      writeFileSync(path, text);
      const { code, stderr } = await runIn(folder, ['review', '--fix', 'a.yaml']);
      assert.equal(code, 2);
      assert.match(stderr, /could not be written: it is not UTF-8 text/);
      assert.ok(readFileSync(path).equals(text));
    });
  });

  it('gives no text back that it could not decode', async () => {
    const latin1 = Buffer.from(faulty.replace('OK', 'na\u00efve'), 'latin1');
    const utf16 = Buffer.from(`\ufeff${faulty}`, 'utf16le');
    for (const stdin of [latin1, utf16]) {
      const words = ['review', '--stdin-filename', 'a.yaml'];
      const fixed = await withFolder({}, (folder) => runIn(folder, [...words, '--fix'], { stdin }));
      assert.deepEqual([fixed.code, fixed.stdout], [2, '']);
      assert.match(fixed.stderr, /not UTF-8/);
      assert.equal((await withFolder({}, (folder) => runIn(folder, words, { stdin }))).code, 1);
    }
  });

  it('writes no file that is read-only, and counts what it wrote', async () => {
    const other = (text: string) => text.replace('Pets', 'Dogs');
    await withFolder({ 'a.yaml': faulty, 'b.yaml': other(faulty) }, async (folder) => {
      chmodSync(join(folder, 'a.yaml'), 0o444);
      const { code, stdout, stderr } = await runIn(folder, ['review', '--fix', '--format', 'json']);
      assert.equal(code, 2);
      assert.match(
        stderr,
        /^plumbline: the fixes of a\.yaml could not be written: it is read-only; make it writable and run this again\.$/m,
      );
      const { summary, files } = JSON.parse(stdout);
      assert.deepEqual([summary.fixed, summary.error], [1, 1]);
      assert.equal(files[0].findings[0].ruleId, 'openapi/operation-id-lower-case');
      assert.deepEqual(
        ['a.yaml', 'b.yaml'].map((name) => readFileSync(join(folder, name), 'utf8')),
        [faulty, other(clean)],
      );
    });
  });

  it('keeps all names of a file', async () => {
    await withFolder({ 'a.yaml': `${faulty}# the end\n` }, async (folder) => {
      linkSync(join(folder, 'a.yaml'), join(folder, 'twin.txt'));
      await runIn(folder, ['review', '--fix']);
      assert.equal(readFileSync(join(folder, 'twin.txt'), 'utf8'), `${clean}# the end\n`);
      assert.deepEqual(readdirSync(folder).sort(), ['a.yaml', 'twin.txt']);
    });
  });

  it('says so when there is nothing to do, and what else could be done', async () => {
    assert.match((await review({ 'a.yaml': clean }, ['--fix'])).stdout, /^nothing was fixed\.\n✔ 1 file reviewed/);
    const { stdout } = await review({ 'schema.prisma': schema }, ['--fix']);
    assert.match(stdout, /^nothing was fixed\. 1 finding can be fixed with --fix=review; read what it changes\.$/m);
    assert.equal((await review({ 'a.yaml': clean }, ['--fix', '--quiet'])).stdout, '');
    const root = `${clean.slice(0, clean.indexOf('    get:'))}    $ref: pets.yaml\n`;
    await withFolder({ 'a.yaml': root, 'pets.yaml': 'get:\n  tags: [pet]\n' }, async (folder) => {
      chmodSync(join(folder, 'a.yaml'), 0o444);
      assert.match((await runIn(folder, ['review', '--fix=review'])).stdout, /^nothing was fixed\.$/m);
    });
  });

  it('makes the other fixes when asked to, and those of named rules alone', async () => {
    const files = { 'a.yaml': faulty, 'schema.prisma': schema };
    const texts = (words: readonly string[]) =>
      withFolder(files, async (folder) => {
        const { code } = await runIn(folder, ['review', ...words]);
        const read = (name: string) => readFileSync(join(folder, name), 'utf8');
        return [code, read('a.yaml'), read('schema.prisma')];
      });
    const fixedSchema = schema.replace('user', 'User');
    assert.deepEqual(await texts(['--fix=review']), [0, clean, fixedSchema]);
    assert.deepEqual(await texts(['--fix=model-name-pascal-case']), [1, faulty, fixedSchema]);
    assert.deepEqual(await texts(['--fix=openapi/operation-id-lower-case']), [0, clean, schema]);
    assert.deepEqual(await texts(['--fix=title-short']), [1, faulty, schema]);
  });

  it('says what it changed beside compact lines, too', async () => {
    const words = ['--fix', '--format', 'compact'];
    const { stdout, stderr } = await review({ 'a.yaml': faulty, 'schema.prisma': schema }, words);
    assert.match(stdout, /^schema\.prisma:1:7: warning: [^\n]*\n$/);
    assert.match(stderr, /^fixed 1 finding in a\.yaml\n {2}openapi\/operation-id-lower-case \(1\)\n {4}8:20 Begin it /);
    assert.equal((await review({ 'a.yaml': faulty }, [...words, '--quiet'])).stderr, '');
    assert.equal((await review({ 'a.yaml': faulty }, ['--format', 'compact'])).stderr, '');
  });

  it('promises no fix that could not be written', async () => {
    await withFolder({ 'a.yaml': faulty }, async (folder) => {
      chmodSync(join(folder, 'a.yaml'), 0o444);
      const { stdout } = await runIn(folder, ['review', '--fix']);
      assert.match(stdout, /^nothing was fixed\.$/m);
      assert.match(stdout, /^1 error in 1 file \(1 reviewed\)\.$/m);
    });
  });

  it('makes fixes of the rules alone that are asked for', async () => {
    const files = { 'a.yaml': faulty, 'schema.prisma': schema };
    const texts = (words: readonly string[]) =>
      withFolder(files, async (folder) => {
        await runIn(folder, ['review', ...words]);
        return ['a.yaml', 'schema.prisma'].map((name) => readFileSync(join(folder, name), 'utf8'));
      });
    const fixedSchema = schema.replace('user', 'User');
    assert.deepEqual(await texts(['--rule', 'model-name-pascal-case', '--fix=review']), [faulty, fixedSchema]);
    assert.deepEqual(await texts(['--rule', 'model-name-pascal-case', '--fix']), [faulty, schema]);
    assert.deepEqual(await texts(['--rule', 'model-name-pascal-case', '--fix=operation-id-lower-case']), [
      faulty,
      schema,
    ]);
  });

  it('explains a choice it does not know', async () => {
    const { code, stderr } = await review({ 'a.yaml': faulty }, ['--fix=operation-id-lower-cas']);
    assert.equal(code, 2);
    assert.match(stderr, /--fix takes safe, review, or rules: there is no rule .* Did you mean openapi\/operation-id-/);
  });

  it('changes another file of the same description, and says which', async () => {
    const root = `${clean.slice(0, clean.indexOf('    get:'))}    $ref: pets.yaml\n`;
    await withFolder({ 'a.yaml': root, 'pets.yaml': 'get:\n  tags: [pet, dog]\n' }, async (folder) => {
      const { stdout } = await runIn(folder, ['review', '--fix', '--format', 'json']);
      const { files, summary } = JSON.parse(stdout);
      assert.equal(summary.fixed, 2);
      assert.deepEqual(files[0].applied, []);
      assert.deepEqual(files[1].applied[1], {
        ruleId: 'openapi/tag-declared',
        message: 'Tag “dog” is not declared.',
        title: 'Declare it',
        safety: 'safe',
        start: { line: 2, column: 15, offset: 19 },
        changed: ['a.yaml'],
      });
      assert.equal(readFileSync(join(folder, 'a.yaml'), 'utf8'), `${root}tags:\n  - name: pet\n  - name: dog\n`);
    });
    const { stdout } = await review({ 'a.yaml': root, 'pets.yaml': 'get:\n  tags: [pet]\n' }, ['--fix']);
    assert.match(stdout, /^fixed 1 finding in pets\.yaml\n.*\n {4}2:10 Declare it \(in a\.yaml\)$/m);
  });

  it('is not promised where a fix cannot be written', async () => {
    const text = `${clean}      tags: [pet]\nx-tags: &tags []\ntags: *tags\n`;
    const { stdout } = await review({ 'a.yaml': text });
    assert.match(stdout, /Tag “pet” is not declared/);
    assert.doesNotMatch(stdout, /fix:|--fix/);
    const json = JSON.parse((await review({ 'a.yaml': text }, ['--format', 'json'])).stdout);
    assert.deepEqual([json.files[0].findings[0].fixes, json.summary.fixable], [[], 0]);
  });

  it('touches no file that is not reported', async () => {
    const other = 'model post {\n  id Int @id\n}\n';
    await withFolder({ 'p/a.prisma': schema, 'p/b.prisma': other }, async (folder) => {
      await runIn(folder, ['review', '--fix=review', 'p/a.prisma']);
      assert.equal(readFileSync(join(folder, 'p/b.prisma'), 'utf8'), other);
    });
  });
});

describe('the choice of a fix', () => {
  const settings = { folders: [], preset: 'all', unread: new Map() };
  const nothingReviewed = reviewTexts([], testRulebook, settings);
  const search = {
    review: nothingReviewed,
    rules: testRulebook.rules,
    mayChange: () => true,
    made: 'safe',
  } as const;
  const prismaUri = 'file:///s.prisma';
  const finding = (changed: string): ReviewFinding => ({
    ruleId: 'openapi/tag-declared',
    severity: 'warning',
    uri: 'file:///a.yaml',
    span: { start: 0, end: 1 },
    message: 'M.',
    fixes: [{ title: 'T', safety: 'safe', changes: [{ kind: 'remove', uri: changed, pointer: ['a'] }] }],
    related: [],
    members: [],
  });
  const isMade = (choice: FixChoice, changed: string, mayChange = () => true) => {
    const choose = chooseFix(choice, testRulebook.rules, mayChange);
    assert.ok(!('message' in choose));
    return choose(finding(changed), nothingReviewed) !== undefined;
  };

  it('changes a Prisma schema because of a description only where the rule is named', () => {
    assert.ok(!isMade('safe', prismaUri));
    assert.ok(!isMade('review', prismaUri));
    assert.ok(isMade(['tag-declared'], prismaUri));
  });

  it('is promised only as it would be made', () => {
    const schemaOf = finding(prismaUri);
    const fixless = { ...finding('file:///a.yaml'), fixes: [] };
    const found = [finding('file:///a.yaml'), finding('file:///b.yaml'), schemaOf, fixless];
    const further = (mayChange: (uri: string) => boolean) => furtherFixes(found, { ...search, mayChange });
    assert.deepEqual(
      { ...further(() => true) },
      { bySafe: 2, byReview: 2, byName: { count: 1, ruleIds: ['openapi/tag-declared'] } },
    );
    assert.deepEqual(
      { ...further((uri) => uri === 'file:///a.yaml') },
      { bySafe: 1, byReview: 1, byName: { count: 0, ruleIds: [] } },
    );
    assert.equal(furtherFixes(found, { ...search, made: 'review' }).byReview, 0);
    const fold = { ...fixless, fixes: schemaOf.fixes, members: [schemaOf, fixless] };
    assert.equal(furtherFixes([fold], search).byName.count, 1);
  });

  it('is written on trial only where it is to be promised', () => {
    let tried = 0;
    const fix = (safety: 'safe' | 'review') => ({
      title: 'T',
      safety,
      get changes() {
        tried++;
        return [{ kind: 'remove', uri: 'file:///a.yaml', pointer: ['a'] }] as const;
      },
    });
    const left = ({ fixes }: Pick<ReviewFinding, 'fixes'>) =>
      withWritableFixes({ ...finding('file:///a.yaml'), fixes }, nothingReviewed.workspace);
    const further = furtherFixes([left({ fixes: [fix('review')] })], search);
    assert.deepEqual([further.bySafe, tried], [0, 0]);
    assert.deepEqual([further.byReview, tried > 0], [0, true]);
    tried = 0;
    assert.deepEqual([furtherFixes([left({ fixes: [fix('safe')] })], search).bySafe, tried > 0], [0, true]);
  });

  it('keeps to the files that may be changed', () => {
    assert.ok(isMade('safe', 'file:///b.yaml'));
    assert.ok(!isMade('safe', 'file:///b.yaml', () => false));
  });
});
