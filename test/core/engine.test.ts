import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { resolveFixes } from '#core/fix.ts';
import { review } from '#core/review.ts';
import type { ReviewSettings } from '#core/review-settings.ts';
import { globalRule, localRule, type Rule } from '#core/rule.ts';
import { ignoreChange } from '#core/suppress/ignore-edit.ts';
import { applyEdits } from '#core/text/span.ts';
import { recommendedRules, ruleInfo } from '../support/test-rule.ts';

const folder = 'file:///w/';

/** Finds every operation. */
const everyOperation = localRule({
  ...ruleInfo,
  id: 'openapi/every-operation',
  on: ['openapi.operation'],
  options: { word: { default: 'bad', description: 'What to say.' } },
  *check(operation, _scope, { word }) {
    yield { span: operation.anchor, message: `${operation.method} is ${word}.` };
  },
});

const everyRequirement = localRule({
  ...ruleInfo,
  id: 'openapi/every-requirement',
  on: ['openapi.security-requirement'],
  *check({ anchor }) {
    yield { span: anchor, message: 'A requirement.' };
  },
});

const everyModel = localRule({
  ...ruleInfo,
  id: 'prisma/every-model',
  on: ['prisma.model', 'prisma.field'],
  *check(node) {
    yield { span: node.anchor, message: `${node.name.value} is bad.` };
  },
});

const sameName = globalRule({
  ...ruleInfo,
  id: 'openapi/same-name',
  on: ['openapi.operation'],
  *gather({ operationId }) {
    if (operationId !== undefined) yield { key: operationId.value, span: operationId.span };
  },
  *compare(facts) {
    for (const { section, value } of facts.slice(1)) yield { section, value: { span: value.span, message: 'Again.' } };
  },
});

const failing = localRule({
  ...ruleInfo,
  id: 'openapi/failing',
  on: ['openapi.info'],
  // biome-ignore lint/correctness/useYield: a rule that is broken
  *check() {
    throw new Error('broken');
  },
});

const presets = [recommendedRules];

function say(files: { readonly [name: string]: string }, rules: readonly Rule[], extra: Partial<ReviewSettings> = {}) {
  const sources = Object.entries(files).map(([name, text]) => ({ uri: folder + name, text }));
  const settings = { folders: [folder], preset: 'recommended', unread: new Map(), ...extra };
  const reviewed = review(sources, { rules, presets }, settings);
  const said = [...reviewed.files.values()].flatMap(({ uri, text, findings }) =>
    findings.map(({ ruleId, severity, span, message }) => ({
      place: `${uri.slice(folder.length)} ${text.slice(span.start, span.end)}`,
      ruleId,
      severity,
      message,
    })),
  );
  return { reviewed, said, lines: said.map(({ place, ruleId, message }) => `${place} | ${ruleId} | ${message}`) };
}

const root = 'openapi: 3.1.0\ninfo: { title: T, version: "1" }\npaths:\n  /users:\n    get:\n      responses: {}\n';

