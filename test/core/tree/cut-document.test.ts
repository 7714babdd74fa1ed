import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { cutDescription } from '#core/openapi/cut-description.ts';
import { composeValue, findInDocument } from '#core/tree/compose.ts';
import type { TreeDocument, TreeLanguage } from '#core/tree/section.ts';

const petstore = `# Pets
openapi: 3.1.0
info:
  title: Pets
paths:
  # All pets
  /pets:
    get:
      description: |
        Text that looks like keys:
          /a:
    parameters:
    - name: limit

  # plumbline-ignore openapi/x: because
  '/pets/{id}': # one
    get: {}
  # deeper than the root
# of components
components:
  schemas:
    Pet:
      type: object
    "Owner": {}
  examples: {}
tags:
- name: pets
`;

function cut(text: string, language: TreeLanguage = 'yaml'): TreeDocument {
  return cutDescription({ uri: 'file:///api', text, language });
}

function pointers(document: TreeDocument): readonly string[] {
  return document.sections.map(({ pointer, isHeader }) => `${pointer.join('.')}${isHeader ? ':' : ''}`);
}

function assertJoined(document: TreeDocument): void {
  assert.equal(document.sections.map(({ text }) => text).join(''), document.text);
  document.sections.forEach(({ text }, index) => {
    const start = document.starts[index] ?? -1;
    assert.equal(document.text.slice(start, start + text.length), text);
  });
}

function codes(document: TreeDocument): readonly string[] {
  return document.sections.flatMap(({ problems }) => problems.map(({ code }) => code));
}

