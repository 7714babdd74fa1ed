import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { completeConfig } from '#core/config/config-completion.ts';
import { configShape } from '#core/config/config-shape.ts';
import { readConfig } from '#core/config/read-config.ts';
import { cutDescription } from '#core/openapi/cut-description.ts';
import { applyEdits } from '#core/text/span.ts';
import { rulebook } from '#rules/rulebook.ts';

const shape = configShape(rulebook);
const paths = ['api/openapi.yaml', 'api/paths/orders.yaml', 'db/schema.prisma', 'db/models/a b.prisma', '@x/api.json'];

/** What is proposed at the bar in a text. */
function proposals(marked: string, canBreakLines = true) {
  const offset = marked.indexOf('|');
  const text = marked.replace('|', '');
  return { text, all: completeConfig(text, offset, { shape, paths, canBreakLines }) };
}

function names(marked: string): readonly string[] {
  return proposals(marked).all.map(({ word }) => word.name);
}

/** The text after taking a proposal. */
function take(marked: string, name: string, canBreakLines?: boolean): string {
  const { text, all } = proposals(marked, canBreakLines);
  const proposal = all.find(({ word }) => word.name === name);
  assert.ok(proposal !== undefined, `no ${name} among ${all.map(({ word }) => word.name).join(', ')}`);
  return applyEdits(text, [proposal.edit]);
}

const severities = ['off', 'info', 'warning', 'error'];
const rootKeys = ['preset', 'rules', 'include', 'exclude', 'entries', 'ignores', 'prisma', 'mapping'];
const ids = rulebook.rules.map(({ id }) => id);
const groups = ['change/*', 'cross/*', 'openapi/*', 'prisma/*'];

const presetNames = rulebook.presets.map(({ name }) => name);

