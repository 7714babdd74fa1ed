import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { typedIn } from './typed-files.ts';
import { belowResponse, inShop, response, shop } from './typed-shop.ts';

describe('completion in YAML: fields', () => {
  it('are those of the object at the cursor, but for those that are there', () => {
    assert.deepEqual(belowResponse('¦').labels, ['headers', 'content', 'links']);
    assert.deepEqual(belowResponse('headers: {}', 'co¦').labels, ['content', 'links']);
    assert.deepEqual(inShop(response, '          ¦\n').labels, ['$ref', 'description', 'headers', 'content', 'links']);
  });

  it('are found with siblings that come later, at the end of a file, and with blank lines around', () => {
    assert.deepEqual(inShop(response, `          ¦\n${response}`).labels, ['headers', 'content', 'links']);
    assert.ok(inShop('write: Writes\n', 'write: Writes\n¦').labels.includes('servers'));
    assert.ok(!inShop('write: Writes\n', 'write: Writes\n¦').labels.includes('info'));
    assert.deepEqual(belowResponse('', '¦', '').labels, ['headers', 'content', 'links']);
  });

  it('are told with what must stand there first', () => {
    const item = inShop('    get:', '    parameters:\n      - ¦\n    get:');
    assert.deepEqual(item.labels.slice(0, 5), ['orderId', '$ref', 'name', 'in', 'schema']);
    assert.match(item.item('name').detail, /required/);
    assert.equal(item.item('$ref').isGiven, true);
  });

  it('fit the type of a schema, what else is said there, and the version', () => {
    const text = inShop('type: string', 'type: string\n          ¦').labels;
    assert.ok(text.includes('maxLength') && !text.includes('items') && !text.includes('maximum'));
    assert.ok(text.includes('const') && !text.includes('nullable'));
    const older = shop.replace('3.1.0', '3.0.3');
    const old = inShop('type: string', 'type: string\n          ¦', older).labels;
    assert.ok(old.includes('nullable') && !old.includes('const'));
    const swagger = 'swagger: "2.0"\npaths:\n  /a:\n    get:\n      parameters:\n        - in: body\n          ¦\n';
    const labels = typedIn({ 'a.yaml': swagger }).labels;
    assert.ok(labels.includes('schema') && !labels.includes('collectionFormat'), labels.join(' '));
    const schema = 'schema:\n        type: integer\n';
    assert.ok(!inShop(schema, 'content: {}\n      ¦\n').labels.includes('schema'));
    assert.ok(!inShop(schema, `${schema}      ¦\n`).labels.includes('content'));
    assert.ok(inShop(schema, '¦\n').labels.includes('content'));
  });

  it('write what must stand in them, in the style of the file', () => {
    assert.equal(
      belowResponse('con¦').taken('content').split('description: OK\n')[1]?.split('components')[0],
      '          content:\n            $1\n',
    );
    assert.match(
      inShop('    get:', '    ¦\n    get:').taken('post'),
      /\n {4}post:\n {6}responses:\n {8}'200':\n {10}description: /,
    );
    const wide = 'openapi: 3.1.0\ninfo:\n    title: A\n    ¦\n';
    assert.match(typedIn({ 'a.yaml': wide }).taken('license'), /\n {4}license:\n {8}name: /);
    const left = 'openapi: 3.1.0\ntags:\n- name: a\n¦\n';
    assert.match(typedIn({ 'a.yaml': left }).taken('servers'), /\nservers:\n- url: /);
    const broken = 'openapi: 3.1.0\r\ninfo:\r\n  title: A\r\n  ¦\r\n';
    assert.match(typedIn({ 'a.yaml': broken }).taken('license'), /license:\r\n {4}name: /);
  });

  it('are indented where the line is not, below a key without a value', () => {
    const at = inShop('    get:\n', '    post:\n    ¦\n    get:\n');
    assert.deepEqual([at.labels[0], at.labels.at(-1)], ['summary', 'trace']);
    assert.match(at.taken('summary'), /\n {4}post:\n {6}summary: \$1\n {4}get:/);
    assert.match(at.taken('requestBody'), /\n {6}requestBody:\n {8}content:\n {10}\$1\n/);
    assert.match(inShop('    get:\n', '    get:\n      tags:\n      ¦\n').taken('stock'), /tags:\n {8}- stock\n/);
    assert.match(
      inShop('    get:\n', '    parameters:\n    ¦\n    get:\n').taken('in'),
      /parameters:\n {6}- in: \$1\n/,
    );
    assert.equal(inShop('    get:\n', '    ¦\n    get:\n').labels[0], 'post');
  });

  it('change a key alone where it has a value', () => {
    assert.match(belowResponse('con¦: {}').taken('content'), /\n {10}content: \{\}\n/);
    assert.match(belowResponse('"he¦": {}').taken('headers'), /\n {10}"headers": \{\}\n/);
  });

  it('work between brackets', () => {
    assert.ok(
      inShop('      type: object\n      properties', '      items: { ¦ }\n      properties').labels.includes('type'),
    );
    assert.match(
      inShop('id:\n          type: string', 'id: { type: string, for¦ }').taken('format'),
      /\{ type: string, format: \$1 \}/,
    );
    assert.match(
      inShop('id:\n          type: string', 'id: { ¦type: string }').taken('format'),
      /\{ format: \$1,type: string \}/,
    );
  });

  it('work in a file that is one map between brackets, in the quotes of the neighbours', () => {
    const filled = (text: string, label = 'components') => typedIn({ 'a.yaml': text }).taken(label);
    assert.equal(
      filled('{\n  "openapi": "3.0.3",\n  "info": {"title": "a"},\n  ¦\n}\n'),
      '{\n  "openapi": "3.0.3",\n  "info": {"title": "a"},\n  "components": {\n    $1\n  }\n}\n',
    );
    assert.equal(
      filled('---\n{\n  "openapi": "3.0.3",\n  com¦\n}\n'),
      '---\n{\n  "openapi": "3.0.3",\n  "components": {\n    $1\n  }\n}\n',
    );
    assert.equal(
      filled('{\n  openapi: 3.0.3,\n  info: {title: a},\n  ¦\n}\n'),
      '{\n  openapi: 3.0.3,\n  info: {title: a},\n  components: {\n    $1\n  }\n}\n',
    );
    assert.equal(
      filled('{\n  "openapi": "3.0.3",\n  "components": {"schemas": {"A": {\n    "type": ¦\n  }}}\n}\n', 'string'),
      '{\n  "openapi": "3.0.3",\n  "components": {"schemas": {"A": {\n    "type": "string"\n  }}}\n}\n',
    );
    assert.match(
      inShop('id:\n          type: string', 'id: { "type": "string", ¦ }').taken('format'),
      /\{ "type": "string", "format": "\$1" \}/,
    );
  });

  it('are those behind a byte order mark, too', () => {
    const text = '\ufeffopenapi: 3.0.3\ninfo:\n  title: a\n';
    assert.ok(!typedIn({ 'a.yaml': `${text}¦` }).labels.includes('openapi'));
    assert.ok(typedIn({ 'a.yaml': `${text}¦` }).labels.includes('paths'));
    assert.equal(typedIn({ 'a.yaml': text.replace('op', 'op¦') }).taken('openapi'), text);
    assert.ok(!typedIn({ 'a.json': '\ufeff{"openapi":"3.0.3",¦}' }).labels.includes('openapi'));
  });

  it('are found whatever is broken beside', () => {
    for (const broken of [
      'oops',
      'summary: "open',
      'tags: [a',
      'x: {a: 1',
      '- stray',
      ': nothing',
      '\ttab: 1',
      'description: |\n          prose: yes',
    ]) {
      const text = shop.replace('      operationId: getOrder\n', `      ${broken}\n      operationId: getOrder\n`);
      const labels = typedIn(
        { 'a.yaml': text.replace(response, `${response}          ¦\n`) },
        { 'a.yaml': shop },
      ).labels;
      assert.deepEqual(labels, ['headers', 'content', 'links'], broken);
    }
  });

  it('are not proposed in prose, comments, examples, extensions, and behind what has ended', () => {
    const silent = [
      belowResponse('# co¦'),
      belowResponse('x-mine:', '  ¦'),
      inShop('title: Shop', 'title: Shop ¦'),
      inShop('title: Shop', 'description: |\n    some ¦'),
      inShop('title: Shop', 'description: "some ¦\n    more"'),
      inShop('title: Shop', 'description: some\n    ¦'),
      inShop('type: string', 'type: string\n          example:\n            ¦'),
      inShop('      operationId', '        ¦\n      operationId'),
    ];
    for (const [index, { labels }] of silent.entries()) assert.deepEqual(labels, [], `${index}`);
  });
});