describe('cutDocument', () => {
  it('gives path items and components sections of their own', () => {
    const document = cut(petstore);
    assert.deepEqual(pointers(document), [
      'openapi',
      'info',
      'paths:',
      'paths./pets',
      'paths./pets/{id}',
      'components:',
      'components.schemas:',
      'components.schemas.Pet',
      'components.schemas.Owner',
      'components.examples',
      'tags',
    ]);
    assertJoined(document);
    assert.deepEqual(codes(document), []);
  });

  it('keeps comments with the key below them', () => {
    const [first, , , pets, pet, components] = cut(petstore).sections;
    assert.equal(first?.text, '# Pets\nopenapi: 3.1.0\n');
    assert.ok(pets?.text.startsWith('  # All pets\n  /pets:'));
    assert.ok(pet?.text.startsWith('\n  # plumbline-ignore'));
    assert.ok(pet?.text.endsWith('  # deeper than the root\n'));
    assert.equal(components?.text, '# of components\ncomponents:\n');
  });

  it('escapes keys in ids and places the key in the section', () => {
    const section = cut(petstore).sections[4];
    assert.equal(section?.id, 'file:///api#/paths/~1pets~1{id}');
    assert.equal(section?.key?.value, '/pets/{id}');
    assert.equal(section?.text.slice(section.key?.span.start, section.key?.span.end), "'/pets/{id}'");
  });

  it('puts the byte order mark and the document marker before the first section', () => {
    const document = cut('\uFEFF# a\n---\n# b\nswagger: "2.0"\n');
    assert.deepEqual(pointers(document), [':', 'swagger']);
    assert.equal(document.sections[0]?.text, '\uFEFF# a\n---\n');
    assert.deepEqual(pointers(cut('\uFEFFopenapi: 3.0.0\n')), [':', 'openapi']);
  });

  it('reads files with Windows line breaks', () => {
    const document = cut(petstore.replaceAll('\n', '\r\n'));
    assert.deepEqual(pointers(document), pointers(cut(petstore)));
    assert.deepEqual(composeValue(document), composeValue(cut(petstore)));
    assertJoined(document);
  });

  it('keeps any other file in one section', () => {
    assert.deepEqual(pointers(cut('type: object\nproperties: {}\n')), ['']);
    assert.deepEqual(pointers(cut('{"type": "object"}', 'json')), ['']);
    assert.deepEqual(pointers(cut('')), ['']);
    assert.equal(cut('').sections[0]?.tree, undefined);
    assert.equal(cut('# nothing\n').sections[0]?.tree, undefined);
  });

  it('keeps a container in one section where it is no plain map', () => {
    const inOne = (paths: string) => pointers(cut(`openapi: 3.1.0\npaths:${paths}`));
    for (const paths of [
      ' {}\n',
      '\n',
      ' {$ref: a.yaml}\n',
      '\n  $ref: a.yaml\n',
      ' &a\n  /a: {}\n',
      '\n- a\n',
      '\n  - a\n',
    ]) {
      assert.deepEqual(inOne(paths), ['openapi', 'paths'], JSON.stringify(paths));
    }
    assert.deepEqual(inOne('\n  <<: {}\n  /a: {}\n'), ['openapi', 'paths']);
    assert.deepEqual(inOne('\n  ? /a\n    b\n  : {}\n'), ['openapi', 'paths']);
  });

  it('cuts at explicit keys of one word', () => {
    const document = cut('openapi: 3.1.0\npaths:\n  ? /a\n  : get: {}\n  # b\n  ? /b\n  :\n    get: {}\n');
    assert.deepEqual(pointers(document), ['openapi', 'paths:', 'paths./a', 'paths./b']);
    assert.deepEqual(composeValue(document), { openapi: '3.1.0', paths: { '/a': { get: {} }, '/b': { get: {} } } });
    assert.deepEqual(codes(document), []);
  });

  it('keeps the file in one section where an alias crosses sections', () => {
    const text = 'openapi: 3.1.0\ninfo: &info\n  title: T\npaths:\n  /a: {x: *info}\n';
    const document = cut(text);
    assert.deepEqual(pointers(document), ['']);
    assert.deepEqual(codes(document), []);
    assert.deepEqual(pointers(cut('openapi: 3.1.0\ninfo: {a: &a 1, b: *a}\n')), ['openapi', 'info']);
  });

  it('keeps the file in one section when it holds several documents', () => {
    const document = cut('openapi: 3.1.0\ninfo: {}\n---\nopenapi: 3.0.0\n');
    assert.deepEqual(pointers(document), ['']);
    assert.deepEqual(codes(document), ['several-documents']);
    assert.deepEqual(document.sections[0]?.problems[0]?.span, { start: 24, end: 27 });
  });

  it('leaves blank lines with a block scalar that keeps them', () => {
    const document = cut('openapi: 3.1.0\ninfo:\n  description: |+\n    Text\n\npaths: {}\n');
    assert.deepEqual(composeValue(document), { openapi: '3.1.0', info: { description: 'Text\n\n' }, paths: {} });
  });

  it('tells a key that stands twice, and gives it an id of its own', () => {
    const document = cut('openapi: 3.1.0\npaths:\n  /a: {}\n  /a: {get: {}}\n');
    assert.deepEqual(
      document.sections.slice(2).map(({ id }) => id),
      ['file:///api#/paths/~1a', 'file:///api#/paths/~1a~2'],
    );
    assert.deepEqual(
      document.sections[3]?.problems.map(({ code, span }) => [code, span]),
      [['duplicate-key', { start: 2, end: 4 }]],
    );
  });

  it('tells a half-typed key and keeps its neighbours', () => {
    const document = cut('openapi: 3.1.0\npaths:\n  /a:\n    get: {}\n  /b\n  /c:\n    get: {}\n');
    assert.deepEqual(pointers(document), ['openapi', 'paths:', 'paths./a', 'paths./c']);
    assert.deepEqual(codes(document), ['syntax']);
    assert.deepEqual(codes(cut('openapi: 3.1.0\npaths:\n  /a\n  /c: {}\n')), ['syntax']);
  });

  it('cuts JSON behind commas', () => {
    const text =
      '{\n  "openapi": "3.1.0",\n  "paths": {\n    "/a": { "get": {} },\n    "/b": {}\n  },\n  "components": { "schemas": {} }\n}\n';
    const document = cut(text, 'json');
    assert.deepEqual(pointers(document), [
      ':',
      'openapi',
      'paths:',
      'paths./a',
      'paths./b',
      'components:',
      'components.schemas',
    ]);
    assert.equal(document.sections[4]?.text, '    "/b": {}\n  },\n');
    assertJoined(document);
    assert.deepEqual(composeValue(document), JSON.parse(text));
    assert.deepEqual(codes(document), []);
  });

  it('cuts JSON in spite of a trailing comma, and tells it', () => {
    const document = cut('{"openapi": "3.1.0", "paths": {"/a": {}, }}', 'json');
    assert.deepEqual(pointers(document), [':', 'openapi', 'paths:', 'paths./a']);
    assert.deepEqual(codes(document), ['trailing-comma']);
  });

  it('keeps unchanged sections as the same objects', () => {
    const before = cut(petstore);
    const text = petstore.replace('get: {}', 'put: {}');
    const after = cutDescription({ uri: 'file:///api', text, language: 'yaml' }, before);
    assert.deepEqual(after, cut(text));
    const changed = after.sections.filter((section, index) => section !== before.sections[index]);
    assert.deepEqual(
      changed.map(({ pointer }) => pointer),
      [['paths', '/pets/{id}']],
    );
  });
});

describe('findInDocument', () => {
  it('finds values in and across sections', () => {
    const document = cut(petstore);
    const found = findInDocument(document, ['components', 'schemas', 'Pet', 'type']);
    assert.deepEqual(found?.section.pointer, ['components', 'schemas', 'Pet']);
    assert.ok(found?.node?.kind === 'scalar' && found.node.value === 'object');
    assert.equal(findInDocument(document, ['components', 'schemas', 'Cat']), undefined);
    assert.equal(findInDocument(document, ['paths'])?.section.isHeader, true);
    assert.equal(findInDocument(cut('a: {b: [1, 2]}\n'), ['a', 'b', '1'])?.node?.kind, 'scalar');
  });
});