describe('completion in plumbline.yaml', () => {
  it('knows the keys of the root, without those that are there', () => {
    assert.deepEqual(names('|'), rootKeys);
    assert.deepEqual(names('# about us\n|\n'), rootKeys);
    assert.deepEqual(names('pre|'), rootKeys);
    assert.deepEqual(names('preset: strict\n|\nrules: {}\n'), rootKeys.slice(2));
    assert.deepEqual(names('{ | }'), rootKeys);
    assert.deepEqual(names('{ preset: strict, ru|'), rootKeys.slice(1));
  });

  it('knows presets and severities', () => {
    for (const marked of [
      'preset: |',
      'preset: st|rict\n',
      "preset: 's|'",
      'preset: "|',
      'preset:\n  |',
      '{ preset: | }',
    ]) {
      assert.deepEqual(names(marked), presetNames, marked);
    }
    for (const marked of [
      'rules:\n  openapi/list-paginated: |',
      'rules:\n  prisma/*: w|\n  openapi/list-paginated: off\n',
      'rules:\n  openapi/list-paginated:\n    severity: |\n',
      'rules: { openapi/list-paginated: | }',
      'rules: { openapi/list-paginated: { severity: |',
      'rules: {\n  openapi/list-paginated: |,\n  prisma/*: off\n}\n',
      'rules:\n  "openapi/list-paginated": "|"\n',
    ]) {
      assert.deepEqual(names(marked), severities, marked);
    }
  });

  it('knows groups and rules, without those that are there', () => {
    for (const marked of [
      'rules:\n  |',
      'rules:\n  openapi/li|\n',
      'rules:\n  |\npreset: strict\n',
      'rules:\r\n  |\r\npreset: strict\r\n',
      'rules: { | }',
      'rules: { openapi/|',
      'rules: {\n  |\n}\n',
      "rules:\n  'openapi/|'\n",
      "rules:\n  'openapi/|\n",
      'rules:\n  "|": off\n',
    ]) {
      assert.deepEqual(names(marked), [...groups, ...ids], marked);
    }
    const rest = names('rules:\n  openapi/list-paginated: off\n  |\n  prisma/*: info\n');
    assert.deepEqual(
      rest,
      [...groups, ...ids].filter((id) => id !== 'openapi/list-paginated' && id !== 'prisma/*'),
    );
  });

  it('knows the options of a rule, their usual values and words', () => {
    const rule = 'rules:\n  openapi/list-paginated:\n';
    assert.deepEqual(names(`${rule}    |`), ['severity', 'lookups', 'boundedItems', 'options']);
    assert.deepEqual(names(`${rule}    severity: off\n    |`), ['lookups', 'boundedItems', 'options']);
    assert.deepEqual(names(`${rule}    options:\n      |`), ['lookups', 'boundedItems']);
    assert.deepEqual(names(`${rule}    boundedItems: |`), ['200']);
    assert.deepEqual(names(`${rule}    lookups:\n      |`), ['add', 'remove']);
    assert.deepEqual(names(`${rule}    lookups: { add: [a], | }`), ['remove']);
    assert.deepEqual(names(`${rule}    lookups: { add: [|] }`), []);
    const words = names(`${rule}    lookups: { remove: [countries, |] }`);
    assert.ok(words.includes('currencies') && !words.includes('countries'), words.join());
    assert.deepEqual(names('rules:\n  openapi/unauthorized-documented: { always: | }'), ['true', 'false']);
    assert.deepEqual(names('rules:\n  openapi/server-url:\n    |').slice(0, 1), []);
  });

  it('knows the files and folders there are', () => {
    const folders = ['@x/**', 'api/**', 'db/**', 'api/paths/**', 'db/models/**'];
    const files = [
      '@x/api.json',
      'api/openapi.yaml',
      'api/paths/orders.yaml',
      'db/models/a b.prisma',
      'db/schema.prisma',
    ];
    for (const marked of [
      'exclude: [|]',
      'include:\n  - |',
      'include: |',
      "include: ['|",
      'ignores:\n  - files: [ap|',
    ]) {
      assert.deepEqual(names(marked), [...folders, ...files], marked);
    }
    assert.ok(!names('exclude: [api/**, |]').includes('api/**'));
    assert.deepEqual(
      names('entries:\n  - |'),
      files.filter((file) => !file.endsWith('.prisma')),
    );
    assert.deepEqual(names('prisma: |'), ['db', 'db/models', 'db/models/a b.prisma', 'db/schema.prisma']);
  });

  it('finds by what is typed where there are more files than are shown', () => {
    const many = Array.from({ length: 1000 }, (_, index) => `api/part${index}.yaml`);
    const all = (text: string): readonly string[] =>
      completeConfig(text, text.length, { shape, paths: many, canBreakLines: true }).map(({ word }) => word.name);
    assert.equal(all('exclude: [').length, 200);
    assert.deepEqual(all('exclude: [Part777'), ['api/part777.yaml']);
  });

  it('knows what is said about schemas and models', () => {
    assert.deepEqual(names('mapping:\n  |'), ['models', 'fields']);
    assert.deepEqual(names('mapping:\n  models:\n    Order: |'), ['false']);
    assert.deepEqual(names('mapping: { fields: { Order: { total: | } } }'), ['false']);
    assert.deepEqual(names('mapping:\n  models:\n    |'), []);
  });

  it('knows the parts of an ignore', () => {
    assert.deepEqual(names('ignores:\n  - |'), ['files', 'rules', 'reason']);
    assert.deepEqual(names('ignores:\n  - files: [a]\n    |\n'), ['rules', 'reason']);
    assert.deepEqual(names('ignores:\n- files: [a]\n  rules: [openapi/x, |]\n'), [...groups, ...ids]);
    assert.deepEqual(names('ignores: [{ files: [a], | }]'), ['rules', 'reason']);
    assert.deepEqual(names('ignores:\n  - reason: because of |\n'), []);
  });

  it('is silent in comments, behind words, and where nothing is known', () => {
    for (const marked of [
      '# |',
      'preset: strict # |',
      'preset: strict |',
      'other:\n  |',
      'rules:\n  x/y:\n    |',
      'rules: |',
    ]) {
      assert.deepEqual(names(marked), [], marked);
    }
  });

  it('goes on beside what is broken', () => {
    assert.deepEqual(names('exclude: [a, b\npreset: |\n'), presetNames);
    assert.deepEqual(names("exclude: ['a\nrules:\n  prisma/*: |\n"), severities);
    assert.deepEqual(names('rules:\n  prisma/*: |\nexclude: [a, \n  b: }\n'), severities);
    assert.deepEqual(names('rules:\n  openapi/list\n  prisma/*: |\n'), severities);
    assert.deepEqual(names('preset strict\nrules:\n  prisma/*: |\n'), severities);
    assert.deepEqual(names('rules: { prisma/*: |\npreset: strict\n'), severities);
  });

  it('writes a key with what follows it, in the style and with the indentation of the file', () => {
    assert.equal(take('|', 'preset'), 'preset: ');
    assert.equal(take('ru|', 'rules'), 'rules:\n  ');
    assert.equal(take('ru|', 'rules', false), 'rules: ');
    assert.equal(take('rules:\n    prisma/*: off\ninc|', 'include'), 'rules:\n    prisma/*: off\ninclude:\n    - ');
    assert.equal(take('include:\n- a\nexc|', 'exclude'), 'include:\n- a\nexclude:\n- ');
    assert.equal(take('rules:\r\n  prisma/*: off\r\nexc|', 'exclude'), 'rules:\r\n  prisma/*: off\r\nexclude:\r\n  - ');
    assert.equal(take('rules:\n  op|\n', 'openapi/list-paginated'), 'rules:\n  openapi/list-paginated: \n');
    assert.equal(take('rules: { op|', 'openapi/list-paginated'), 'rules: { openapi/list-paginated: ');
    assert.equal(take('rules:\n  op|: off\n', 'openapi/list-paginated'), 'rules:\n  openapi/list-paginated: off\n');
    assert.equal(take('rules:\n  "op|": off\n', 'prisma/*'), 'rules:\n  "prisma/*": off\n');
    assert.equal(take("rules:\n  'op|\n", 'prisma/*'), "rules:\n  'prisma/*': \n");
    assert.equal(
      take('rules:\n  openapi/list-paginated:\n    lo|', 'lookups'),
      'rules:\n  openapi/list-paginated:\n    lookups:\n      ',
    );
    assert.equal(take('ignores:\n  - |', 'files'), 'ignores:\n  - files:\n      - ');
  });

  it('writes values as they are read back, in the place of what is there', () => {
    assert.equal(take('rules:\n  prisma/*: war|ning\n', 'off'), 'rules:\n  prisma/*: off\n');
    assert.equal(take('exclude: [|]', '@x/**'), "exclude: ['@x/**']");
    assert.equal(take('exclude: ["|"]', '@x/**'), 'exclude: ["@x/**"]');
    assert.equal(take("exclude: ['|\n", 'api/**'), "exclude: ['api/**'\n");
    assert.equal(take('exclude:\n  |', 'api/**'), 'exclude:\n  - api/**');
    assert.equal(take('exclude:\n  - ap|', 'api/**'), 'exclude:\n  - api/**');
  });

  it('proposes nothing twice, and only what has no mistake', () => {
    const texts = [
      '|',
      'rules:\n  |',
      'rules:\n  prisma/*: |\n',
      'rules: { | }',
      'preset: |',
      'exclude: [|]',
      'prisma: |',
      'ignores:\n  - files: [a]\n    reason: r\n    rules: [|]\n',
      'rules:\n  openapi/list-paginated:\n    |',
      'rules:\n  openapi/list-paginated:\n    lookups: { remove: [|] }',
    ];
    for (const marked of texts) {
      const all = names(marked);
      assert.ok(all.length > 0, marked);
      assert.equal(new Set(all).size, all.length, marked);
      for (const name of all) {
        const [section] = cutDescription({
          uri: 'file:///w/plumbline.yaml',
          text: take(marked, name),
          language: 'yaml',
        }).sections;
        const problems = section === undefined ? [] : readConfig(section, rulebook).problems;
        const wrong = problems
          .map(({ finding }) => finding.message)
          .filter((message) => !/missing|must be|needs/.test(message));
        assert.deepEqual([...(section?.problems ?? []), ...wrong], [], take(marked, name));
      }
    }
  });

  it('ends for any text and place', () => {
    const text = 'rules: {openapi/a: [off, "x\'\n  - # y\n\t|>- : ? &a *a !t "]} \r\n---\nb: {{{[[';
    for (let length = 0; length <= text.length; length++) {
      for (let offset = 0; offset <= length; offset++) {
        completeConfig(text.slice(0, length), offset, { shape, paths, canBreakLines: true });
      }
    }
  });
});
