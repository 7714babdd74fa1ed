import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { cutDescription } from '#core/openapi/cut-description.ts';
import { applyEdits, type Edit } from '#core/text/span.ts';
import { editDocument } from '#core/tree/recut/edit-document.ts';
import type { TreeDocument, TreeLanguage } from '#core/tree/section.ts';
import { difference, inverseOf } from '../../support/text-edits.ts';

const yaml = `openapi: 3.1.0
info:
  title: T
paths:
  /a:
    get: { x: { $ref: '#/components/schemas/A' } }
  /b:
    get:
      x:
        $ref: '#/components/schemas/A'
components:
  schemas:
    A:
      type: object
    B:
      type: string

    C:
      description: c
  responses:
    R: {}
    S: {}
`;

const json = JSON.stringify(
  {
    openapi: '3.1.0',
    paths: { '/a': { get: { summary: 'A' } }, '/b': { x: { $ref: '#/components/schemas/A' } } },
    components: { schemas: { A: { type: 'object' }, B: { type: 'string' }, C: {} }, responses: { R: {}, S: {} } },
  },
  undefined,
  2,
);

/** What stands at the place of `from`, the first one, becomes `to`. */
type Change = readonly [from: string, to: string];

/** One edit for each change; all count in the same text. */
function editsOf(text: string, changes: readonly Change[]): readonly Edit[] {
  const edits = changes.map(([from, to]) => {
    const start = text.indexOf(from);
    assert.ok(start >= 0, from);
    return { span: { start, end: start + from.length }, newText: to };
  });
  return edits.sort((a, b) => a.span.start - b.span.start);
}

/** What became of a document that was edited. */
interface Course {
  /** After each step, then after each of them was undone; undefined where the whole file had to be cut. */
  readonly local: readonly (TreeDocument | undefined)[];
  /** The same texts, cut. */
  readonly cut: readonly TreeDocument[];
}

/** Edits a document as often as there are steps, and undoes it all again. */
function course(text: string, language: TreeLanguage, steps: readonly (readonly Change[])[]): Course {
  const [local, cut]: [(TreeDocument | undefined)[], TreeDocument[]] = [[], []];
  const undos: (readonly Edit[])[] = [];
  let document: TreeDocument | undefined = cutText(text, language);
  let now = text;
  const make = (edits: readonly Edit[]) => {
    document = document && editDocument(document, edits);
    now = applyEdits(now, edits);
    local.push(document);
    cut.push(cutText(now, language));
  };
  for (const changes of steps) {
    const [edits, before] = [editsOf(now, changes), now];
    make(edits);
    undos.push(edits.length > 1 ? inverseOf(edits, before) : [difference(now, before)]);
  }
  for (const undo of undos.toReversed()) make(undo);
  return { local, cut };
}

function cutText(text: string, language: TreeLanguage): TreeDocument {
  return cutDescription({ uri: 'file:///a', text, language });
}

/** The document after edits, cut locally: what the edited text is cut into. */
function edited(document: TreeDocument, edits: readonly Edit[]): TreeDocument {
  const result = editDocument(document, edits);
  assert.ok(result !== undefined, `The whole file is cut for ${JSON.stringify(edits)} in ${document.text}`);
  assert.deepEqual(result, cutText(applyEdits(document.text, edits), document.language));
  return result;
}

const yamlCases: readonly (readonly [string, readonly (readonly Change[])[]])[] = [
  ['an entry pasted in front of the first', [[['    A:\n', '    New:\n      x: 1\n    A:\n']]]],
  ['an entry pasted behind the last', [[['      description: c\n', '      description: c\n    D: {}\n']]]],
  ['an entry pasted at the end of the file', [[['    S: {}\n', '    S: {}\n    T: {}\n']]]],
  ['an entry removed', [[['    B:\n      type: string\n\n', '']]]],
  ['the first entry removed', [[['    A:\n      type: object\n', '']]]],
  ['the last entry removed', [[['    S: {}\n', '']]]],
  [
    'an entry renamed with its uses',
    [
      [
        ['    A:\n', '    New:\n'],
        ["/A' } }", "/New' } }"],
        ["/A'\n", "/New'\n"],
      ],
    ],
  ],
  ['an entry doubled', [[['    B:\n', '    A:\n      type: object\n    B:\n']]]],
  ['a name that is taken', [[['    C:', '    B:']]]],
  [
    'two entries that change places',
    [
      [
        ['    A:\n      type: object\n', ''],
        ['\n    C:', '    A:\n      type: object\n\n    C:'],
      ],
    ],
  ],
  ['a comment between entries', [[['    B:\n', '    # about B\n    B:\n']], [['    B:\n', '\n    B:\n']]]],
  [
    'a line that is begun behind an entry',
    [[['      type: object\n', '      type: object\n\n']], [['object\n\n', 'object\n    \n']]],
  ],
  ['a key that is typed', [[['object\n', 'object\n    N\n']], [['    N\n', '    Ne\n']], [['Ne\n', 'Ne:\n']]]],
  ['a quote that is not closed', [[['title: T', 'title: "T']], [['"T', '"Ti']], [['"Ti', '"Ti"']]]],
];

