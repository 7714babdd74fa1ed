import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { singleFindings } from '#core/place/folded-findings.ts';
import { lintConfigOf } from '#core/prisma/lint/lint-config.ts';
import type { LintOptions } from '#core/prisma/lint/lint-counterpart.ts';
import { isLintFile } from '#core/prisma/lint/lint-file.ts';
import { review } from '#core/review.ts';
import { localRule, type RuleInfo } from '#core/rule.ts';
import type { Rulebook } from '#core/rulebook.ts';
import { indexes } from '#rules/checklist.ts';

const info = (id: `prisma/${string}`): Omit<RuleInfo, 'reach'> => ({
  id,
  summary: 'Be there.',
  why: 'A test.',
  item: indexes,
  references: [],
  severity: 'warning',
  recommended: id === 'prisma/model-seen',
  examples: [{ title: 'None', bad: '', good: '' }],
});

/** Tells of every model, with the words it was given. */
const modelSeen = localRule({
  ...info('prisma/model-seen'),
  options: { words: { default: ['none'], description: 'Words.' } },
  on: ['prisma.model'],
  check: ({ name }, _scope, { words }) => [{ span: name.span, message: `${name.value} is seen: ${words.join()}.` }],
});

/** Off where nobody asks for it. */
const fieldSeen = localRule({
  ...info('prisma/field-seen'),
  on: ['prisma.field'],
  check: ({ name, model }) => [{ span: name.span, message: `${model.value}.${name.value} is seen.` }],
});

const rulebook: Rulebook = {
  rules: [modelSeen, fieldSeen],
  presets: [{ name: 'recommended', description: 'The usual.', base: 'recommended', rules: {} }],
  prismaLint: {
    'their-model': { rules: ['prisma/model-seen'], read: readWords },
    'their-field': { rules: ['prisma/field-seen', 'prisma/not-there-yet'] },
  },
};

function readWords({ words }: LintOptions) {
  return words === 'other' ? undefined : { words: ['theirs'] };
}

const schema = `model User {
  id Int @id
}
`;

function told(files: { readonly [path: string]: string }, folders = ['file:///w']): readonly string[] {
  const sources = Object.entries(files).map(([path, text]) => ({ uri: `file:///w/${path}`, text }));
  const { files: reviewed } = review(sources, rulebook, { folders, preset: 'recommended', unread: new Map() });
  return [...reviewed.values()].flatMap(({ findings }) =>
    [...singleFindings(findings)].map(({ severity, message }) => `${severity} ${message}`),
  );
}

const json = (rules: object) => JSON.stringify({ rules });

describe('the configuration of prisma-lint', () => {
  it('sets severities and options of the rules that look at the same', () => {
    assert.deepEqual(told({ 'schema.prisma': schema }), ['warning User is seen: none.']);
    const rules = { 'their-model': ['error', {}], 'their-field': ['error'] };
    assert.deepEqual(told({ 'schema.prisma': schema, '.prismalintrc.json': json(rules) }), [
      'error User is seen: theirs.',
      'warning User.id is seen.'.replace('warning', 'error'),
    ]);
  });

  it('switches off what it switches off, and leaves what is set to look at something else', () => {
    assert.deepEqual(told({ 'schema.prisma': schema, '.prismalintrc.json': json({ 'their-model': 'off' }) }), []);
    const other = json({ 'their-model': ['error', { words: 'other' }] });
    assert.deepEqual(told({ 'schema.prisma': schema, '.prismalintrc.json': other }), ['warning User is seen: none.']);
  });

  it('yields to plumbline.yaml, rule by rule and option by option', () => {
    const files = {
      'schema.prisma': schema,
      '.prismalintrc.json': json({ 'their-model': ['error', {}], 'their-field': 'error' }),
    };
    const own = 'rules:\n  prisma/model-seen:\n    severity: info\n';
    assert.deepEqual(told({ ...files, 'plumbline.yaml': own }), [
      'info User is seen: theirs.',
      'error User.id is seen.',
    ]);
  });

  it('is the nearest one above the schema, and that of no other file', () => {
    const files = {
      '.prismalintrc.json': json({ 'their-model': 'off' }),
      'a/schema.prisma': schema,
      'b/.config/prismalintrc.yaml': 'rules:\n  their-model: error\n',
      'b/c/schema.prisma': schema,
    };
    assert.deepEqual(told(files), ['error User is seen: none.'.replace('none', 'theirs')]);
    const beside = { 'a/.prismalintrc': json({ 'their-model': 'off' }), 'b/schema.prisma': schema };
    assert.deepEqual(told(beside), ['warning User is seen: none.']);
  });

  it('is read from package.json too, and never run', () => {
    const manifest = JSON.stringify({ name: 'shop', prismalint: { rules: { 'their-model': 'off' } } });
    assert.deepEqual(told({ 'schema.prisma': schema, 'package.json': manifest }), []);
    const program = { uri: 'file:///w/.prismalintrc.cjs', text: `module.exports = ${json({ 'their-model': 'off' })}` };
    assert.deepEqual(told({ 'schema.prisma': schema, '.prismalintrc.cjs': program.text }), [
      'warning User is seen: none.',
    ]);
    assert.equal(lintConfigOf(program, rulebook)?.isProgram, true);
  });

  it('says what was taken over and what was not', () => {
    const rules = {
      'their-model': ['error', {}],
      'their-field': 'error',
      'field-order': ['error', {}],
      constructor: 'error',
      'their-other': 7,
    };
    const source = { uri: 'file:///w/.prismalintrc.json', text: json(rules) };
    const config = lintConfigOf(source, rulebook);
    assert.deepEqual(config?.taken, [
      { name: 'their-model', level: 'error', rules: ['prisma/model-seen'] },
      { name: 'their-field', level: 'error', rules: ['prisma/field-seen'] },
    ]);
    assert.deepEqual(config?.left, ['field-order', 'constructor']);
    assert.equal(lintConfigOf(source, rulebook), config, 'the same text gives the same configuration');
  });

  it('counts anew when it changes, and only then', () => {
    const settings = { folders: ['file:///w'], preset: 'recommended', unread: new Map() };
    const prisma = { uri: 'file:///w/schema.prisma', text: schema };
    const withText = (text: string) => [prisma, { uri: 'file:///w/.prismalintrc.json', text }];
    const messages = (of: ReturnType<typeof review>) =>
      (of.files.get(prisma.uri)?.findings ?? []).map(({ severity }) => severity);
    const first = review(withText(json({ 'their-model': 'off' })), rulebook, settings);
    const second = review(withText(json({ 'their-model': 'error' })), rulebook, settings, first);
    const third = review([prisma], rulebook, settings, second);
    assert.deepEqual([first, second, third].map(messages), [[], ['error'], ['warning']]);
  });

  it('that is broken or says nothing changes nothing', () => {
    for (const text of [
      '',
      '{',
      '[]',
      '{"rules": []}',
      '{"rules": {"their-model": null}}',
      'rules: [',
      '{"rules": {"their-model": ["loud"]}}',
    ])
      assert.deepEqual(
        told({ 'schema.prisma': schema, '.prismalintrc.json': text }),
        ['warning User is seen: none.'],
        text,
      );
  });

  it('has these names', () => {
    const named = [
      '.prismalintrc',
      '.prismalintrc.json',
      'a/.prismalintrc.yml',
      '.config/prismalintrc',
      'prismalint.config.mjs',
      '.prismalintrc.ts',
    ];
    assert.deepEqual(
      named.filter((path) => !isLintFile(path)),
      [],
    );
    assert.deepEqual(
      ['prismalintrc', 'a.prismalintrc', '.prismalintrc.json.bak', 'prismalint.config.json'].filter(isLintFile),
      [],
    );
  });
});

