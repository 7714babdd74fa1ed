import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { before, describe, it } from 'mocha';
import { descriptionOutline } from '#core/openapi/description-outline.ts';
import { cutYaml } from '#core/tree/cut/cut-yaml.ts';
import { readPlainYaml } from '#core/tree/read/plain-yaml.ts';
import { finish } from '#core/work/steps.ts';
import { corpus, hasCorpus } from '../../support/corpus.ts';
import { Random } from '../../support/random.ts';
import { filesBelow } from '../files-below.ts';
import { happens, pickFrom } from '../law/chance.ts';
import { mutatedYaml, senselessYaml, someLinesOf } from './mutated-yaml.ts';
import { assertReadAlike } from './plain-yaml-law.ts';

/** Another seed gives other texts. */
const seed = Number(process.env['PLUMBLINE_SEED'] ?? 20_261_122);

/** Read in one pass, and as js-yaml reads them. */
const plain: { readonly [construct: string]: readonly string[] } = {
  'block maps': [
    'a: b',
    'a: 1\nb:\n  c: d\n  e:\n     f: g\nh: i\n',
    'a :  b\na: c\n',
    ':a: b\n?b: c\n-c: d\n',
    'a:\n',
  ],
  'block maps that are indented': [
    '    a:\n      b: c\n    d: e\n',
    '\n\n  a: b\n  c: d',
    '# c\n   a: 1\n   b: 2\n   ',
  ],
  'block lists': [
    '- a\n- b: c\n  d: e\n-   - f\n    - g\n- - - h\n',
    '-\n- \n-\n  a\n-\n  - b\n',
    'a:\n- b\n- c\nd:\n  - e\nf:\n-',
  ],
  'empty values': ['a:\nb: # c\n\n# d\nc:   \n', 'a:\n  b:\n  c:\nd:\n- \n-\n-   # e\n', 'a: # b\n  # c\n  d: e'],
  'plain scalars': [
    'a: null\nb: ~\nc: true\nd: 1\ne: -1.5\nf: .inf\ng: 0x1F\nh: 1_0\n',
    'a: b#c:d:e,[f]{g}"h"\'i\n',
    'a: -b\nb: ?c\nc: :d\nd: <<\n',
  ],
  'plain scalars on several lines': [
    'a: b\n  c\n\n  d # e\n',
    'a:\n  b\n   c   \n \n\n  - d\n  "e"\n  *f\nb: c',
    '- a\n b\n- c\n  d\r\n  e\n',
  ],
  'single quotes': [
    "a: 'b'\n'c': ''\n'd' : 'e''f' # g\n",
    "a: 'b\n\n  c \n  d'\nb: '\n c'\n",
    "- 'a: b'\n- 'a': 'b'\n",
  ],
  'double quotes': [
    'a: "b"\n"c\\n": ""\n',
    'a: "\\x41\\u00e9\\U0001F600\\\\\\"\\/\\t"\n',
    'a: "b \\\n  \\  c\n  d\n\n  e"\n',
    '- "a": "b": \n'.replace(': \n', '\n'),
  ],
  'literal blocks': [
    'a: |\n  b\n   c\n\n  d\n\n\ne: f',
    'a: |-\n  b\nb: |+\n  c\n\nc: |2\n    d\nd: |1-\n  e\n',
    'a: |\n\n \n  b\n',
    '- |\n a\n- |-\n  b\n',
  ],
  'folded blocks': [
    'a: >\n  b\n  c\n\n  d\n    e\n  f\n',
    'a: >-\n\n  b\n\n\n',
    'a:\n  >+ # b\n  c\n\n',
    'a: >2-\n    b\n   c\n',
  ],
  'blocks without content': ['a: |\nb: c', 'a: >+\n\n\nb: |-\n# d\nc:\n- |\n', 'a:\n  b: |\n  c: d\n', 'a: |\n'],
  'flow lists': [
    'a: []\nb: [ ]\nc: [a, "b", \'c\', 1, d e]\n',
    'a: [b, [c, []], {d: e},] # f\n',
    'a: [\n  b, # c\n\n  d\n ]\n',
  ],
  'flow maps': [
    'a: {}\nb: { }\nc: {d: e, "f":g, \'h\' : [i]}\n',
    '- {a: b,\n c: {d: e},}\n',
    'a: {b:[c], d-e: -f, g:h: i:j}\n',
  ],
  'comments and blank lines': [
    '# a\n\n  # b\na: b # c\n   # d\n\n# e\nc: d\n# f',
    'a: b\n    # c\nd:\n# e\n  - f\n #g',
  ],
  'carriage returns': [
    'a: b\r\nc:\r\n  - d\r\n  - |\r\n    e\r\n\r\n    f\r\n  - >-\r\n    g\r\n    h\r\n',
    "a: 'b\r\n  c'\r\n\r\n# d\r\ne: f\r\n",
  ],
  'duplicate keys': [
    'a: 1\nb: {c: 1, "c": 2}\na: 2\nd:\n  e: 1\n  e: 2\na: 3\n',
    `${[...'abcdefghijb'].join(': 1\n')}: 1\n`,
  ],
  'characters of all kinds': [
    'é: ü\n"\u{1f600}": \u{1f600}\na: \u0085\u2028b\n',
    'a: b\tc\nd: "e\tf"\ng: |\n  h\t\n  \ti\n',
  ],
};

