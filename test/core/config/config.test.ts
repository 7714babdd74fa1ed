import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { activeRules } from '#core/config/config.ts';
import { readConfig } from '#core/config/read-config.ts';
import { resolveFixes } from '#core/fix.ts';
import { cutDescription } from '#core/openapi/cut-description.ts';
import { review } from '#core/review.ts';
import type { ReviewSettings } from '#core/review-settings.ts';
import { applyEdits } from '#core/text/span.ts';
import { rulebook } from '#rules/rulebook.ts';

const uri = 'file:///w/plumbline.yaml';
const settings: ReviewSettings = { folders: ['file:///w'], preset: 'recommended', unread: new Map() };

/** The rules that are on, by id. */
function active(text: string) {
  const [section] = cutDescription({ uri, text, language: 'yaml' }).sections;
  assert.ok(section !== undefined);
  const { config, problems } = readConfig(section, rulebook);
  assert.deepEqual(
    problems.map(({ finding }) => finding.message),
    [],
  );
  return new Map(activeRules(config, 'recommended', rulebook).map((rule) => [rule.rule.id as string, rule]));
}

/** The mistakes, each with the text after its first fix. */
function mistakes(text: string): readonly { readonly message: string; readonly fixed?: string }[] {
  const reviewed = review([{ uri, text }], rulebook, settings);
  return (reviewed.files.get(uri)?.findings ?? []).map(({ message, fixes }) => {
    const [fix] = fixes;
    if (fix === undefined) return { message };
    const edits = resolveFixes(reviewed, [fix]).files.flatMap((file) => file.edits);
    return { message, fixed: `${fix.title}: ${applyEdits(text, edits).trimEnd()}` };
  });
}

describe('a group in plumbline.yaml', () => {
  it('sets every rule of its folder, wherever it stands, and a single rule goes before', () => {
    for (const rules of [
      '  prisma/*: off\n  prisma/money-exact: error\n',
      '  prisma/money-exact: error\n  prisma/*: off\n',
    ]) {
      const on = active(`rules:\n${rules}`);
      assert.deepEqual(
        [...on.keys()].filter((id) => id.startsWith('prisma/')),
        ['prisma/money-exact'],
      );
      assert.equal(on.get('prisma/money-exact')?.severity, 'error');
      assert.ok([...on.keys()].some((id) => id.startsWith('openapi/')));
    }
  });

  it('turns on what the preset leaves off, and leaves options to single rules', () => {
    const on = active('rules:\n  openapi/*: { severity: info }\n  openapi/list-paginated: { boundedItems: 5 }\n');
    const ofGroup = rulebook.rules.filter(({ id }) => id.startsWith('openapi/'));
    assert.equal([...on.keys()].filter((id) => id.startsWith('openapi/')).length, ofGroup.length);
    const paginated = on.get('openapi/list-paginated');
    assert.deepEqual([paginated?.severity, paginated?.options['boundedItems']], ['info', 5]);
  });

  it('takes no options', () => {
    assert.deepEqual(mistakes('rules:\n  prisma/*: { words: [a] }\n'), [
      { message: '“prisma/*” is a group of rules, which takes a severity only. Give “words” to single rules.' },
    ]);
  });

  it('is ignored as a whole', () => {
    const [section] = cutDescription({
      uri,
      text: 'ignores:\n  - { files: [a], rules: [cross/*, plumbline/syntax], reason: r }\n',
      language: 'yaml',
    }).sections;
    const [ignore] = (section && readConfig(section, rulebook).config.ignores) ?? [];
    assert.deepEqual(ignore?.rules, [
      ...rulebook.rules.map(({ id }) => id).filter((id) => id.startsWith('cross/')),
      'plumbline/syntax',
    ]);
  });
});

describe('an option of a rule', () => {
  const wordsOf = (setting: string) =>
    active(`rules:\n  openapi/path-no-crud-verb: ${setting}\n`).get('openapi/path-no-crud-verb')?.options['verbs'];
  const usual = wordsOf('error');

  it('may stand beside the severity or below “options”', () => {
    assert.deepEqual(wordsOf('{ severity: error, verbs: [a] }'), ['a']);
    assert.deepEqual(wordsOf('{ options: { verbs: [a] } }'), ['a']);
  });

  it('that is a list of words is added to and taken from', () => {
    assert.ok(Array.isArray(usual) && usual.includes('get'));
    const expected = [...usual.filter((word: string) => word !== 'get'), 'enqueue'];
    assert.deepEqual(wordsOf('{ verbs: { add: [enqueue, list], remove: [get, none] } }'), expected);
    assert.deepEqual(wordsOf('{ options: { verbs: { add: [] } } }'), usual);
  });

  it('has no name of the language', () => {
    assert.deepEqual(
      mistakes('rules:\n  openapi/path-no-crud-verb: { constructor: 1, options: { toString: 1 } }\n').map(
        ({ message }) => message.split('.')[0],
      ),
      [
        'Unknown key “constructor” of openapi/path-no-crud-verb',
        'The rule openapi/path-no-crud-verb has no option “toString”',
      ],
    );
  });

  it('never shares its name with a key of the rule', () => {
    for (const { id, options = {} } of rulebook.rules) {
      assert.ok(!('severity' in options) && !('options' in options), id);
    }
  });
});

