import assert from 'node:assert/strict';
import fc from 'fast-check';
import { describe, it } from 'mocha';
import { cutDescription } from '#core/openapi/cut-description.ts';
import { applyEdits, type Edit } from '#core/text/span.ts';
import { editDocument } from '#core/tree/recut/edit-document.ts';
import type { TreeDocument, TreeLanguage } from '#core/tree/section.ts';
import { realTexts } from './real-texts.ts';

const yaml = `# leading
openapi: 3.1.0
info:
  title: T # a title
  description: |
    text
     # not a comment

    more
paths:
  # above users
  /users:
    get:
      description: "a
        b"
      responses: { '200': { description: ok } }

  /orders: {}
  "/quoted":
    get:
      x: [1,
        2]
components:
  schemas:
    A:
      type: object
    B:
      $ref: '#/components/schemas/A'
x-last: true
`;

const json = JSON.stringify(
  {
    openapi: '3.1.0',
    paths: { '/a': { get: { responses: {} } }, '/b': { x: 'a "quoted" \\ text' } },
    components: { schemas: { A: { type: 'object' }, B: {} } },
    'x-last': [1, 2],
  },
  undefined,
  2,
);

const pieces = [
  '',
  ' ',
  '\n',
  '\n\n',
  '  ',
  'a',
  'x: 1\n',
  '"',
  "'",
  '#',
  ' # c',
  ':',
  '- ',
  '\t',
  '{',
  '}',
  ',',
  '|+\n',
  '&a ',
  '*a',
  '\r\n',
  '---\n',
  '    y: 2\n',
  '  /new:\n    get: {}\n',
  '? k\n: v\n',
  '"k": 1,',
  '[',
  ']',
  '\n  # note\n',
  '\n}\n',
  '\n},\n',
  '\n}\n{\n',
  '\n}\n"x": [\n',
];

interface Stroke {
  readonly at: number;
  readonly length: number;
  readonly text: string;
}

const stroke: fc.Arbitrary<Stroke> = fc.record({
  at: fc.nat(10_000),
  length: fc.oneof(fc.constant(0), fc.nat(4), fc.nat(60)),
  text: fc.constantFrom(...pieces),
});

function editsOf(text: string, strokes: readonly Stroke[]): readonly Edit[] {
  const edits: Edit[] = [];
  const inOrder = strokes
    .map(({ at, length, text: newText }) => ({ start: at % (text.length + 1), length, newText }))
    .sort((a, b) => a.start - b.start);
  for (const { start, length, newText } of inOrder) {
    const end = Math.min(text.length, start + length);
    if (start <= (edits.at(-1)?.span.end ?? -1)) continue;
    edits.push({ span: { start, end }, newText });
  }
  return edits;
}

function checkLaw(text: string, language: TreeLanguage, runs: number): void {
  const start = cutDescription({ uri: 'file:///a', text, language });
  fc.assert(
    fc.property(fc.array(fc.array(stroke, { minLength: 1, maxLength: 3 }), { minLength: 1, maxLength: 8 }), (steps) => {
      let document: TreeDocument = start;
      for (const strokes of steps) {
        const edits = editsOf(document.text, strokes);
        const wanted = cutDescription({ uri: 'file:///a', text: applyEdits(document.text, edits), language });
        const result = editDocument(document, edits);
        if (result !== undefined) assert.deepEqual(result, wanted);
        document = result ?? wanted;
      }
    }),
    { numRuns: runs },
  );
}

/** At how many places a letter can be typed without the whole file being cut; every one of them keeps the law. */
function placesToType(text: string, language: TreeLanguage): number {
  const document = cutDescription({ uri: 'file:///a', text, language });
  const places = Array.from({ length: text.length }, (_, start) => start).filter((start) => {
    const edits = [{ span: { start, end: start }, newText: 'x' }];
    const result = editDocument(document, edits);
    if (result === undefined) return false;
    assert.deepEqual(result, cutDescription({ uri: 'file:///a', text: applyEdits(text, edits), language }));
    return true;
  });
  return places.length;
}

describe('editDocument', () => {
  it('says what cutting the edited text says, or nothing', function () {
    this.timeout(600_000);
    checkLaw(yaml, 'yaml', 1500);
    checkLaw(json, 'json', 1500);
    checkLaw(`${json}\n"x": [\n{\n  "name": 1\n}\n]\n`, 'json', 500);
  });

  it('spares cutting the whole file at most places', () => {
    assert.ok(placesToType(yaml, 'yaml') > yaml.length / 2, `${placesToType(yaml, 'yaml')} of ${yaml.length}`);
    assert.ok(placesToType(json, 'json') > json.length / 4, `${placesToType(json, 'json')} of ${json.length}`);
  });

  it('does so on real files', function () {
    const files = realTexts();
    if (files.length === 0) this.skip();
    for (const { text, language } of files) checkLaw(text, language, 60);
  });

  it('is for edits within entries', () => {
    const document = cutDescription({ uri: 'file:///a', text: yaml, language: 'yaml' });
    const at = (place: string, newText: string): Edit[] => {
      const start = yaml.indexOf(place) + place.length;
      return [{ span: { start, end: start }, newText }];
    };
    assert.ok(editDocument(document, at('type: obj', 'x')));
    assert.ok(editDocument(document, at('title: T', '\n  version: "1"')));
    assert.ok(editDocument(document, [...at('title: T', 'x'), ...at('type: obj', 'x')]));
    assert.ok(editDocument(document, at('/orders: {}\n', '  /new: {}\n')));
    assert.equal(editDocument(document, at('components:\n', '  # above\n')), undefined);
  });

  it('sees that an anchor comes which another section lacked', () => {
    const text = 'openapi: 3.1.0\ninfo:\n  title: *name\nx-note:\n  text: T\n';
    const document = cutDescription({ uri: 'file:///a', text, language: 'yaml' });
    const at = text.indexOf('T\n');
    const edits = [{ span: { start: at, end: at }, newText: '&name ' }];
    assert.equal(document.sections.length, 3);
    assert.equal(editDocument(document, edits), undefined);
    assert.equal(
      cutDescription({ uri: 'file:///a', text: applyEdits(text, edits), language: 'yaml' }).sections.length,
      1,
    );
  });
});
