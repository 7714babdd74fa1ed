import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import picomatch from 'picomatch/posix.js';
import { globTest } from '#core/glob/glob-test.ts';
import { Random } from '../../support/random.ts';

const cases: readonly (readonly [glob: string, matching: string, other: string])[] = [
  ['old', 'old old/a.yaml old/b/c.yaml', 'older old.yaml a/old'],
  ['old/**', 'old/a.yaml old/b/c.yaml', 'older/a.yaml a/old/b.yaml'],
  ['*/**', 'a/b.yaml a/b/c.yaml', 'a.yaml'],
  ['**/draft*', 'draft draft.yaml a/drafts/b.yaml a/b/draft-1.yaml', 'a/undraft.yaml'],
  ['**', 'a a/b .a/b', ''],
  ['a/**/b.yaml', 'a/b.yaml a/c/b.yaml a/c/d/b.yaml', 'ab.yaml c/a/b.yaml'],
  ['*.{yaml,yml}', 'a.yaml .a.yml', 'a.json a/b.yaml'],
  ['{a,b/c}/d', 'a/d b/c/d', 'b/d c/d'],
  ['v[0-9].yaml', 'v1.yaml v9.yaml', 'v.yaml va.yaml v10.yaml'],
  ['v[!0-9]', 'va', 'v1 v/'],
  ['@(a|b)?.yaml', 'a1.yaml bc.yaml', 'a.yaml c1.yaml'],
  ['+(ab).yaml', 'ab.yaml abab.yaml', '.yaml aba.yaml'],
  ['a?(b|c)', 'a ab ac', 'abc'],
  ['api/!(public).yaml', 'api/private.yaml api/publics.yaml', 'api/public.yaml api/a/b.yaml'],
  ['!old', 'new.yaml', 'old old/a.yaml'],
  ['(draft).yaml', 'draft.yaml', 'a.yaml'],
  ['a[b.yaml', 'a[b.yaml', 'ab.yaml'],
  ['{a}.yaml', '{a}.yaml', 'a.yaml'],
  ['a\\*b', 'a*b', 'aab'],
];

describe('a glob', () => {
  for (const [glob, matching, other] of cases) {
    it(`${glob} matches what shells match, and all below it`, () => {
      const test = globTest(glob);
      for (const path of matching.split(' ')) assert.equal(test?.(path), true, path);
      for (const path of other.split(' ').filter((each) => each !== '')) assert.equal(test?.(path), false, path);
    });
  }

  it('says what picomatch says', () => {
    const random = new Random(1);
    const pick = (list: readonly string[]): string => list[random.below(list.length)] ?? '';
    const some = (list: readonly string[], most: number, between = '') =>
      Array.from({ length: 1 + random.below(most) }, () => pick(list)).join(between);
    const paths = Array.from({ length: 60 }, () => {
      const names = Array.from({ length: 1 + random.below(4) }, () => `${some(['a', 'b', 'c', 'd.'], 3)}e`);
      return names.join('/');
    });
    let compared = 0;
    for (let run = 0; run < 2_000; run++) {
      const parts = ['a', 'b', 'e', '*', '?', '[ab]', '[^a]', '{a,b}', '{a/b,c}', '@(a|b)', '+(a|e)', '/', '/', '/**/'];
      const glob = some(parts, 6)
        .replace(/\/+/g, '/')
        .replace(/^\/|\/$|\/\*\*$/g, '')
        .replace(/\*\*+(?!\/)|(?<!\/)\*\*+/g, '*');
      if (glob === '' || glob.includes(')?')) continue;
      const expected = picomatch([glob, `${glob}/**`], { dot: true });
      for (const path of paths) assert.equal(globTest(glob)?.(path), expected(path), `${glob} on ${path}`);
      compared++;
    }
    assert.ok(compared > 1_500, String(compared));
  });

  it('is not read when it is longer than any path, or its groups stand too deep', () => {
    assert.equal(globTest('a'.repeat(65_536)), undefined);
    assert.equal(globTest(`${'+('.repeat(30)}a${')'.repeat(30)}`), undefined);
    assert.equal(globTest(`${'+('.repeat(15)}a${')'.repeat(15)}`)?.('aaa'), true);
  });
});
