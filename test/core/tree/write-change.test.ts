import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { applyEdits } from '#core/text/span.ts';
import type { TreeChange } from '#core/tree/change.ts';
import { parseJson } from '#core/tree/read/parse-json.ts';
import { parseYaml } from '#core/tree/read/parse-yaml.ts';
import type { TreeLanguage } from '#core/tree/section.ts';
import type { PlainValue } from '#core/tree/tree.ts';
import { changeEdits } from '#core/tree/write/write-change.ts';

const uri = 'file:///api.yaml';

function set(
  path: string,
  value: PlainValue,
  more: { before?: string[]; after?: string[]; ifAbsent?: boolean } = {},
): TreeChange {
  return { kind: 'set', uri, pointer: pointerOf(path), value, ...more };
}

function append(path: string, value: PlainValue): Extract<TreeChange, { kind: 'append' }> {
  return { kind: 'append', uri, pointer: pointerOf(path), value };
}

function rename(path: string, name: string): TreeChange {
  return { kind: 'rename', uri, pointer: pointerOf(path), name };
}

function remove(path: string): TreeChange {
  return { kind: 'remove', uri, pointer: pointerOf(path) };
}

function move(path: string, to: string): TreeChange {
  return { kind: 'move', uri, pointer: pointerOf(path), to: pointerOf(to) };
}

function pointerOf(path: string): string[] {
  return path === '' ? [] : path.split(' ');
}

function changed(text: string, change: TreeChange, language: TreeLanguage): string | undefined {
  const { tree } = language === 'json' ? parseJson(text, { allowsComments: true }) : parseYaml(text);
  const edits = changeEdits({ text, tree, language }, change);
  return edits && applyEdits(text, edits);
}

type Row = readonly [title: string, before: string, change: TreeChange, after: string | undefined];

function checkTable(language: TreeLanguage, rows: readonly Row[]): void {
  for (const [title, before, change, after] of rows) {
    it(title, () => {
      assert.equal(changed(before, change, language), after);
      if (after !== undefined && change.kind === 'set') assert.equal(changed(after, change, language), after);
    });
  }
}

