import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { resolveFixes } from '#core/fix.ts';
import { localRule } from '#core/rule.ts';
import { ignoreChange } from '#core/suppress/ignore-edit.ts';
import { applyEdits } from '#core/text/span.ts';
import { ruleInfo } from '../../support/test-rule.ts';
import { everyOperation, folder, root, say } from '../say.ts';

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