describe('words that a team adds or removes', () => {
  /** What a rule finds under a setting. */
  function count(text: string, ruleId: string, setting: string): number {
    const target = `file:///w/${ruleId.startsWith('prisma/') ? 'schema.prisma' : 'openapi.yaml'}`;
    const config = { uri, text: `rules:\n  ${ruleId}: ${setting}\n` };
    const reviewed = review([{ uri: target, text }, config], rulebook, settings);
    assert.deepEqual(reviewed.files.get(uri)?.findings, []);
    const found = reviewed.files.get(target)?.findings ?? [];
    return found.filter((finding) => finding.ruleId === ruleId).length;
  }

  const api = (paths: string): string => `openapi: 3.1.0\npaths:\n${paths}`;
  const list = (path: string): string =>
    api(
      `  /${path}:\n    get:\n      responses:\n        '200':\n          description: All.\n          content:\n            application/json:\n              schema: { type: array, items: { type: object } }\n  /${path}/{id}: {}\n`,
    );
  const model = (name: string, fields: string): string =>
    `model ${name} {\n  id Int @id @default(autoincrement())\n${fields}}\n`;

  const record = '  sku String @unique\n  title String\n  note String?\n';
  const cases: readonly (readonly [rule: string, text: string, setting: string])[] = [
    ['openapi/path-no-crud-verb', api('  /enqueueOrder:\n    post: {}\n'), 'verbs: { add: [enqueue] }'],
    ['openapi/path-no-crud-verb', api('  /fetchOrder:\n    post: {}\n'), 'verbs: { remove: [fetch] }'],
    ['openapi/list-paginated', list('vouchers'), 'lookups: { add: [vouchers] }'],
    ['prisma/money-exact', model('Offer', '  bounty Float\n'), 'words: { add: [bounty] }'],
    ['prisma/money-exact', model('Offer', '  price Float\n'), 'words: { remove: [price] }'],
    ['prisma/timestamps-present', model('OrderShadow', record), 'derived: { add: [shadow] }'],
    ['prisma/timestamps-present', model('OrderCache', record), 'derived: { remove: [cache] }'],
    [
      'prisma/updated-at-attribute',
      model('OrderShadow', '  createdAt DateTime @default(now())\n  updatedAt DateTime @default(now())\n'),
      'derived: { add: [shadow] }',
    ],
    [
      'openapi/read-body-described',
      api("  /orders/{id}:\n    get: { operationId: getOrder, responses: { '200': { description: Fine. } } }\n"),
      'otherAnswers: { add: [order] }',
    ],
  ];

  for (const [rule, text, setting] of cases) {
    it(`change what ${rule} finds: ${setting}`, () => {
      const [usual, changed] = [count(text, rule, 'warning'), count(text, rule, `{ severity: warning, ${setting} }`)];
      assert.deepEqual([usual, changed].sort(), [0, 1], `${usual} → ${changed}`);
    });
  }
});