describe('writing YAML: set', () => {
  checkTable('yaml', [
    ['adds an entry at the end', 'a: 1\nb: 2\n', set('c', 3), 'a: 1\nb: 2\nc: 3\n'],
    ['adds an entry at the column of its neighbours', 'a:\n    b: 1\n', set('a c', 2), 'a:\n    b: 1\n    c: 2\n'],
    ['follows a root that is indented', '  a: 1\n', set('b', 2), '  a: 1\n  b: 2\n'],
    ['works without a final line break', 'a: 1', set('b', 2), 'a: 1\nb: 2'],
    ['keeps CRLF', 'a: 1\r\nb: 2\r\n', set('c', { d: 3 }), 'a: 1\r\nb: 2\r\nc:\r\n  d: 3\r\n'],
    [
      'goes before the comments that close a block',
      'a:\n  b: 1\n  # end\nc: 1\n',
      set('a d', 2),
      'a:\n  b: 1\n  d: 2\n  # end\nc: 1\n',
    ],
    [
      'leaves a deeper comment with the entry above',
      'a:\n  b: 1\n  # more\nc: 1\n',
      set('x', 2, { after: ['a'] }),
      'a:\n  b: 1\n  # more\nx: 2\nc: 1\n',
    ],
    [
      'keeps a comment at the end of the line',
      'a: 1 # one\nb: 2 # two\n',
      set('c', 3),
      'a: 1 # one\nb: 2 # two\nc: 3\n',
    ],
    [
      'goes before a neighbour, above its comment',
      'a: 1\n# about c\nc: 3\n',
      set('b', 2, { before: ['x', 'c'] }),
      'a: 1\nb: 2\n# about c\nc: 3\n',
    ],
    ['goes after a neighbour', 'a: 1\nc: 3\n', set('b', 2, { after: ['a'] }), 'a: 1\nb: 2\nc: 3\n'],
    [
      'goes before the first key of a list item',
      'l:\n  - b: 1\n',
      set('l 0 a', 0, { before: ['b'] }),
      'l:\n  - a: 0\n    b: 1\n',
    ],
    ['adds a second key after a dash', 'l:\n- name: x\n', set('l 0 in', 'query'), 'l:\n- name: x\n  in: query\n'],
    [
      'keeps the distance of a wide dash',
      'l:\n  -   name: x\n',
      set('l 0 in', 'query'),
      'l:\n  -   name: x\n      in: query\n',
    ],
    [
      'separates by blank lines as the neighbours are',
      'a:\n  x: 1\n\nb:\n  x: 2\n\nc:\n  x: 3\n',
      set('d', { x: 4 }),
      'a:\n  x: 1\n\nb:\n  x: 2\n\nc:\n  x: 3\n\nd:\n  x: 4\n',
    ],
    ['creates missing parents', 'a: 1\n', set('b c d', 2), 'a: 1\nb:\n  c:\n    d: 2\n'],
    ['uses the step of the file', 'a:\n    b: 1\n', set('c', { d: 1 }), 'a:\n    b: 1\nc:\n    d: 1\n'],
    [
      'gives a block to a key without value',
      'a: 1\nresponses:\nb: 2\n',
      set('responses ok', 1),
      'a: 1\nresponses:\n  ok: 1\nb: 2\n',
    ],
    [
      'gives a block to a key without value but with a comment',
      'responses: # none\nb: 2\n',
      set('responses ok', 1),
      'responses: # none\n  ok: 1\nb: 2\n',
    ],
    ['gives a block to a null', 'a: null # none\n', set('a b', 1), 'a: # none\n  b: 1\n'],
    ['opens an empty map', 'a: {}\nb: 1\n', set('a c', { d: 1 }), 'a:\n  c:\n    d: 1\nb: 1\n'],
    ['opens an empty map after a dash', 'l:\n  - {}\n', set('l 0 a', { b: 1 }), 'l:\n  - a:\n      b: 1\n'],
    ['opens an empty root', '{}\n', set('a', { b: 1 }), 'a:\n  b: 1\n'],
    ['fills an empty file', '', set('a b', 1), 'a:\n  b: 1\n'],
    ['inserts into a flow map', 'a: {b: 1, c: 2}\n', set('a d', 'x'), 'a: {b: 1, c: 2, d: x}\n'],
    ['keeps the padding of a flow map', 'a: { b: 1 }\n', set('a d', { e: [1] }), 'a: { b: 1, d: { e: [1] } }\n'],
    [
      'keeps the lines of a flow map',
      'a: {\n  b: 1,\n  c: 2 # two\n  }\n',
      set('a d', 3),
      'a: {\n  b: 1,\n  c: 2, # two\n  d: 3\n  }\n',
    ],
    ['keeps the trailing comma of a flow map', 'a: {\n  b: 1,\n  }\n', set('a d', 3), 'a: {\n  b: 1,\n  d: 3,\n  }\n'],
    [
      'writes JSON in YAML as JSON',
      '{\n  "a": {"b": 1},\n  "c": {}\n}\n',
      set('c d', ['x']),
      '{\n  "a": {"b": 1},\n  "c": {\n    "d": [\n      "x"\n    ]\n  }\n}\n',
    ],
    ['replaces a scalar', 'a: 1 # one\n', set('a', 2), 'a: 2 # one\n'],
    ['replaces a string in its quotes', 'a: "x"\n', set('a', 'y'), 'a: "y"\n'],
    ['replaces a scalar by a map', 'a: 1 # one\nb: 1\n', set('a', { c: 1 }), 'a: # one\n  c: 1\nb: 1\n'],
    ['replaces a map by a scalar', 'a: # one\n  c: 1\n  d: 1\nb: 1\n', set('a', 5), 'a: 5 # one\nb: 1\n'],
    [
      'replaces a map by a map',
      'a:\n  c: 1 # one\n  d: 1\nb: 1\n',
      set('a', { e: { f: 1 } }),
      'a:\n  e:\n    f: 1\nb: 1\n',
    ],
    ['replaces a list at its own indentation', 'a:\n- x\n- y\nb: 1\n', set('a', ['z']), 'a:\n- z\nb: 1\n'],
    ['replaces an item', 'a:\n  - x\n  - y\n', set('a 0', { b: 1, c: 2 }), 'a:\n  - b: 1\n    c: 2\n  - y\n'],
    ['replaces a literal', 'a: |\n  x\n  y\nb: 1\n', set('a', 'z'), 'a: z\nb: 1\n'],
    ['writes lines as a literal', 'a: 1\nb: 2\n', set('a', 'x\ny\n'), 'a: |\n  x\n  y\nb: 2\n'],
    ['writes lines without end as a stripped literal', 'a: 1\n', set('b', 'x\n\n  y'), 'a: 1\nb: |-\n  x\n\n    y\n'],
    ['quotes lines a literal cannot hold', 'a: 1\n', set('b', ' x\ny'), 'a: 1\nb: " x\\ny"\n'],
    ['leaves an existing entry alone', 'a: 1\n', set('a', 2, { ifAbsent: true }), 'a: 1\n'],
    ['leaves an equal value alone', 'a: {b: [1, "x"]}\n', set('a', { b: [1, 'x'] }), 'a: {b: [1, "x"]}\n'],
    [
      'overrides what a merge key brings in',
      'x: &x {a: 1}\ny:\n  <<: *x\n  b: 1\n',
      set('y a', 2),
      'x: &x {a: 1}\ny:\n  <<: *x\n  b: 1\n  a: 2\n',
    ],
    ['does not write through an alias', 'x: &x {a: 1}\ny: *x\n', set('y a', 2), undefined],
    ['replaces an alias', 'x: &x {a: 1}\ny: *x\nz: 1\n', set('y', 2), 'x: &x {a: 1}\ny: 2\nz: 1\n'],
    ['does not take an anchor from its alias', 'x:\n  z: &x 1\ny: *x\n', set('x', 2), undefined],
    ['does not write into a scalar', 'a: 1\n', set('a b', 2), undefined],
    [
      'writes after a value of kept line breaks',
      'a: |+\n  x\n\nb: 1\n',
      set('c', 1, { after: ['a'] }),
      'a: |+\n  x\n\nc: 1\nb: 1\n',
    ],
  ]);
});