describe('comments to prisma-lint', () => {
  const blockOf = (body: string) =>
    `model User {\n${body}  id     Int  @id\n  teamId Int\n  team   Team @relation(fields: [teamId], references: [id])\n}\n`;
  const silencedIn = (body: string, text = blockOf(body)) => {
    const loud: Rulebook = {
      ...rulebook,
      presets: [{ name: 'recommended', description: 'All.', base: 'all', rules: {} }],
    };
    const { files } = review([{ uri: 'file:///w/schema.prisma', text }], loud, {
      folders: ['file:///w'],
      preset: 'recommended',
      unread: new Map(),
    });
    return [...files.values()].flatMap(({ findings }) =>
      [...singleFindings(findings)].map(({ message }) => message.replace(/ is seen.*/s, '')),
    );
  };
  const all = ['User', 'User.id', 'User.teamId', 'User.team'];

  it('silence all of a model, or one rule', () => {
    assert.deepEqual(silencedIn(''), all);
    assert.deepEqual(silencedIn('  /// prisma-lint-ignore-model\n'), []);
    assert.deepEqual(silencedIn('  /// prisma-lint-ignore-model their-model\n'), all.slice(1));
    assert.deepEqual(silencedIn('  /// prisma-lint-ignore-model their-field\n'), ['User']);
  });

  it('silence one rule for some fields, and the relations over them', () => {
    assert.deepEqual(silencedIn('  /// prisma-lint-ignore-model their-field id\n'), [
      'User',
      'User.teamId',
      'User.team',
    ]);
    assert.deepEqual(silencedIn('  /// prisma-lint-ignore-model their-field id,teamId\n'), ['User']);
    assert.deepEqual(
      silencedIn('  /// prisma-lint-ignore-model their-model createdAt\n'),
      all.slice(1),
      'what is not there is of the model',
    );
  });

  it('silence the field below', () => {
    assert.deepEqual(silencedIn('  /// prisma-lint-ignore-field\n'), ['User', 'User.teamId', 'User.team']);
    assert.deepEqual(silencedIn('  /// prisma-lint-ignore-field their-model, their-field\n'), [
      'User',
      'User.teamId',
      'User.team',
    ]);
    assert.deepEqual(silencedIn('  /// prisma-lint-ignore-field their-model\n'), all);
  });

  it('say nothing elsewhere, or of rules that have no counterpart, and are not complained of', () => {
    assert.deepEqual(silencedIn('  // prisma-lint-ignore-model\n'), all, 'it reads three slashes only');
    assert.deepEqual(silencedIn('  /// prisma-lint-ignore-model field-order\n'), all);
    assert.deepEqual(silencedIn('  /// prisma-lint-ignore-models\n'), all);
    assert.deepEqual(silencedIn('', `/// prisma-lint-ignore-model\n${blockOf('')}`), all);
    assert.deepEqual(silencedIn('  /// prisma-lint-ignore-model constructor\n'), all);
  });
});