describe('a mistake in plumbline.yaml', () => {
  const cases: readonly (readonly [string, string, string?])[] = [
    ['preset: stict', 'There is no preset “stict”. Did you mean “strict”?', 'preset: strict'],
    ["preset: 'stict'", 'There is no preset “stict”. Did you mean “strict”?', "preset: 'strict'"],
    [
      'preset: loud',
      'There is no preset “loud”. Choose one of recommended, strict, security, docs, sdk, zalando, azure, aip.',
    ],
    ['exlude: [a]', 'Unknown key “exlude”. Did you mean “exclude”?', 'exclude: [a]'],
    [
      'rules:\n  list-paginated: off',
      'There is no rule “list-paginated”. Did you mean “openapi/list-paginated”?',
      'rules:\n  openapi/list-paginated: off',
    ],
    [
      'rules: {prisma/list-paginated: off}',
      'There is no rule “prisma/list-paginated”. Did you mean “openapi/list-paginated”?',
      'rules: {openapi/list-paginated: off}',
    ],
    [
      'rules:\n  openapi/list-pagnated: # why\n    severity: off',
      'There is no rule “openapi/list-pagnated”. Did you mean “openapi/list-paginated”?',
      'rules:\n  openapi/list-paginated: # why\n    severity: off',
    ],
    ['rules:\n  prism/*: off', 'There is no rule “prism/*”. Did you mean “prisma/*”?', 'rules:\n  prisma/*: off'],
    ['mapping: Order', '“mapping” must be a map with “models” and “fields”.'],
    ['mapping:\n  model: {}', 'Unknown key “model” of “mapping”. Did you mean “models”?', 'mapping:\n  models: {}'],
    ['mapping:\n  models: [Order]', '“models” must be a map from the names of schemas to those of models.'],
    [
      'mapping: { models: { Order: true } }',
      '“Order” needs the name of a model, or “false” where the database has none.',
    ],
    ['mapping: { fields: { Order: id } }', '“Order” must be a map from the names of properties to those of fields.'],
    [
      'mapping: { fields: { Order: { id: 1 } } }',
      '“id” needs the name of a field, or “false” where the database has none.',
    ],
    ['rules: strict', '“rules” must be a map from rule ids to severities or options.'],
    ['rules:\n  zzz: off', 'There is no rule “zzz”. Rules are named as in change/bigint-key-written.'],
    [
      'rules:\n  openapi/list-paginated: warn',
      '“warn” is no severity for openapi/list-paginated. Did you mean “warning”?',
      'rules:\n  openapi/list-paginated: warning',
    ],
    [
      'rules:\n  openapi/list-paginated:\n    severity: "eror"',
      '“eror” is no severity for openapi/list-paginated. Did you mean “error”?',
      'rules:\n  openapi/list-paginated:\n    severity: "error"',
    ],
    ['rules:\n  prisma/*:', 'The severity of prisma/* is missing. Write one of off, info, warning, error.'],
    [
      'rules:\n  openapi/list-paginated: 2',
      'The severity of openapi/list-paginated cannot be “2”. Write one of off, info, warning, error.',
    ],
    [
      'rules:\n  openapi/list-paginated:\n    lookup: [a]',
      'Unknown key “lookup” of openapi/list-paginated. Did you mean “lookups”?',
      'rules:\n  openapi/list-paginated:\n    lookups: [a]',
    ],
    [
      'rules:\n  openapi/list-paginated:\n    options:\n      lookup: [a]',
      'The rule openapi/list-paginated has no option “lookup”. Did you mean “lookups”?',
      'rules:\n  openapi/list-paginated:\n    options:\n      lookups: [a]',
    ],
    [
      'rules:\n  openapi/list-paginated:\n    lookups: { ad: [a] }',
      'Unknown key “ad” in “lookups” of openapi/list-paginated. Did you mean “add”?',
      'rules:\n  openapi/list-paginated:\n    lookups: { add: [a] }',
    ],
    [
      'rules:\n  openapi/list-paginated:\n    lookups: a',
      '“lookups” of openapi/list-paginated must be a list of strings, or a map with lists of those to “add” and “remove”.',
    ],
    [
      'rules:\n  openapi/list-paginated:\n    boundedItems: many',
      '“boundedItems” of openapi/list-paginated must be a number.',
    ],
    [
      'ignores:\n  - files: [a]\n    rules: [list-paginated]\n    reason: r',
      'There is no rule “list-paginated”. Did you mean “openapi/list-paginated”?',
      'ignores:\n  - files: [a]\n    rules: [openapi/list-paginated]\n    reason: r',
    ],
    [
      'ignores:\n  - files: [a]\n    rule: [plumbline/syntax]\n    reason: r',
      'Unknown key “rule” of an ignore. Did you mean “rules”?',
      'ignores:\n  - files: [a]\n    rules: [plumbline/syntax]\n    reason: r',
    ],
  ];

  for (const [text, message, fixed] of cases) {
    it(`stands alone and is mended where a name is near: ${JSON.stringify(text)}`, () => {
      const [found, ...others] = mistakes(`${text}\n`);
      assert.deepEqual(others, []);
      assert.equal(found?.message, message);
      assert.equal(found?.fixed?.slice(found.fixed.indexOf(': ') + 2), fixed);
    });
  }

  it('names both names in the title of its fix', () => {
    assert.equal(mistakes('preset: stict\n')[0]?.fixed, 'Replace “stict” by “strict”: preset: strict');
  });

  it('is the very same finding as long as the file is', () => {
    const sources = [{ uri, text: 'preset: stict\n' }];
    const first = review(sources, rulebook, settings);
    const second = review([...sources], rulebook, settings, first);
    assert.equal(second.files.get(uri), first.files.get(uri));
  });
});