describe('the review', () => {
  it('takes a file that begins with slashes for what it is without the review before', () => {
    const uri = `${folder}a.yaml`;
    const settings = { folders: [folder], preset: 'recommended', unread: new Map<string, never>() };
    const text = 'info:\n  { title: T }\nopenapi: 3.0.3\n';
    const before = review([{ uri, text }], { rules: [], presets }, settings);
    assert.equal(before.files.get(uri)?.role, 'openapi-root');
    for (const now of [`/// ${text}`, `/* ${text}`, `\n// ${text}`, `\uFEFF// ${text}`]) {
      const roles = [before, undefined].map((previous) => {
        return review([{ uri, text: now }], { rules: [], presets }, settings, previous).files.get(uri)?.role;
      });
      assert.equal(roles[0], roles[1], now);
    }
  });

  it('finds a rule’s nodes in the root and in the files it refers to, each in the file that owns the place', () => {
    const { lines } = say(
      {
        'api.yaml': 'openapi: 3.0.3\ninfo: {}\npaths:\n  /users:\n    $ref: paths/users.yaml\n',
        'paths/users.yaml': 'get:\n  responses: {}\n',
        'other.yaml': 'get:\n  responses: {}\n',
      },
      [everyOperation],
    );
    assert.deepEqual(lines, ['paths/users.yaml get | openapi/every-operation | get is bad.']);
  });

  it('compares the facts of one description, not of two', () => {
    const text = 'openapi: 3.1.0\npaths:\n  /a:\n    get: { operationId: same }\n    put: { operationId: same }\n';
    assert.deepEqual(say({ 'a.yaml': text, 'b.yaml': text }, [sameName]).lines, [
      'a.yaml same | openapi/same-name | Again.',
      'b.yaml same | openapi/same-name | Again.',
    ]);
  });

  it('turns the failure of a rule into a finding, or throws it in tests', () => {
    const { said } = say({ 'api.yaml': root }, [failing, everyOperation]);
    assert.deepEqual(said.map(({ ruleId }) => ruleId).sort(), ['openapi/every-operation', 'plumbline/internal-error']);
    assert.throws(() => say({ 'api.yaml': root }, [failing], { failFast: true }), /broken/);
  });

  it('asks for referenced files it was not given, and knows why one is not there', () => {
    const text = 'openapi: 3.1.0\npaths:\n  /a:\n    $ref: a.yaml\n  /b:\n    $ref: https://example.com/b.yaml\n';
    const { reviewed, lines } = say({ 'api.yaml': text }, []);
    assert.deepEqual(reviewed.wanted, ['file:///w/a.yaml']);
    assert.match(lines.join('\n'), /plumbline\/remote-reference/);
    assert.deepEqual(
      say({ 'api.yaml': text }, [], { unread: new Map([['file:///w/a.yaml', 'missing']]) }).reviewed.wanted,
      [],
    );
  });
});

describe('a file that is not read', () => {
  const text = 'openapi: 3.1.0\npaths:\n  /a:\n    $ref: ../a.yaml\n  /b:\n    $ref: ../a.yaml\n';

  it('is told of once, unless it is missing, which a rule tells', () => {
    const lines = (reason: 'outside-workspace' | 'unreadable' | 'missing') =>
      say({ 'api.yaml': text }, [], { unread: new Map([['file:///a.yaml', reason]]) }).lines;
    assert.deepEqual(lines('outside-workspace'), [
      'api.yaml ../a.yaml | plumbline/unread-reference | ../a.yaml lies outside the workspace and is not read. Open a folder that holds both files.',
    ]);
    assert.match(lines('unreadable')[0] ?? '', /could not be read/);
    assert.deepEqual(lines('missing'), []);
  });
});

describe('a description without an open folder', () => {
  it('says once, at the first reference, that no file is read', () => {
    const text =
      'openapi: 3.1.0\npaths:\n  /a:\n    $ref: a.yaml\n  /b:\n    $ref: b.yaml\n  /c:\n    $ref: b.yaml#/c\n';
    const unread = new Map(['a', 'b'].map((name) => [`${folder}${name}.yaml`, 'outside-workspace' as const]));
    const lines = (of: string) => say({ 'api.yaml': of }, [], { unread, folders: [] }).lines;
    const told = 'not read, because no folder is open. Open the folder that holds this file and what it refers to.';
    assert.deepEqual(lines(text), [
      `api.yaml a.yaml | plumbline/unread-reference | a.yaml and 1 more file are ${told}`,
    ]);
    const single = text.slice(0, text.indexOf('  /b:'));
    assert.deepEqual(lines(single), [`api.yaml a.yaml | plumbline/unread-reference | a.yaml is ${told}`]);
  });
});