describe('writing YAML: as siblings are written', () => {
  checkTable('yaml', [
    [
      'puts a value in brackets where theirs stand there',
      "a:\n  '200': { description: A }\n  '201': { description: B }\n",
      set('a 404', { $ref: '#/x' }),
      "a:\n  '200': { description: A }\n  '201': { description: B }\n  '404': { $ref: '#/x' }\n",
    ],
    [
      'quotes ranges of codes as codes are quoted',
      'a:\n  "200": {b: 1}\nc: {}\n',
      set('d', { '2XX': { b: 1 } }),
      'a:\n  "200": {b: 1}\nc: {}\nd:\n  "2XX":\n    b: 1\n',
    ],
    [
      'puts a value in brackets as those with the same keys, whatever else stands in blocks',
      'a:\n  b:\n    x: 1\n  c:\n    x: 2\n  d: {$ref: e}\n',
      set('a f', { $ref: 'g' }),
      'a:\n  b:\n    x: 1\n  c:\n    x: 2\n  d: {$ref: e}\n  f: {$ref: g}\n',
    ],
    [
      'puts an item in brackets where theirs stand there',
      'l:\n  - {name: a, in: path}\n',
      append('l', { in: 'query', name: 'b' }),
      'l:\n  - {name: a, in: path}\n  - {name: b, in: query}\n',
    ],
    [
      'puts it in a block where as many stand in one',
      'a:\n  b: { c: 1 }\n  d:\n    c: 2\n',
      set('a e', { c: 3 }),
      'a:\n  b: { c: 1 }\n  d:\n    c: 2\n  e:\n    c: 3\n',
    ],
    [
      'puts what has no room in brackets in a block',
      'a:\n  b: { c: 1 }\n',
      set('a e', { c: 'x'.repeat(130) }),
      `a:\n  b: { c: 1 }\n  e:\n    c: ${'x'.repeat(130)}\n`,
    ],
    [
      'orders keys as they do',
      'l:\n  - in: path\n    name: a\n    schema: {}\n    required: true\n',
      append('l', { name: 'b', in: 'query', description: 'B', required: false, schema: { a: 1 } }),
      'l:\n  - in: path\n    name: a\n    schema: {}\n    required: true\n' +
        '  - in: query\n    name: b\n    description: B\n    schema:\n      a: 1\n    required: false\n',
    ],
    [
      'does not ask what an alias stands for',
      'x: &x { c: 1 }\na:\n  b: *x\n  d:\n    c: 2\n',
      set('a e', { c: 3 }),
      'x: &x { c: 1 }\na:\n  b: *x\n  d:\n    c: 2\n  e:\n    c: 3\n',
    ],
    [
      'quotes the strings of a key as the file does',
      `a:\n  $ref: "#/a"\n  description: 'One.'\n  pattern: 'x: y'\nb:\n  type: string\n`,
      set('c', { $ref: '#/b', description: 'Two.', pattern: 'z', type: 'number' }),
      `a:\n  $ref: "#/a"\n  description: 'One.'\n  pattern: 'x: y'\nb:\n  type: string\n` +
        `c:\n  $ref: "#/b"\n  description: 'Two.'\n  pattern: z\n  type: number\n`,
    ],
    [
      'quotes every string where nearly all are quoted',
      `${[...'abcdefghij'].map((key) => `${key}: "x"\n`).join('')}k: 1\n`,
      set('l', 'y'),
      `${[...'abcdefghij'].map((key) => `${key}: "x"\n`).join('')}k: 1\nl: "y"\n`,
    ],
    [
      'puts items in brackets where those of other lists under the key stand there',
      'a:\n  l:\n    - { b: 1 }\nc:\n  d: 1\n',
      append('c l', { b: 2 }),
      'a:\n  l:\n    - { b: 1 }\nc:\n  d: 1\n  l:\n    - { b: 2 }\n',
    ],
    [
      'puts all items of a list in brackets where they have room there',
      'a:\n  l:\n    - { b: 1 }\nc:\n  d: 1\n',
      set('c l', [{ b: 2 }, { b: 3 }]),
      'a:\n  l:\n    - { b: 1 }\nc:\n  d: 1\n  l:\n    - { b: 2 }\n    - { b: 3 }\n',
    ],
    [
      'puts no items in brackets where other lists under the key have theirs in blocks',
      'a:\n  l:\n    - b: 1\nc:\n  m:\n    - { b: 1 }\n',
      set('c l', [{ b: 2 }]),
      'a:\n  l:\n    - b: 1\nc:\n  m:\n    - { b: 1 }\n  l:\n    - b: 2\n',
    ],
    [
      'makes a line no wider than a neighbour needs one, or a little',
      `a:\n  '200': { b: ${'x'.repeat(120)}, c: 1 }\n`,
      set('a 404', { b: 'y'.repeat(125), c: 1 }),
      `a:\n  '200': { b: ${'x'.repeat(120)}, c: 1 }\n  '404': { b: ${'y'.repeat(125)}, c: 1 }\n`,
    ],
    [
      'puts what is within in brackets where brackets have no room for all of it',
      "a:\n  '200': { b: x, c: { d: { e: 1 } } }\n",
      set('a 404', { b: 'y'.repeat(300), c: { d: { e: 1 } } }),
      `a:\n  '200': { b: x, c: { d: { e: 1 } } }\n  '404':\n    b: ${'y'.repeat(300)}\n    c: { d: { e: 1 } }\n`,
    ],
    [
      'does not take one wide line for the habit',
      `a:\n  w: { c: ${'x'.repeat(400)} }\nd:\n  e: { c: 1 }\n`,
      set('d f', { c: 'y'.repeat(250) }),
      `a:\n  w: { c: ${'x'.repeat(400)} }\nd:\n  e: { c: 1 }\n  f:\n    c: ${'y'.repeat(250)}\n`,
    ],
    [
      'puts maps under keys that are new in brackets where nearly all stand there',
      'a:\n  b: { x: 1 }\n  c: { x: 1 }\n  d: { x: 1 }\nz:\n  e: { x: 1 }\n  f: { x: 1 }\n',
      set('k l m', { o: 1 }),
      'a:\n  b: { x: 1 }\n  c: { x: 1 }\n  d: { x: 1 }\nz:\n  e: { x: 1 }\n  f: { x: 1 }\nk:\n  l: { m: { o: 1 } }\n',
    ],
    [
      'puts what is within in brackets where those under its key stand there, and brackets have no room for all of it',
      `a:\n  b: { x: 1 }\nc:\n  d: 1\n`,
      set('c b', { x: 'word '.repeat(20).trim(), w: { z: 'word '.repeat(5).trim() } }),
      `a:\n  b: { x: 1 }\nc:\n  d: 1\n  b:\n    x: ${'word '.repeat(20).trim()}\n    w: { z: ${'word '.repeat(5).trim()} }\n`,
    ],
    [
      'puts maps within in brackets as those under their key elsewhere',
      'a:\n  b:\n    schema: { $ref: x }\n    c: 1\n',
      set('a d', { schema: { $ref: 'z' }, c: 2 }),
      'a:\n  b:\n    schema: { $ref: x }\n    c: 1\n  d:\n    schema: { $ref: z }\n    c: 2\n',
    ],
    [
      'puts properties in brackets as other properties stand',
      'a:\n  properties:\n    b: { type: string }\n',
      set('c', { properties: { d: { type: 'number' } } }),
      'a:\n  properties:\n    b: { type: string }\nc:\n  properties:\n    d: { type: number }\n',
    ],
    [
      'quotes as the document does where one neighbour quotes otherwise',
      `${[...'abcdefghijkl'].map((key) => `${key}: {t: x}\n`).join('')}m:\n  n:\n    t: "x"\n`,
      set('m o', { t: 'z' }),
      `${[...'abcdefghijkl'].map((key) => `${key}: {t: x}\n`).join('')}m:\n  n:\n    t: "x"\n  o:\n    t: z\n`,
    ],
    [
      'quotes as the neighbours do where several agree',
      `${[...'abcdefghijkl'].map((key) => `${key}: {t: x}\n`).join('')}m:\n  n:\n    t: "x"\n  o:\n    t: "x"\n  p:\n    t: "x"\n`,
      set('m q', { t: 'z' }),
      `${[...'abcdefghijkl'].map((key) => `${key}: {t: x}\n`).join('')}m:\n  n:\n    t: "x"\n  o:\n    t: "x"\n  p:\n    t: "x"\n  q:\n    t: "z"\n`,
    ],
    [
      'quotes no other strings for those of one key',
      `a: b\n${[...'abcdefghijkl'].map((key) => `p${key}:\n  $ref: "./x"\n`).join('')}`,
      set('c', 'new'),
      `a: b\n${[...'abcdefghijkl'].map((key) => `p${key}:\n  $ref: "./x"\n`).join('')}c: new\n`,
    ],
    [
      'leaves the look of a string that is replaced',
      `a: x\nb:\n  a: "x"\nc:\n  a: "y"\n`,
      set('a', 'z'),
      `a: z\nb:\n  a: "x"\nc:\n  a: "y"\n`,
    ],
  ]);
});

