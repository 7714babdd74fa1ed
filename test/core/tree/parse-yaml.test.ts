import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { parseYaml } from '#core/tree/read/parse-yaml.ts';
import { findEntry, findNode, type PlainValue, toPlainValue } from '#core/tree/tree.ts';
import { userTime } from '../../support/user-time.ts';

function readValid(text: string): PlainValue {
  const { tree, problems } = parseYaml(text);
  assert.deepEqual(problems, [], text);
  return toPlainValue(tree);
}

function sourceAt(text: string, ...path: string[]): string | undefined {
  const span = findNode(parseYaml(text).tree, path)?.span;
  return span === undefined ? undefined : text.slice(span.start, span.end);
}

function problemsOf(text: string): readonly (readonly [string, string])[] {
  return parseYaml(text).problems.map(({ code, span }) => [code, text.slice(span.start, span.end)]);
}

describe('parseYaml', () => {
  it('reads scalars by the core schema', () => {
    const scalars =
      '[~, null, Null, true, False, 12, -3, 0x1F, 0o17, 1.5, 1e3, .inf, -.INF, yes, 2020-01-01, 012, "1", \'true\', 1_000]';
    assert.deepEqual(readValid(scalars), [
      null,
      null,
      null,
      true,
      false,
      12,
      -3,
      31,
      15,
      1.5,
      1000,
      Infinity,
      -Infinity,
      'yes',
      '2020-01-01',
      12,
      '1',
      'true',
      '1_000',
    ]);
    assert.deepEqual(readValid('a: .nan'), { a: Number.NaN });
    assert.deepEqual(readValid('a: !!str 1\nb: !!int "2"\nc: !custom x'), { a: '1', b: 2, c: 'x' });
  });

  it('reads keys as strings', () => {
    assert.deepEqual(Object.keys(readValid('200: a\nnull: b\ntrue: c\n1.0: d\n"e": e') ?? {}), [
      '200',
      'null',
      'true',
      '1.0',
      'e',
    ]);
  });

  it('reads block scalars with their chomping', () => {
    assert.deepEqual(readValid('a: |\n  x\n   y\n\nb: >-\n  x\n  y\n\n  z\nc: |+\n  x\n\nd: |2\n    x\n'), {
      a: 'x\n y\n',
      b: 'x y\nz',
      c: 'x\n\n',
      d: '  x\n',
    });
  });

  it('places scalars with their quotes and block indicators', () => {
    const text = "a: \"x y\" # c\nb: |- # c\n  x\n  y\n\nc: &i !!str z\nd:   # c\ne: |\nf: 'it''s'";
    assert.equal(sourceAt(text, 'a'), '"x y"');
    assert.equal(sourceAt(text, 'b'), '|- # c\n  x\n  y');
    assert.equal(sourceAt(text, 'c'), 'z');
    assert.equal(sourceAt(text, 'd'), '');
    assert.equal(findNode(parseYaml(text).tree, ['d'])?.span.start, text.indexOf('d:') + 2);
    assert.equal(sourceAt(text, 'e'), '|');
    assert.equal(sourceAt(text, 'f'), "'it''s'");
  });

  it('places maps and lists from their first key to their last content', () => {
    const text = 'a:\n  b: 1 # c\n  # d\n\nc:\n- x\n-\nd: [1, {x: }, [] # ]\n ]\ne: {f, g: [a: b]}\n';
    assert.equal(sourceAt(text, 'a'), 'b: 1');
    assert.equal(sourceAt(text, 'c'), '- x\n-');
    assert.equal(sourceAt(text, 'd'), '[1, {x: }, [] # ]\n ]');
    assert.equal(sourceAt(text, 'd', '1'), '{x: }');
    assert.equal(sourceAt(text, 'e'), '{f, g: [a: b]}');
    assert.equal(sourceAt(text, 'e', 'g', '0'), 'a: b');
    assert.deepEqual(readValid(text), {
      a: { b: 1 },
      c: ['x', null],
      d: [1, { x: null }, []],
      e: { f: null, g: [{ a: 'b' }] },
    });
  });

  it('gives an alias the node of its anchor', () => {
    const { tree } = parseYaml('a: &a {x: 1}\nb: *a\n');
    assert.equal(findNode(tree, ['b']), findNode(tree, ['a']));
    assert.deepEqual(problemsOf('a: *b\n'), [['unknown-alias', '*b']]);
    assert.deepEqual(problemsOf('a: &a\n  b: *a\n'), [['recursive-alias', '*a']]);
  });

  it('merges maps under the merge key, own keys first', () => {
    const text = 'a: &a {x: 1, y: 2}\nb: &b {x: 3, z: 4}\nc:\n  <<: [*a, *b]\n  y: 5\nd:\n  "<<": 1\n';
    assert.deepEqual(readValid(text), {
      a: { x: 1, y: 2 },
      b: { x: 3, z: 4 },
      c: { y: 5, x: 1, z: 4 },
      d: { '<<': 1 },
    });
    const merged = findNode(parseYaml(text).tree, ['c']);
    assert.equal(findEntry(merged, 'x')?.merged, true);
    assert.equal(findEntry(merged, 'y')?.merged, undefined);
  });

  it('refuses aliases that would grow without bound', () => {
    const levels = Array.from(
      { length: 12 },
      (_, level) => `a${level + 1}: &a${level + 1} [${`*a${level},`.repeat(10)}]`,
    );
    const { tree, problems } = parseYaml(`a0: &a0 x\n${levels.join('\n')}\n`);
    assert.deepEqual(
      problems.map(({ code }) => code),
      ['alias-bomb'],
    );
    assert.equal(tree?.kind, 'map');
  });

  it('refuses nesting that is too deep', function () {
    this.timeout(600_000);
    for (const text of [
      '['.repeat(100_000),
      '{a: '.repeat(100_000),
      '- '.repeat(100_000),
      '? '.repeat(100_000),
      `${'['.repeat(300)}${']'.repeat(300)}`,
    ]) {
      const check = () => assert.ok(problemsOf(text).some(([code]) => code === 'too-deep'));
      assert.ok(userTime(check, { runs: 1 }) < 10_000, `${text.slice(0, 8)} took too long`);
    }
    const steps = Array.from({ length: 1000 }, (_, depth) => `${' '.repeat(depth)}a:`).join('\n');
    assert.ok(problemsOf(`${steps}\nb: 1\n`).some(([code]) => code === 'too-deep'));
    assert.ok(problemsOf(`x: "\\q"\n${steps}\n`).some(([code]) => code === 'too-deep'));
  });

  it('reads what stands beside a value that is too deep', () => {
    const { tree } = parseYaml(`a: 1\nb: ${'['.repeat(300)}${']'.repeat(300)}\nc: 2\n`);
    assert.deepEqual(toPlainValue(findNode(tree, ['c'])), 2);
  });

  it('tells keys that stand twice', () => {
    assert.deepEqual(problemsOf('a: 1\nb: 2\na: 3\n'), [['duplicate-key', 'a']]);
    const many = Array.from({ length: 20 }, (_, index) => `k${index}: 1`).join('\n');
    assert.deepEqual(problemsOf(`${many}\nk3: 2\n`), [['duplicate-key', 'k3']]);
  });

  it('tells tabs in the indentation', () => {
    const [problem] = problemsOf('a:\n\tb: 1\n');
    assert.equal(problem?.[0], 'tab-indentation');
  });

  it('reads the first of several documents', () => {
    assert.deepEqual(problemsOf('a: 1\n---\nb: 2\n'), [['several-documents', '---']]);
    assert.deepEqual(toPlainValue(parseYaml('a: 1\n---\nb: 2\n').tree), { a: 1 });
    assert.deepEqual(problemsOf('---\na: 1\n---\n'), []);
    assert.deepEqual(problemsOf('a: 1\n...\n'), []);
  });

  it('accepts a bracket that closes at the indentation of its key', () => {
    assert.deepEqual(readValid('a:\n  b: {\n    c: 1\n  }\n'), { a: { b: { c: 1 } } });
  });

  it('understands the rest of a broken text', () => {
    const { tree, problems } = parseYaml('a: 1\nb: [1,\nc: 2\nd:\n  e: "x\n');
    assert.ok(problems.length > 0);
    assert.deepEqual(toPlainValue(findNode(tree, ['a'])), 1);
    assert.deepEqual(toPlainValue(findNode(tree, ['c'])), 2);
  });

  it('has neither tree nor problem for an empty text', () => {
    for (const text of ['', '\uFEFF', '\n\n', '# c\n'])
      assert.deepEqual(parseYaml(text), { tree: undefined, problems: [] });
  });
});
