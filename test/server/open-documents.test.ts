import assert from 'node:assert/strict';
import fc from 'fast-check';
import { describe, it } from 'mocha';
import { TextDocument } from 'vscode-languageserver-textdocument';
import type { Source } from '#core/source.ts';
import { applyEdits } from '#core/text/span.ts';
import { editorText, OpenDocuments } from '#server/texts/open-documents.ts';

const uri = 'file:///desk/api.yaml';
const languageId = 'yaml';

const newText = fc.oneof(
  { weight: 9, arbitrary: fc.constantFrom('', 'a', '\n', '\r\n', '\r', 'key: value\n', '\u{1F4A1}') },
  { weight: 9, arbitrary: fc.string({ maxLength: 5 }) },
  { weight: 1, arbitrary: fc.constant('a long line of text, again and again\r\n'.repeat(600)) },
);
const position = fc.record({ line: fc.nat(12), character: fc.oneof(fc.nat(9), fc.constant(2 ** 31 - 1)) });

/** Positions come in any order, and may lie beyond the text and its lines. */
const change: fc.Arbitrary<Change> = fc.oneof(
  { weight: 9, arbitrary: fc.record({ range: fc.record({ start: position, end: position }), text: newText }) },
  { weight: 1, arbitrary: fc.record({ text: newText }) },
);

/** Changes as editors send several at once: from the last to the first, some at the same place, some out of order. */
const changes = fc
  .tuple(fc.array(change, { minLength: 1, maxLength: 6 }), fc.boolean())
  .map(([all, isBackwards]) => (isBackwards ? all.toSorted(byPlaceFromLast) : all));

function byPlaceFromLast(a: Change, b: Change): number {
  const [from, to] = [a, b].map(({ range }) => range?.start ?? { line: 0, character: 0 });
  return (to?.line ?? 0) - (from?.line ?? 0) || (to?.character ?? 0) - (from?.character ?? 0);
}

/** One of: changes, the next review takes the texts, the review that took them is done. */
const event = fc.oneof(changes, fc.constant('take'), fc.constant('done'));

describe('OpenDocuments', () => {
  it('holds the text that the changes make', () => {
    fc.assert(
      fc.property(newText, fc.array(changes, { maxLength: 8 }), (start, events) => {
        const documents = new OpenDocuments();
        documents.open(uri, languageId, 0, start);
        let expected = start;
        for (const [version, changes] of events.entries()) {
          documents.change(uri, version, changes);
          for (const each of changes) expected = changed(expected, each);
          assert.ok(documents.sources[0]?.text === expected);
        }
        const held = editorText(documents.sources[0] ?? { uri, text: '' });
        const plain = plainDocument(expected);
        for (let offset = 0; offset < Math.min(50, expected.length); offset++) {
          if (expected.slice(offset - 1, offset + 1) !== '\r\n') {
            assert.deepEqual(held?.positionAt(offset), plain.positionAt(offset));
          }
        }
      }),
      { numRuns: 300 },
    );
  });

  it('tells how a source came from the one that was reviewed last', () => {
    let told = 0;
    fc.assert(
      fc.property(newText, fc.array(event, { minLength: 12, maxLength: 30 }), (start, events) => {
        const documents = new OpenDocuments();
        documents.open(uri, languageId, 0, start);
        const known = new Map<symbol | undefined, string>();
        let taken: Source | undefined;
        for (const [version, next] of events.entries()) {
          if (next === 'done') documents.reviewed(new Map(taken && [[uri, taken]]));
          else if (next !== 'take') documents.change(uri, version, next);
          else {
            taken = documents.sources[0];
            if (taken?.edited !== undefined) {
              told++;
              assert.ok(applyEdits(known.get(taken.edited.from) ?? '', taken.edited.edits) === taken.text);
            }
            known.set(taken?.revision, taken?.text ?? '');
          }
        }
      }),
      { numRuns: 500 },
    );
    assert.ok(told > 100);
  });

  it('tells what was typed since a source was taken, or since it was reviewed', () => {
    let told = 0;
    fc.assert(
      fc.property(newText, fc.array(event, { minLength: 12, maxLength: 30 }), (start, events) => {
        const documents = new OpenDocuments();
        documents.open(uri, languageId, 0, start);
        let taken: Source | undefined;
        for (const [version, next] of events.entries()) {
          if (next === 'done') documents.reviewed(new Map(taken && [[uri, taken]]));
          else if (next === 'take') taken = documents.sources[0];
          else documents.change(uri, version, next);
          const edits = documents.editsSince(uri, taken);
          if (edits === undefined) continue;
          told++;
          assert.ok(applyEdits(taken?.text ?? '', edits) === documents.textOf(uri)?.toString());
        }
      }),
      { numRuns: 500 },
    );
    assert.ok(told > 100);
    assert.equal(new OpenDocuments().editsSince(uri, { uri, text: '' }), undefined);
  });

  it('knows a document by any spelling of its uri, and forgets it when it is closed', () => {
    const documents = new OpenDocuments();
    documents.open('file:///c%3A/a.yaml', languageId, 1, 'a');
    documents.change('file:///C:/a.yaml', 2, [{ text: 'b' }]);
    assert.deepEqual(
      documents.sources.map(({ uri: key, text }) => [key, text]),
      [['file:///c:/a.yaml', 'b']],
    );
    documents.close('file:///c:/a.yaml');
    documents.change('file:///c:/a.yaml', 3, [{ text: 'c' }]);
    assert.deepEqual(documents.sources, []);
  });
});

/** What a change makes of a plain text. The library counts lines afresh each time. */
function changed(text: string, { range, text: newText }: Change): string {
  if (range === undefined) return newText;
  const places = [range.start, range.end].map((place) => plainDocument(text).offsetAt(place));
  return text.slice(0, Math.min(...places)) + newText + text.slice(Math.max(...places));
}

function plainDocument(text: string): TextDocument {
  return TextDocument.create(uri, languageId, 0, text);
}

interface Change {
  readonly range?: { readonly start: Position; readonly end: Position };
  readonly text: string;
}

interface Position {
  readonly line: number;
  readonly character: number;
}