describe('writing YAML: strings', () => {
  const strings: readonly (readonly [string, string])[] = [
    ['plain words', 'plain words'],
    ['/users/{id}', '/users/{id}'],
    ['#/components/x', "'#/components/x'"],
    ['yes', "'yes'"],
    ['Off', "'Off'"],
    ['null', "'null'"],
    ['~', "'~'"],
    ['', "''"],
    ['404', "'404'"],
    ['1.0.0', '1.0.0'],
    ['1.5', "'1.5'"],
    ['0x1F', "'0x1F'"],
    ['12:30', "'12:30'"],
    ['2020-01-01', "'2020-01-01'"],
    ['a: b', "'a: b'"],
    ['a:', "'a:'"],
    ['a #b', "'a #b'"],
    ['a#b:c', 'a#b:c'],
    ['- a', "'- a'"],
    ['-a', '-a'],
    ['*a', "'*a'"],
    ['@a', "'@a'"],
    ["it's", "it's"],
    ["'it'", '"\'it\'"'],
    ['\'it\' "is"', "'''it'' \"is\"'"],
    [' a', "' a'"],
    ['a\tb', '"a\\tb"'],
    ['é', 'é'],
    ['\u0007', '"\\u0007"'],
  ];
  checkTable(
    'yaml',
    strings.map(([value, text]) => [JSON.stringify(value), 'a: 1\n', set('b', value), `a: 1\nb: ${text}\n`]),
  );
  checkTable('yaml', [
    ['takes the quotes of the file', 'a: "1"\n', set('b', '2'), 'a: "1"\nb: "2"\n'],
    ['quotes a response code as its neighbours', 'r:\n  "200": x\n', set('r 404', 'v'), 'r:\n  "200": x\n  "404": v\n'],
    ['leaves a response code bare as its neighbours', 'r:\n  200: x\n', set('r 404', 'v'), 'r:\n  200: x\n  404: v\n'],
    [
      'quotes a new response code as the file does',
      "a:\n  '200': x\nr: {}\n",
      set('r 404', 'v'),
      "a:\n  '200': x\nr:\n  '404': v\n",
    ],
    [
      'quotes keys where all neighbours are quoted',
      'p:\n  "/a": 1\n  "/b": 2\n',
      set('p /c', 3),
      'p:\n  "/a": 1\n  "/b": 2\n  "/c": 3\n',
    ],
    [
      'quotes keys that would be read as something else',
      'a: 1\n',
      set('on', { null: 1, 'a: b': 2 }),
      "a: 1\n'on':\n  'null': 1\n  'a: b': 2\n",
    ],
    ['quotes brackets in flow style', 'a: {b: 1}\n', set('a c', '{id}'), "a: {b: 1, c: '{id}'}\n"],
    [
      'writes short lists on one line where the file does',
      'a:\n  tags: [x]\n',
      set('b', { tags: ['v', 'z'] }),
      'a:\n  tags: [x]\nb:\n  tags: [v, z]\n',
    ],
  ]);
});