describe('plumbline.yaml', () => {
  it('switches rules off, sets severities and options', () => {
    const off = say({ 'api.yaml': root, 'plumbline.yaml': 'rules:\n  openapi/every-operation: off\n' }, [
      everyOperation,
    ]);
    assert.deepEqual(off.lines, []);
    const options = 'rules:\n  openapi/every-operation:\n    severity: error\n    options: { word: dreadful }\n';
    const { said } = say({ 'api.yaml': root, 'plumbline.yaml': options }, [everyOperation]);
    assert.deepEqual(
      said.map(({ severity, message }) => `${severity} ${message}`),
      ['error get is dreadful.'],
    );
  });

  it('holds for the folder it lies in, the nearest one wins', () => {
    const off = 'rules:\n  openapi/every-operation: off\n';
    const { lines } = say({ 'a/api.yaml': root, 'b/api.yaml': root, 'a/plumbline.yaml': off }, [everyOperation]);
    assert.deepEqual(lines, ['b/api.yaml get | openapi/every-operation | get is bad.']);
  });

  it('leaves out files by include, exclude, entries and ignores', () => {
    const files = { 'a.yaml': root, 'old/b.yaml': root.replace('title: T', 'title: Old') };
    const left = (config: string) =>
      say({ ...files, 'plumbline.yaml': config }, [everyOperation]).lines.map((line) => line.split(' ')[0]);
    assert.deepEqual(left('include: ["*.yaml"]\n'), ['a.yaml']);
    assert.deepEqual(left('exclude: [old]\n'), ['a.yaml']);
    assert.deepEqual(left('exclude: ["old/**"]\n'), ['a.yaml']);
    assert.deepEqual(left('entries: [old/b.yaml]\n'), ['old/b.yaml']);
    assert.deepEqual(left('ignores:\n  - files: ["old/**"]\n    reason: legacy\n'), ['a.yaml']);
    assert.deepEqual(
      left('ignores:\n  - files: ["old/**"]\n    rules: [openapi/every-operation]\n    reason: legacy\n'),
      ['a.yaml'],
    );
  });

  it('names the Prisma schema by what may be no address', () => {
    for (const address of ['http://[', 'no/such.prisma']) {
      const files = {
        'api.yaml': root,
        'plumbline.yaml': `prisma: "${address}"\n`,
        'schema.prisma': 'model A {\n  id Int @id\n}\n',
      };
      assert.equal(say(files, [everyOperation]).lines.length, 1, address);
    }
  });

  it('takes no option for one because every object has it', () => {
    const config = 'rules:\n  openapi/every-operation: { options: { constructor: 1 } }\n';
    assert.deepEqual(say({ 'plumbline.yaml': config }, [everyOperation]).lines, [
      'plumbline.yaml constructor | plumbline/config | The rule openapi/every-operation has no option “constructor”. It takes word.',
    ]);
  });

  it('reports its own mistakes with a remedy', () => {
    const config =
      'preset: recomended\nrule: {}\nrules:\n  openapi/every-operaton: off\n  openapi/every-operation: loud\nignores:\n  - files: [a]\n';
    const { lines } = say({ 'plumbline.yaml': config }, [everyOperation]);
    assert.deepEqual(lines, [
      'plumbline.yaml recomended | plumbline/config | There is no preset “recomended”. Did you mean “recommended”?',
      'plumbline.yaml rule | plumbline/config | Unknown key “rule”. Did you mean “rules”?',
      'plumbline.yaml openapi/every-operaton | plumbline/config | There is no rule “openapi/every-operaton”. Did you mean “openapi/every-operation”?',
      'plumbline.yaml loud | plumbline/config | “loud” is no severity for openapi/every-operation. Write one of off, info, warning, error.',
      'plumbline.yaml files: [a] | plumbline/config | An entry of “ignores” needs a “reason”; write why nobody mends what it leaves out.',
    ]);
  });
});

