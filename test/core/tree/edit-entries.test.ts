import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { cutDescription } from '#core/openapi/cut-description.ts';
import { applyEdits, type Edit } from '#core/text/span.ts';
import { editDocument } from '#core/tree/recut/edit-document.ts';
import type { TreeDocument, TreeLanguage } from '#core/tree/section.ts';
import { Random } from '../../support/random.ts';
import { inverseOf } from '../../support/text-edits.ts';
import { happens, pickFrom } from '../law/chance.ts';
import { realTexts } from './real-texts.ts';

const yaml = `openapi: 3.1.0
# about info
info:
  title: T

x-note: |
  text

paths:
  # the first

  /a:
    get: { responses: {} }
  /b:
    get:
      summary: B
      # deep

  "/c": {}
  /a:
    post: {}
# between
x-more:
  y: 1
components:
  schemas:
    # above A
    A:
      type: object
      # within A
    B: { $ref: '#/components/schemas/A' }

    C:
      description: |-
        text

        more
    # behind C
  responses:
    R:
      description: ok
tags: []
x-last: true
`;

const value = {
  openapi: '3.1.0',
  info: { title: 'T' },
  paths: { '/a': { get: {} }, '/b': { x: '}, {' }, '/c': {}, '/d': { $ref: '#/x' } },
  tags: [],
  components: { schemas: { A: { type: 'object' }, B: {}, C: [1, 2] }, responses: { R: { description: 'ok' } } },
  'x-last': [1],
};
const json = JSON.stringify(value, undefined, 2);
const commented = json
  .replace('"/b"', '// about b\n    "/b"')
  .replace('"/c": {},', '"/c": {}, // behind c')
  .replace('"B": {},', '"B": {} /* after b */,\n\n')
  .replace('"/d"', '"/a": {}, "/d"');

/** What fingers and clipboards bring in besides the entries that are there. */
const pieces = {
  yaml: [
    '\n',
    '\n\n',
    '  ',
    '  # c\n',
    '# c\n',
    '    # c\n',
    '  /n:\n    x: 1\n',
    '    N: {}\n',
    'n: 1\n',
    '  /n',
    '|+\n\n',
    ': ',
  ],
  json: [
    ...[
      ',',
      ', ',
      ',\n',
      '\n',
      '}',
      '{',
      '},\n',
      '[',
      ']',
      '"',
      '"',
      ' ',
      ':',
      '\\\n',
      '\u2028',
      '\r',
      ' // c\n',
      '/* c */',
      '/*',
    ],
    ...['\n}\n', '\n},\n', ' }\n]\n', '\n}\n{\n', '\n}\n"x": [\n{\n  "n": 1\n}\n]', '\n}\r  "n": 1,\n'],
    ...['"n": {},\n', ', "n": 1', '    "n": {},\n', '  "n": 1,\n', '    "n": "\n', '      "n": {\n'],
  ],
} as const;
const names = ['/a', '/new', 'A', 'B', 'Z', '$ref', '<<', 'paths', 'openapi', 'schemas', 'x~1', '"q"', 'a/0'];

/** Edits of whole entries, or of what stands between them, in text order and without overlaps; empty when there are none. */
function someEdits(document: TreeDocument, random: Random): readonly Edit[] {
  const wanted = happens(random, 0.6) ? 1 : 1 + random.below(4);
  const edits = Array.from({ length: wanted }, () => someEdit(document, random)).flat();
  const inOrder = edits.sort((a, b) => a.span.start - b.span.start || a.span.end - b.span.end);
  const apart: Edit[] = [];
  for (const edit of inOrder) if (edit.span.start > (apart.at(-1)?.span.end ?? -1)) apart.push(edit);
  return apart;
}

function someEdit(document: TreeDocument, random: Random): readonly Edit[] {
  const { sections, starts, language } = document;
  const from = random.below(sections.length);
  const to = Math.min(sections.length, from + 1 + (happens(random, 0.7) ? 0 : random.below(3)));
  const border = (index: number): number => starts[index] ?? document.text.length;
  const near = (offset: number): number =>
    happens(random, 0.8) ? offset : Math.max(0, Math.min(document.text.length, offset + random.below(7) - 3));
  const entries = document.text.slice(border(from), border(to));
  const target = near(border(random.below(sections.length + 1)));
  const inside = random.below(document.text.length + 1);
  switch (random.below(9)) {
    case 0:
      return [replaced(near(border(from)), near(border(to)), '')];
    case 1:
      return [replaced(target, target, entries)];
    case 2:
      return [replaced(border(from), border(to), ''), replaced(target, target, entries)];
    case 3:
      return renamed(document, from, pickFrom(random, names) ?? '');
    case 4:
      return [replaced(target, target, pickFrom(random, pieces[language]) ?? '')];
    case 5:
      return [replaced(near(border(from)), near(border(from)), pickFrom(random, pieces[language]) ?? '')];
    case 6:
      return [replaced(inside, inside, pickFrom(random, pieces[language]) ?? '')];
    case 7:
      return [replaced(inside, Math.min(document.text.length, inside + 1 + random.below(9)), '')];
    default:
      return [replaced(border(from), border(to), document.text.slice(border(to), border(to + 1)) + entries)];
  }
}

