import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { cutDescription } from '#core/openapi/cut-description.ts';
import { applyEdits, type Edit, type Span } from '#core/text/span.ts';
import { parseSectionText } from '#core/tree/read/parse-section.ts';
import { patchSection } from '#core/tree/recut/patch-section.ts';
import type { TreeLanguage, TreeSection } from '#core/tree/section.ts';
import type { TreeNode } from '#core/tree/tree.ts';
import { Random } from '../../support/random.ts';
import { happens, pickFrom } from '../law/chance.ts';
import { realTexts } from './real-texts.ts';

const yaml = `openapi: 3.1.0
info:
  title: Title of it
  quoted: 'it is' # a comment
  double: "it is"
  number: 12
  flag: true
  nothing:
  none: null
  folded: over two
    lines
  block: |
    text
  flow: { a: one, 'b': 'two', c: [x, y z, {d: e}], f: , g }
  list: [a, b]
  items:
    - name: N
      'in': "query"
    - plain words
    -
    - - deep: yes
  tagged: !!str 12
  tight: 'a'
  "key": v
  ? explicit
  : value
  ? [complex, key]
  : value
x-tag:
  x: !!map {
    a: b
  }
x-map-as-key:
  map: &entries
    d: e
  ? *entries
  : value
x-anchors:
  a: &name 'value'
  b: *name
  c: &map { d: e }
  <<: *map
`;
const json = JSON.stringify({
  openapi: '3.1.0',
  info: { title: 'T', list: ['a', 'b c', { d: 'e' }], n: 1, b: true, escaped: 'a "b" \\ c', empty: '' },
});
const pieces = [
  'x',
  ' ',
  '12',
  'true',
  'a b',
  '',
  ',',
  ', ',
  ':',
  ': ',
  '#',
  ' #',
  "'",
  '"',
  '\\',
  '{',
  ']',
  '\n',
  '\n  ',
  '-',
  '- ',
].concat([
  '.',
  '/',
  '~',
  '&a',
  '*a',
  '!',
  '|',
  '>',
  '%',
  '@',
  '`',
  '?',
  '? ',
  '=',
  '\t',
  '\u00e9',
  '\u00a0',
  '\u2028',
  '\ufeff',
  '\u{1f4a1}',
  '\u0001',
]);

/** Where values stand, their borders included. */
function valuesOf(node: TreeNode | undefined): readonly Span[] {
  if (node === undefined) return [];
  if (node.kind === 'scalar') return [node.span];
  return node.kind === 'list' ? node.items.flatMap(valuesOf) : node.entries.flatMap(({ value }) => valuesOf(value));
}

function someEdits(section: TreeSection, random: Random): readonly Edit[] {
  const values = valuesOf(section.tree);
  const edits: Edit[] = [];
  for (let count = happens(random, 0.7) ? 1 : 3; count > 0; count--) {
    const { start, end } = pickFrom(random, values) ?? { start: 0, end: 0 };
    const from = start + random.below(end - start + 1);
    const to = happens(random, 0.5) ? from : Math.min(end, from + random.below(4));
    edits.push({ span: { start: from, end: to }, newText: pickFrom(random, pieces) ?? '' });
  }
  const apart: Edit[] = [];
  for (const edit of edits.sort((a, b) => a.span.start - b.span.start || a.span.end - b.span.end)) {
    if (edit.span.start > (apart.at(-1)?.span.end ?? -1)) apart.push(edit);
  }
  return apart;
}

/** In how many of so many edits the tree could be patched. */
function countPatched(sections: readonly TreeSection[], count: number, random: Random): number {
  let patched = 0;
  const entries = sections.filter(({ tree }) => tree !== undefined);
  for (let round = 0; round < count; round++) {
    const section = pickFrom(random, entries);
    if (section === undefined) break;
    const edits = someEdits(section, random);
    const text = applyEdits(section.text, edits);
    const tree = patchSection(section, edits, text)?.tree;
    if (tree === undefined) continue;
    patched++;
    const { uri, language, tail } = section;
    const read = parseSectionText({ uri, language, role: 'entry', text, tail });
    const report = `${JSON.stringify(section.text)} with ${JSON.stringify(edits)}`;
    assert.deepEqual(tree, read.tree, report);
    assert.deepEqual([read.problems, read.isSound], [[], true], report);
  }
  return patched;
}

function sectionsOf(text: string, language: TreeLanguage): readonly TreeSection[] {
  return cutDescription({ uri: `file:///a.${language}`, text, language }).sections;
}

describe('patchSection', function () {
  this.timeout(600_000);

  it('gives the tree that reading gives, or none', () => {
    const rounds = 20_000;
    for (const [text, language] of [
      [yaml, 'yaml'],
      [json, 'json'],
      [yaml.replaceAll('\n', '\r\n'), 'yaml'],
    ] as const) {
      const patched = countPatched(sectionsOf(text, language), rounds, new Random(1));
      assert.ok(patched > rounds / 20, `${language}: ${patched} of ${rounds}`);
    }
  });

  it('does so on real files', function () {
    const files = realTexts();
    if (files.length === 0) this.skip();
    for (const { text, language } of files) {
      const patched = countPatched(sectionsOf(text, language), 1000, new Random(2));
      assert.ok(patched > 200, `${language}: ${patched}`);
    }
  });

  it('is for edits within one plainly written value', () => {
    const [, info] = sectionsOf(yaml, 'yaml');
    assert.ok(info !== undefined);
    const patch = (place: string, newText: string): TreeNode | undefined => {
      const start = info.text.indexOf(place) + place.length;
      const edits = [{ span: { start, end: start }, newText }];
      return patchSection(info, edits, applyEdits(info.text, edits))?.tree;
    };
    for (const place of ['Title', 'of it', "'it ", '"it ', '12'].filter((each) => info.text.includes(each))) {
      assert.ok(patch(place, 'x'), place);
    }
    for (const place of ['Title of it\n', "'it is'", 'two\n', '!!str 1', 'complex', 'explicit', 'tex', 'a: o']) {
      assert.equal(patch(place, 'x'), undefined, place);
    }
    assert.equal(patch('Title', ': '), undefined);
    assert.ok(patch('Title', ', '));
  });

  it('knows a word that stands for nothing', () => {
    const [section] = sectionsOf('info:\n  title: word\n', 'yaml');
    assert.ok(section !== undefined);
    const edits = [{ span: { start: 'info:\n  title: '.length, end: 'info:\n  title: word'.length }, newText: 'null' }];
    const text = applyEdits(section.text, edits);
    assert.deepEqual(patchSection(section, edits, text)?.tree, sectionsOf(text, 'yaml')[0]?.tree);
  });
});