describe('a suppression', () => {
  const rule = 'openapi/every-operation';

  it('silences the node it stands on, in YAML, JSON and Prisma', () => {
    const yaml = root.replace('    get:', `    # plumbline-ignore ${rule}: known\n    get:`);
    assert.deepEqual(say({ 'api.yaml': yaml }, [everyOperation]).lines, []);
    const trailing = root.replace('    get:', `    get: # plumbline-ignore every-operation: known`);
    assert.deepEqual(say({ 'api.yaml': trailing }, [everyOperation]).lines, []);
    const group = root.replace('    get:', `    # plumbline-ignore openapi/*: known\n    get:`);
    assert.deepEqual(say({ 'api.yaml': group }, [everyOperation]).lines, []);
    const above = root.replace('  /users:', `  # plumbline-ignore ${rule}: known\n  /users:`);
    assert.deepEqual(say({ 'api.yaml': above }, [everyOperation]).lines, []);
    const json = `{"openapi":"3.1.0","paths":{"/a":{"get":{"x-plumbline-ignore":{"${rule}":"known"}}}}}`;
    assert.deepEqual(say({ 'api.json': json }, [everyOperation]).lines, []);
    const file = `{"openapi":"3.1.0","x-plumbline-ignore":"${rule}: known","paths":{"/a":{"get":{}}}}`;
    assert.deepEqual(say({ 'api.json': file }, [everyOperation]).lines, []);
    for (const slashes of ['//', '///']) {
      const prisma = `/// A model.\n${slashes} plumbline-ignore prisma/every-model: known\nmodel A {\n  id Int @id\n}\n`;
      assert.deepEqual(say({ 'schema.prisma': prisma }, [everyModel]).lines, []);
    }
    const field = 'model A {\n  /// plumbline-ignore prisma/every-model: known\n  id Int @id\n}\n';
    assert.deepEqual(say({ 'schema.prisma': field }, [everyModel]).lines, [
      'schema.prisma A | prisma/every-model | A is bad.',
    ]);
  });

  it('does not reach further', () => {
    const yaml = `${root}    # plumbline-ignore ${rule}: known\n    put: {}\n    post: {}\n`;
    assert.deepEqual(say({ 'api.yaml': yaml }, [everyOperation]).lines, [
      'api.yaml get | openapi/every-operation | get is bad.',
      'api.yaml post | openapi/every-operation | post is bad.',
    ]);
  });

  it('needs a reason and a known rule, and must be of use', () => {
    const line = (comment: string) =>
      say({ 'api.yaml': root.replace('info:', `# ${comment}\ninfo:`) }, [everyOperation]).lines.filter((text) =>
        text.includes('plumbline/'),
      );
    assert.match(line(`plumbline-ignore ${rule}`)[0] ?? '', /ignore-reason/);
    assert.match(line('plumbline-ignore openapi/evry-operation: why')[0] ?? '', /unknown-rule.*Did you mean/);
    assert.match(
      line('plumbline-ignore prisma/every-operation: why')[0] ?? '',
      /Did you mean “openapi\/every-operation”/,
    );
    assert.match(line(`plumbline-ignore ${rule}: why`)[0] ?? '', /unused-ignore/);
  });

  it('is reported, and silences, while its reason is a placeholder', () => {
    for (const reason of ['TODO: say why', 'todo', 'FIXME later', 'explain why', '…']) {
      const { lines } = say(
        { 'api.yaml': root.replace('    get:', `    # plumbline-ignore ${rule}: ${reason}\n    get:`) },
        [everyOperation],
      );
      assert.equal(lines.length, 1, lines.join('\n'));
      assert.match(lines[0] ?? '', /plumbline\/ignore-reason \| Say why/);
    }
    const fine = root.replace('    get:', `    # plumbline-ignore ${rule}: todos are few\n    get:`);
    assert.deepEqual(say({ 'api.yaml': fine }, [everyOperation]).lines, []);
  });

  it('is not read from a text that only mentions it', () => {
    const text = root.replace('info:', 'x-note: |\n  # plumbline-ignore openapi/nothing\ninfo:');
    assert.deepEqual(say({ 'api.yaml': text }, []).lines, []);
  });

  it('can be written by the tool for each of its own findings', () => {
    const json =
      '{\n  "openapi": "3.1.0",\n  "paths": {\n    "/a": {\n      "get": {\n        "responses": {}\n      }\n    }\n  }\n}\n';
    const list = '{\n  "openapi": "3.1.0",\n  "security": [\n    { "key": [] }\n  ],\n  "paths": {}\n}\n';
    for (const files of [
      { 'api.yaml': root },
      { 'api.yaml': root.replaceAll('\n', '\r') },
      { 'api.yaml': root.replaceAll('\n', '\r\n') },
      { 'api.json': json },
      { 'api.json': list },
      { 'schema.prisma': 'model A {\n  id Int @id\n}\n' },
    ]) {
      const rules = [everyOperation, everyModel, everyRequirement];
      const { reviewed } = say(files, rules);
      const [[name = '', text = '']] = Object.entries(files) as [[string, string]];
      const document = reviewed.workspace.documents.get(folder + name);
      const [finding] = reviewed.files.get(folder + name)?.findings ?? [];
      assert.ok(document && finding);
      const index = document.starts.findLastIndex((start) => start <= finding.span.start);
      const section = document.sections[index];
      const start = document.starts[index] ?? 0;
      assert.ok(section);
      const span = { start: finding.span.start - start, end: finding.span.end - start };
      const change = ignoreChange(section, span, finding.ruleId, 'known\u0007\u0085\ud800\nof old');
      assert.ok(change);
      const { files: edited } = resolveFixes(reviewed, [{ title: 'Ignore', safety: 'review', changes: [change] }]);
      assert.deepEqual(say({ [name]: applyEdits(text, edited[0]?.edits ?? []) }, rules).lines, [], name);
    }
  });
});
