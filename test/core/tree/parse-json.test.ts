import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { parseJson } from '#core/tree/read/parse-json.ts';
import { findNode, toPlainValue } from '#core/tree/tree.ts';

const plain = { allowsComments: false };

function problemsOf(text: string): readonly (readonly [string, string])[] {
  return parseJson(text, plain).problems.map(({ code, span }) => [code, text.slice(span.start, span.end)]);
}

function readBroken(text: string): unknown {
  return toPlainValue(parseJson(text, plain).tree);
}

describe('parseJson', () => {
  it('reads values and their places', () => {
    const text = '\uFEFF{ "a": [1, -2.5e3, true, null, "x\\n\\u00e9"], "b": {} }';
    const { tree, problems } = parseJson(text, plain);
    assert.deepEqual(problems, []);
    assert.deepEqual(toPlainValue(tree), { a: [1, -2500, true, null, 'x\né'], b: {} });
    const list = findNode(tree, ['a']);
    assert.equal(text.slice(list?.span.start, list?.span.end), '[1, -2.5e3, true, null, "x\\n\\u00e9"]');
    const item = findNode(tree, ['a', '4']);
    assert.equal(text.slice(item?.span.start, item?.span.end), '"x\\n\\u00e9"');
  });

  it('tells what JSON does not have', () => {
    assert.deepEqual(problemsOf('{"a": 1,}'), [['trailing-comma', ',']]);
    assert.deepEqual(problemsOf('[1, 2,\n]'), [['trailing-comma', ',']]);
    assert.deepEqual(problemsOf('{"a": 1 // one\n}'), [['comment-in-json', '// one']]);
    assert.deepEqual(problemsOf('{"a": 1, "a": 2}'), [['duplicate-key', '"a"']]);
    assert.deepEqual(problemsOf("{'a': 1}"), [['syntax', "'a'"]]);
    assert.deepEqual(problemsOf('{"a": yes}'), [['syntax', 'yes']]);
    assert.deepEqual(problemsOf('{"a": 1} {}'), [['syntax', '}']]);
    assert.deepEqual(parseJson('{"a": 1, /* c */}', { allowsComments: true }).problems, []);
  });

  it('understands the rest of a broken text', () => {
    assert.deepEqual(problemsOf('{"a": 1 "b": 2}'), [['syntax', '"b"']]);
    assert.deepEqual(readBroken('{"a": 1 "b": 2}'), { a: 1, b: 2 });
    assert.deepEqual(readBroken('{"a": , "b": 2}'), { a: null, b: 2 });
    assert.deepEqual(readBroken('{"a", "b": 2}'), { a: null, b: 2 });
    assert.deepEqual(readBroken('{"a": {"b": [1, 2'), { a: { b: [1, 2] } });
    assert.deepEqual(readBroken('{"a": [1, 2}'), { a: [1, 2] });
    assert.deepEqual(readBroken('{"a": "x\n, "b": 1}'), { a: 'x', b: 1 });
    assert.deepEqual(problemsOf('{"a"'), [
      ['syntax', '{'],
      ['syntax', '"a"'],
    ]);
  });

  it('has neither tree nor problem for an empty text', () => {
    assert.deepEqual(parseJson('', plain), { tree: undefined, problems: [] });
  });

  it('refuses nesting that is too deep', function () {
    this.timeout(600_000);
    for (const text of ['['.repeat(100_000), '{"a":'.repeat(100_000), `${'['.repeat(300)}1${']'.repeat(300)}`]) {
      assert.ok(problemsOf(text).some(([code]) => code === 'too-deep'));
    }
    assert.deepEqual(problemsOf(`${'['.repeat(200)}1${']'.repeat(200)}`), []);
  });
});