const jsonCases: readonly (readonly [string, readonly (readonly Change[])[]])[] = [
  ['an entry pasted in front of the first', [[['      "A": {', '      "N": {},\n      "A": {']]]],
  ['an entry behind the last', [[['      "C": {}', '      "C": {},\n      "D": {}']]]],
  ['an entry behind the last of the file', [[['      "S": {}', '      "S": {},\n      "T": {}']]]],
  ['an entry removed', [[['      "B": {\n        "type": "string"\n      },\n', '']]]],
  ['the last entry removed with the comma in front of it', [[[',\n      "C": {}', '']]]],
  ['the last entry removed, the comma left', [[['      "C": {}\n', '']]]],
  [
    'an entry renamed with its uses',
    [
      [
        ['"A": {', '"N": {'],
        ['schemas/A', 'schemas/N'],
      ],
    ],
  ],
  ['an entry doubled', [[['      "B": {', '      "A": {},\n      "B": {']]]],
  ['a name that is taken', [[['"C": {}', '"B": {}']]]],
  [
    'two entries that change places',
    [
      [
        ['"R": {}', '"S": {}'],
        ['"S": {}', '"R": {}'],
      ],
    ],
  ],
  ['a quote that is not closed', [[['"summary": "A"', '"summary": "A']], [['"A\n', '"Ab\n']], [['"Ab\n', '"Ab"\n']]]],
  ['a brace that is not closed', [[['"type": "object"', '"x": {\n        "type": "object"']], [['"x": {', '"xy": {']]]],
  ['a bracket too many', [[['"type": "string"', '"type": ["string"']], [['["string"', '["string"]']]]],
  [
    'a member that is typed while another is broken',
    [[['"summary": "A"', '"summary": "A']], [['"C": {}', '"C": {},\n      "D": 1']]],
  ],
];

describe('editDocument, what it does without cutting the whole file', () => {
  const all = [
    ...yamlCases.map(([name, steps]) => ({ name, steps, text: yaml, language: 'yaml' }) as const),
    ...jsonCases.map(([name, steps]) => ({ name, steps, text: json, language: 'json' }) as const),
  ];
  for (const { name, steps, text, language } of all) {
    it(`${language.toUpperCase()}: ${name}`, () => {
      const { local, cut } = course(text, language, steps);
      assert.equal(cut.length, 2 * steps.length);
      assert.deepEqual(local, cut);
      assert.equal(cut.at(-1)?.text, text);
    });
  }

  it('keeps the very sections that stayed as they were', () => {
    const before = cutDescription({ uri: 'file:///a', text: yaml, language: 'yaml' });
    const after = edited(before, editsOf(yaml, [['    B:\n', '    N: {}\n    B:\n']]));
    assert.equal(after.sections.length, before.sections.length + 1);
    assert.equal(after.sections.filter((section) => before.sections.includes(section)).length, before.sections.length);
  });

  it('says that a file is broken, and that it is mended', () => {
    const broken = edited(cutText(json, 'json'), editsOf(json, [['"summary": "A"', '"summary": "A']]));
    assert.equal(broken.isCutByLines, true);
    assert.equal(edited(broken, editsOf(broken.text, [['"summary": "A', '"summary": "A"']])).isCutByLines, false);
  });

  it('takes keys of two maps for no doubles', () => {
    const before = cutDescription({ uri: 'file:///a', text: yaml, language: 'yaml' });
    const after = edited(before, editsOf(yaml, [['    R: {}', '    A: {}']]));
    assert.deepEqual(
      after.sections.filter(({ problems }) => problems.length > 0),
      [],
    );
    assert.deepEqual(
      after.sections.filter(({ pointer }) => pointer.at(-1) === 'A').map(({ id }) => id),
      ['file:///a#/components/schemas/A', 'file:///a#/components/responses/A'],
    );
  });

  it('gives the file back when a string may go on in the next entry', () => {
    const text = `{
  "openapi": "3.1.0",
  "paths": {
    "/a": {"x": "abc"},
    "/k": "a\\"b"},
    "/z": {}
  }
}`;
    const broken = cutDescription({ uri: 'file:///a', text, language: 'json' });
    assert.equal(broken.isCutByLines, true);
    const edits = editsOf(text, [['abc"},', 'abc\\']]);
    const wanted = cutDescription({ uri: 'file:///a', text: applyEdits(text, edits), language: 'json' });
    assert.equal(wanted.isCutByLines, false);
    assert.equal(editDocument(broken, edits), undefined);
  });
});