describe('writing YAML: lists', () => {
  checkTable('yaml', [
    [
      'quotes an item as the others',
      'a:\n  - "x" # one\n  - "y"\nb: 1\n',
      append('a', 'v'),
      'a:\n  - "x" # one\n  - "y"\n  - "v"\nb: 1\n',
    ],
    ['quotes an item in brackets as the others', "a: ['x', 'y']\n", append('a', 'v'), "a: ['x', 'y', 'v']\n"],
    ['adds no item that is there', 'a: [x, v]\n', { ...append('a', 'v'), ifAbsent: true }, 'a: [x, v]\n'],
    ['quotes no item beside plain ones', "a: [x, 'y']\nb: 'c'\n", append('a', 'v'), "a: [x, 'y', v]\nb: 'c'\n"],
    [
      'quotes the items of a new list as those of others',
      'a:\n  - "x"\n  - "y"\nb:\n  - "z"\nc: w\n',
      set('d', ['write:v']),
      'a:\n  - "x"\n  - "y"\nb:\n  - "z"\nc: w\nd:\n  - "write:v"\n',
    ],
    [
      'quotes no items of a new list where others need quotes only',
      'a:\n  - x\n  - y\nb:\n  - "1"\nc: "w"\n',
      set('d', ['v']),
      'a:\n  - x\n  - y\nb:\n  - "1"\nc: "w"\nd:\n  - v\n',
    ],
    ['quotes no item where one needs it', 'a:\n  - x\n  - "1"\n', append('a', 'v'), 'a:\n  - x\n  - "1"\n  - v\n'],
    ['appends an indented item', 'a:\n  - x\nb: 1\n', append('a', 'v'), 'a:\n  - x\n  - v\nb: 1\n'],
    [
      'appends an item that is not indented',
      'a:\n- x\nb: 1\n',
      append('a', { c: 1, d: 2 }),
      'a:\n- x\n- c: 1\n  d: 2\nb: 1\n',
    ],
    [
      'appends after an item of several lines',
      'a:\n  - b: 1\n    # c\n  # end\n',
      append('a', 'v'),
      'a:\n  - b: 1\n    # c\n  - v\n  # end\n',
    ],
    [
      'keeps the distance of a wide dash',
      'a:\n  -   x\n',
      append('a', { b: 1, c: 1 }),
      'a:\n  -   x\n  -   b: 1\n      c: 1\n',
    ],
    ['creates a list, indented as others', 'a:\n- x\n', append('b', 'v'), 'a:\n- x\nb:\n- v\n'],
    ['creates a list, indented by default', 'a: 1\n', append('b', 'v'), 'a: 1\nb:\n  - v\n'],
    ['opens an empty list', 'a: []\n', append('a', 'v'), 'a:\n  - v\n'],
    ['extends a flow list', 'a: [x, y]\n', append('a', 'z'), 'a: [x, y, z]\n'],
    ['extends a list of lists', 'a:\n  - - x\n', append('a 0', 'v'), 'a:\n  - - x\n    - v\n'],
    ['extends an outer list', 'a:\n  - - x\n    - y\n', append('a', ['z']), 'a:\n  - - x\n    - y\n  - - z\n'],
    ['does not append to a map', 'a:\n  b: 1\n', append('a', 'z'), undefined],
    ['appends in an empty item', 'a:\n  -\n', append('a', 'z'), 'a:\n  -\n  - z\n'],
  ]);
});