/** Left to js-yaml, which understands some and refuses others. */
const notPlain: { readonly [construct: string]: readonly string[] } = {
  'no collection at the root': ['', '# a', 'a', '"a"', '|\n a', '[a]', '{a: b}\n', '\n\n'],
  'anchors, aliases and tags': [
    'a: &b c',
    'a: *b',
    '&a b: c',
    '- &a\n',
    'a: !b c',
    'a: !!str',
    '!!map\na: b',
    'a: [*b]',
    'a: {&b c: d}',
  ],
  'merge keys': ['<<: a', 'a: {<<: b}', 'a: 1\n<<: {b: c}\n'],
  'explicit keys': ['? a\n: b', '?\n', '- ? a', ': a', 'a: [? b : c]', 'a: {? b}'],
  'tabs beside content': [
    '\ta: b',
    'a:\tb',
    'a: b\n\t\nc: d',
    'a: b\t# c',
    '-\ta',
    'a:\n \tb: c',
    'a: [b,\tc]',
    'a: "b\n\tc"',
    'a: |\n\tb',
  ],
  'directives, markers and several documents': [
    '---\na: b',
    'a: b\n---\nc: d',
    'a: b\n...\n',
    '%YAML 1.2\n---\na: b',
    ' --- a: b',
    '--- a: b',
    'a: |\nb: c\n--- d',
  ],
  'characters that are not allowed': ['\ufeffa: b', 'a: \u0007', 'a: b\rc: d', 'a: \0', 'a: \ud800', '# \ufffe\na: b'],
  'keys of other kinds': ['[a]: b', '{a: b}: c', '- [a]: b', '"a\n  b": c', 'a\n  b: c'],
  'flow maps with keys or values alone': [
    'a: {b}',
    'a: {b: }',
    'a: {b, c: d}',
    'a: [b: c]',
    'a: {[b]: c}',
    'a: ["b": c]',
    'a: {b\n : c}',
  ],
  'plain scalars on several lines in a flow list': ['a: [b\n  c]', 'a: {b: c\n  d}'],
  'a block without an end of its line': ['a: |', 'a: >-', 'a: |\n  b\n '],
  'deep nesting': ['- '.repeat(150), `a: ${'['.repeat(60)}${']'.repeat(60)}`],
};

/** What js-yaml refuses. */
const broken: { readonly [fault: string]: readonly string[] } = {
  indentation: [
    'a: b\n  c: d',
    '  a: b\nc: d',
    'a:\n    b: c\n  d: e',
    '- a\n  - b: c\n - d',
    'a: b\n # c\n d',
    'a:\n  - b\n  c: d',
  ],
  'content behind a value': [
    'a: "b" c',
    'a: [b] c',
    'a: {b: c}d',
    "- 'a' b",
    "a:\n- 'b' c: d",
    'a: b: c',
    'a: - b',
    'a: "b"# c',
    '"a"b: c',
  ],
  'what is not closed': ['a: "b', "a: 'b\nc: d", 'a: [b', 'a: {b: c', 'a: [b\n]', 'a: [b}', 'a: "b\nc"'],
  'flow lists': ['a: [,]', 'a: [b,,c]', 'a: [-]', 'a: [b, -, c]', 'a: [b #c', 'a: [b c: d e'],
  'escapes and headers': [
    'a: "\\q"',
    'a: "\\x4"',
    'a: "\\u00g0"',
    'a: |0\n b',
    'a: |--\n b',
    'a: |12\n b',
    'a: | b\n',
    'a: |\n   \n  b',
  ],
  'indicators that begin nothing': ['a: @b', 'a: `b`', 'a: %b', 'a: ,', 'a: ]', '- }', 'a: #b\n  ,'],
};

describe('readPlainYaml', () => {
  let corpusTexts: readonly string[] = [];
  before(() => {
    corpusTexts = readCorpus();
  });

  for (const [construct, texts] of Object.entries(plain)) {
    it(`reads ${construct}`, () => {
      for (const text of texts) assert.ok(assertReadAlike(text, construct), JSON.stringify(text));
    });
  }
  for (const [construct, texts] of [...Object.entries(notPlain), ...Object.entries(broken)]) {
    it(`gives up: ${construct}`, () => {
      for (const text of texts) assert.equal(readPlainYaml(text), undefined, JSON.stringify(text));
    });
  }

  it('reads nearly all of the corpus, files and sections', function () {
    if (corpusTexts.length === 0) this.skip();
    this.timeout(600_000);
    let all = 0;
    let read = 0;
    for (const text of corpusTexts) {
      for (const part of partsOf(text)) {
        all += part.length;
        if (assertReadAlike(part, 'corpus')) read += part.length;
      }
    }
    assert.ok(read / all > 0.9, `${read} of ${all} characters`);
  });

  it('reads as js-yaml does or gives up, however a text was changed', function () {
    this.timeout(600_000);
    const cases = [plain, notPlain, broken].flatMap((table) => Object.values(table).flat());
    const random = new Random(seed);
    let read = 0;
    for (let run = 0; run < 100_000; run++) {
      const source = pickFrom(random, happens(random, 0.5) ? cases : corpusTexts) ?? 'a: b';
      const text = happens(random, 0.2) ? senselessYaml(random) : mutatedYaml(random, someLinesOf(random, source));
      if (assertReadAlike(text, `PLUMBLINE_SEED=${seed}`)) read++;
    }
    assert.ok(read > 10_000, `Only ${read} texts were read.`);
  });
});

function readCorpus(): readonly string[] {
  if (!hasCorpus) return [];
  return filesBelow(corpus)
    .filter((path) => /\.ya?ml$/.test(path))
    .map((path) => readFileSync(join(corpus, path), 'utf8'));
}

/** The sections of a text, and all of it where that does not take long. */
function partsOf(text: string): readonly string[] {
  const cuts = finish(cutYaml(text, descriptionOutline));
  const sections = cuts.map(({ start }, index) => text.slice(start, cuts[index + 1]?.start ?? text.length));
  return text.length < 200_000 && cuts.length > 1 ? [text, ...sections] : sections;
}