function renamed({ sections, starts, language }: TreeDocument, index: number, name: string): readonly Edit[] {
  const span = sections[index]?.key?.span;
  const start = starts[index] ?? 0;
  if (span === undefined) return [];
  return [replaced(start + span.start, start + span.end, language === 'json' ? JSON.stringify(name) : name)];
}

function replaced(start: number, end: number, newText: string): Edit {
  return { span: { start: Math.min(start, end), end: Math.max(start, end) }, newText };
}

/** Edits a file again and again, mostly going on from what came out; how many edits spared cutting the whole file. */
function runEdits(text: string, language: TreeLanguage, count: number, seed: number): Spared {
  const random = new Random(seed);
  const start = cutDescription({ uri: 'file:///a', text, language });
  let document = start;
  let undo: readonly Edit[] = [];
  const spared = { all: 0, broken: 0, breaking: 0, mending: 0 };
  for (let round = 0; round < count; round++) {
    const edits = undo.length > 0 && happens(random, 0.3) ? undo : someEdits(document, random);
    const result = editDocument(document, edits);
    const wanted = cutDescription({ uri: 'file:///a', text: applyEdits(document.text, edits), language });
    if (result !== undefined) {
      spared.all++;
      if (result.isCutByLines) spared[document.isCutByLines ? 'broken' : 'breaking']++;
      else if (document.isCutByLines) spared.mending++;
      const report = `seed ${seed}, round ${round}: ${JSON.stringify(document.text)} with ${JSON.stringify(edits)}`;
      assert.equal(result.text, wanted.text, report);
      assert.deepEqual(result, wanted, report);
      assertKept(document, result, report);
    }
    const isSpoilt = wanted.sections.length < 6 || happens(random, wanted.isCutByLines ? 0.3 : 0.1);
    undo = isSpoilt ? [] : inverseOf(edits, document.text);
    document = isSpoilt ? start : (result ?? wanted);
  }
  return spared;
}

interface Spared {
  readonly all: number;
  /** Of JSON that stayed broken, got broken, and was mended. */
  readonly broken: number;
  readonly breaking: number;
  readonly mending: number;
}

/** A section that says what it said under its id is the very object it was. */
function assertKept(before: TreeDocument, after: TreeDocument, report: string): void {
  const known = new Map(before.sections.map((section) => [section.id, section]));
  for (const section of after.sections) {
    const old = known.get(section.id);
    if (old === undefined || old === section || old.text !== section.text) continue;
    assert.notDeepEqual(old, section, report);
  }
}

/** The same edits each time; others by the environment. */
const seed = Number(process.env['PLUMBLINE_SEED'] ?? 1);

describe('editDocument, entries coming and going', function () {
  this.timeout(3_600_000);

  const files: readonly (readonly [string, TreeLanguage, string])[] = [
    ['YAML', 'yaml', yaml],
    ['YAML that begins with a marker', 'yaml', `# c\n---\n\n${yaml}`],
    ['YAML with a byte order mark', 'yaml', `\uFEFF${yaml}`],
    ['YAML with carriage returns', 'yaml', yaml.replaceAll('\n', '\r\n')],
    ['YAML that keeps blank lines', 'yaml', yaml.replace('x-note: |', 'x-note: |+')],
    ['indented YAML', 'yaml', yaml.replaceAll(/^(?=.)/gm, '  ')],
    ['YAML without an end', 'yaml', yaml.trimEnd()],
    ['JSON', 'json', json],
    ['JSON on one line', 'json', JSON.stringify(value)],
    ['JSON with tabs', 'json', `\uFEFF${JSON.stringify(value, undefined, '\t').replaceAll('\n', '\r\n')}\r\n`],
    ['JSON with comments', 'json', commented],
  ];
  for (const [name, language, text] of files) {
    it(`says what cutting the edited text says: ${name}`, () => {
      const rounds = 1500;
      const spared = runEdits(text, language, rounds, seed);
      assert.ok(spared.all > rounds / 8, `${spared.all} of ${rounds}`);
      // Where each member has a line of its own and nothing stands between, breaking and mending are local as well.
      const isByLines = name === 'JSON' || name === 'JSON with tabs';
      assert.ok(!isByLines || Math.min(spared.broken, spared.breaking, spared.mending) > 5, JSON.stringify(spared));
    });
  }

  it('does so on real files', function () {
    const files = realTexts();
    if (files.length === 0) this.skip();
    for (const { text, language } of files) runEdits(text, language, 150, seed);
  });
});