describe('writing YAML: rename, remove, move', () => {
  checkTable('yaml', [
    ['renames a key', 'a: # one\n  b: 1\n', rename('a', 'c'), 'c: # one\n  b: 1\n'],
    ['renames in the same quotes', "'a': 1\n", rename('a', "it's"), "'it''s': 1\n"],
    ['renames a bare response code', 'a:\n  200: x\n', rename('a 200', '201'), 'a:\n  201: x\n'],
    ['does not rename to a key that is there', 'a: 1\nb: 1\n', rename('a', 'b'), undefined],
    ['removes an entry', 'a: 1\nb:\n  c: 1\nd: 1\n', remove('b'), 'a: 1\nd: 1\n'],
    ['removes the comments of an entry', 'a: 1\n# about b\nb: 1 # b\n  # deeper\nc: 1\n', remove('b'), 'a: 1\nc: 1\n'],
    ['leaves a comment that stands apart', 'a: 1\n# section\n\nb: 1\nc: 1\n', remove('b'), 'a: 1\n# section\n\nc: 1\n'],
    ['leaves the comment of the file', '# licence\na: 1\nb: 1\n', remove('a'), '# licence\nb: 1\n'],
    ['leaves one blank line of two', 'a: 1\n\nb: 1\n\nc: 1\n', remove('b'), 'a: 1\n\nc: 1\n'],
    ['removes the last entry', 'a: 1\nb: 1', remove('b'), 'a: 1\n'],
    ['leaves an empty map', 'a:\n  b: 1 # b\nc: 1\n', remove('a b'), 'a: {}\nc: 1\n'],
    ['leaves an empty list', 'a:\n- b: 1\n  c: 1\nc: 1\n', remove('a 0'), 'a: []\nc: 1\n'],
    [
      'removes the first key after a dash',
      'a:\n  - b: 1\n    # about c\n    c: 1\n',
      remove('a 0 b'),
      'a:\n  - # about c\n    c: 1\n',
    ],
    ['removes an item', 'a:\n  - x\n  # about y\n  - y\n  - z\n', remove('a 1'), 'a:\n  - x\n  - z\n'],
    ['removes from a flow map', 'a: {b: 1, c: 2, d: 3}\n', remove('a c'), 'a: {b: 1, d: 3}\n'],
    ['removes the last of a flow list', 'a: [x, y]\n', remove('a 1'), 'a: [x]\n'],
    ['removes the only one of a flow list', 'a: [ x ]\n', remove('a 0'), 'a: []\n'],
    ['does nothing for an entry that is not there', 'a: 1\n', remove('b'), 'a: 1\n'],
    [
      'moves an entry with its comments',
      'a:\n  # about x\n  x: # own\n    y: 1\n\n  z: 1\nb:\n    c: 1\n',
      move('a x', 'b x'),
      'a:\n\n  z: 1\nb:\n    c: 1\n    # about x\n    x: # own\n      y: 1\n',
    ],
    ['moves to another key', 'a:\n  x: 1\n  y: 2\nb: {}\n', move('a x', 'b z'), 'a:\n  y: 2\nb:\n  z: 1\n'],
    ['moves into new maps', 'a: 1\nb: 2\n', move('b', 'c d e'), 'a: 1\nc:\n  d:\n    e: 2\n'],
    ['moves outwards, the last entry', 'a:\n  b:\n    x: 1\n', move('a b x', 'a x'), 'a:\n  b: {}\n  x: 1\n'],
    ['moves the first entry of a file', 'x: 1\ny:\n  z: 1\n', move('x', 'y x'), 'y:\n  z: 1\n  x: 1\n'],
    ['moves the only entry of a map inwards', 'a:\n  x: 1\n', move('a x', 'a b x'), 'a:\n  b:\n    x: 1\n'],
    ['renames within a map', 'a: 1\nb: 2\n', move('a', 'c'), 'c: 1\nb: 2\n'],
    ['does not move into itself', 'a:\n  b: 1\n', move('a', 'a b c'), undefined],
    ['moves from flow to block', 'a: {x: [1]}\nb:\n  y: 1\n', move('a x', 'b x'), 'a: {}\nb:\n  y: 1\n  x:\n    - 1\n'],
  ]);
});

