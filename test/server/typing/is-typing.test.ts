import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import type { TextDocumentContentChangeEvent } from 'vscode-languageserver';
import { OpenDocuments } from '#server/texts/open-documents.ts';
import { isTyping } from '#server/typing/is-typing.ts';
import { OwnEdits } from '#server/typing/own-edits.ts';

const uri = 'file:///desk/api.yaml';
const lines = Array.from({ length: 40 }, (_, line) => `key${line}: value`);

describe('typing', () => {
  const typed: readonly (readonly [string, readonly TextDocumentContentChangeEvent[]])[] = [
    ['a letter', [change(3, 4, 3, 4, 'x')]],
    ['a letter over a word', [change(3, 0, 3, 4, 'x')]],
    ['a line break, and brackets that close themselves', [change(3, 4, 3, 4, '{\n  }')]],
    ['a paste of many lines', [change(3, 0, 3, 0, 'a: b\n'.repeat(60))]],
    ['a cut of many lines', [change(3, 0, 33, 0, '')]],
    ['the same at several cursors', [change(30, 0, 30, 0, 'x'), change(3, 0, 3, 0, 'x')]],
    ['a line that is moved up', [change(4, 11, 4, 11, '\nkey3: value'), change(3, 0, 4, 0, '')]],
    ['several keys that arrive together', [change(3, 0, 3, 0, 'a'), change(3, 1, 3, 1, '\n'), change(4, 0, 4, 0, 'b')]],
    ['a letter, told as a whole text', [{ text: lines.join('\n').replace('key7', 'kex7') }]],
  ];
  for (const [what, changes] of typed) it(`is ${what}`, () => assert.equal(isTyping(made(changes)), true));

  const others: readonly (readonly [string, readonly TextDocumentContentChangeEvent[]])[] = [
    ['nothing', []],
    ['many lines over many lines', [change(3, 0, 13, 0, 'a: b\n'.repeat(9))]],
    ['other things in several places', [change(30, 0, 30, 4, 'x'), change(3, 0, 3, 4, 'y')]],
    ['another text', [{ text: 'a: b\n'.repeat(9) }]],
  ];
  for (const [what, changes] of others) it(`is not ${what}`, () => assert.equal(isTyping(made(changes)), false));
});

describe('edits that the client was given', () => {
  const range = { start: { line: 1, character: 0 }, end: { line: 1, character: 4 } };
  const edits = [
    { range, newText: 'a' },
    { range: { start: { line: 9, character: 0 }, end: { line: 9, character: 0 } }, newText: 'b' },
  ];

  it('are known when they are made, in whatever order, and once', () => {
    const own = new OwnEdits();
    own.give(uri, edits);
    const changes = edits.toReversed().map((edit) => ({ range: edit.range, text: edit.newText }));
    assert.equal(own.take('file:///desk/other.yaml', changes), false);
    assert.equal(own.take(uri, changes.slice(1)), false);
    assert.equal(own.take(uri, changes), true);
    assert.equal(own.take(uri, changes), false);
  });

  it('are forgotten when many others were given since', () => {
    const own = new OwnEdits();
    own.give(uri, edits);
    for (let count = 0; count < 64; count++) own.give(uri, []);
    assert.equal(
      own.take(
        uri,
        edits.map(({ range, newText }) => ({ range, text: newText })),
      ),
      false,
    );
  });
});

function change(line: number, character: number, toLine: number, to: number, text: string) {
  return { range: { start: { line, character }, end: { line: toLine, character: to } }, text };
}

function made(changes: readonly TextDocumentContentChangeEvent[]) {
  const documents = new OpenDocuments();
  documents.open(uri, 'yaml', 1, lines.join('\n'));
  return documents.change(uri, 2, changes);
}