describe('writing JSON', () => {
  checkTable('json', [
    [
      'puts a value on one line where its neighbours stand on one',
      '{\n  "a": {\n    "200": { "b": 1 },\n    "400": { "b": 2 }\n  }\n}\n',
      set('a 404', { b: 3 }),
      '{\n  "a": {\n    "200": { "b": 1 },\n    "400": { "b": 2 },\n    "404": { "b": 3 }\n  }\n}\n',
    ],
    [
      'puts maps within on one line as those under their key elsewhere',
      '{\n  "a": {\n    "b": {\n      "schema": { "$ref": "x" }\n    }\n  }\n}\n',
      set('a c', { schema: { $ref: 'y' } }),
      '{\n  "a": {\n    "b": {\n      "schema": { "$ref": "x" }\n    },\n    "c": {\n      "schema": { "$ref": "y" }\n    }\n  }\n}\n',
    ],
    [
      'adds an entry',
      '{\n  "a": 1\n}\n',
      set('b', { c: [1] }),
      '{\n  "a": 1,\n  "b": {\n    "c": [\n      1\n    ]\n  }\n}\n',
    ],
    ['indents by tabs', '{\n\t"a": 1\n}\n', set('b', { c: 1 }), '{\n\t"a": 1,\n\t"b": {\n\t\t"c": 1\n\t}\n}\n'],
    ['indents by four', '{\n    "a": 1\n}', set('b', { c: 1 }), '{\n    "a": 1,\n    "b": {\n        "c": 1\n    }\n}'],
    [
      'keeps a one-line object',
      '{\n  "a": {"b": 1}\n}\n',
      set('a c', { d: 1 }),
      '{\n  "a": {"b": 1, "c": {"d": 1}}\n}\n',
    ],
    ['keeps padding', '{\n  "a": { "b": 1 }\n}\n', set('a c', { d: 1 }), '{\n  "a": { "b": 1, "c": { "d": 1 } }\n}\n'],
    ['keeps minified text', '{"a":{"b":1},"c":[]}', set('a d', { e: [1, 2] }), '{"a":{"b":1,"d":{"e":[1,2]}},"c":[]}'],
    ['fills minified brackets', '{"a":{"b":1},"c":[]}', append('c', { d: 1 }), '{"a":{"b":1},"c":[{"d":1}]}'],
    ['opens an empty object', '{\n  "a": {}\n}\n', set('a b', 1), '{\n  "a": {\n    "b": 1\n  }\n}\n'],
    ['opens an empty root', '{}', set('a', 1), '{\n  "a": 1\n}'],
    ['opens a null', '{\n  "a": null\n}\n', set('a b', 1), '{\n  "a": {\n    "b": 1\n  }\n}\n'],
    [
      'goes before a neighbour',
      '{\n  "a": 1,\n  "c": 1\n}',
      set('b', 1, { before: ['c'] }),
      '{\n  "a": 1,\n  "b": 1,\n  "c": 1\n}',
    ],
    ['goes after a neighbour', '{"a": 1, "c": 1}', set('b', 1, { after: ['a'] }), '{"a": 1, "b": 1, "c": 1}'],
    ['keeps a trailing comma', '{\n  "a": 1,\n}', set('b', 1), '{\n  "a": 1,\n  "b": 1,\n}'],
    ['keeps a comment', '{\n  "a": 1 // one\n}', set('b', 1), '{\n  "a": 1, // one\n  "b": 1\n}'],
    [
      'keeps CRLF',
      '{\r\n  "a": 1\r\n}\r\n',
      set('b', { c: 1 }),
      '{\r\n  "a": 1,\r\n  "b": {\r\n    "c": 1\r\n  }\r\n}\r\n',
    ],
    ['creates missing parents', '{\n  "a": 1\n}\n', set('b c', 1), '{\n  "a": 1,\n  "b": {\n    "c": 1\n  }\n}\n'],
    [
      'appends',
      '{\n  "a": [\n    1\n  ]\n}\n',
      append('a', { b: 1 }),
      '{\n  "a": [\n    1,\n    {\n      "b": 1\n    }\n  ]\n}\n',
    ],
    ['creates a list', '{\n  "a": 1\n}\n', append('b', 'x'), '{\n  "a": 1,\n  "b": [\n    "x"\n  ]\n}\n'],
    [
      'writes short lists on one line where the file does',
      '{\n  "a": ["x"]\n}\n',
      set('b', ['y']),
      '{\n  "a": ["x"],\n  "b": ["y"]\n}\n',
    ],
    ['replaces', '{\n  "a": {\n    "b": 1\n  }\n}\n', set('a', 'x'), '{\n  "a": "x"\n}\n'],
    ['renames', '{"a": 1}', rename('a', 'b"'), '{"b\\"": 1}'],
    ['removes the first', '{\n  "a": 1,\n  "b": 2\n}', remove('a'), '{\n  "b": 2\n}'],
    ['removes the last', '{\n  "a": 1,\n  "b": 2\n}', remove('b'), '{\n  "a": 1\n}'],
    ['removes the only one', '{\n  "a": {\n    "b": 2\n  }\n}', remove('a b'), '{\n  "a": {}\n}'],
    [
      'moves, indented again',
      '{\n  "a": {\n    "x": {\n      "y": 1.0\n    },\n    "z": 1\n  },\n  "b": {\n    "c": 1\n  }\n}',
      move('a x', 'x'),
      '{\n  "a": {\n    "z": 1\n  },\n  "b": {\n    "c": 1\n  },\n  "x": {\n    "y": 1.0\n  }\n}',
    ],
    ['fills an empty file', '', set('a', 1), '{\n  "a": 1\n}\n'],
    ['leaves an equal value alone', '{"a": 1.0}', set('a', 1), '{"a": 1.0}'],
  ]);
});
