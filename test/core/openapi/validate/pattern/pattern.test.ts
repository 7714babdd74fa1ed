import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { compilePattern } from '#core/openapi/validate/pattern/compile-pattern.ts';
import { searchPattern } from '#core/openapi/validate/pattern/match-pattern.ts';
import { parsePattern } from '#core/openapi/validate/pattern/parse-pattern.ts';
import { Pattern } from '#core/openapi/validate/pattern/pattern.ts';
import { Random } from '../../../../support/random.ts';

describe('Pattern', () => {
  const patterns = [
    '^[a-z]+$',
    'a|b|',
    '^(?:\\d{3}-)?\\d{4}$',
    '^\\+?[1-9]\\d{1,14}$',
    '^[A-Fa-f0-9]{8}-(?:[A-Fa-f0-9]{4}-){3}[A-Fa-f0-9]{12}$',
    '^(?<year>\\d{4})-\\d\\d$',
    '^[\\w.+-]+@[\\w-]+\\.[\\w.-]+$',
    '\\bend\\b',
    '\\Bx',
    '^[^\\s/]*$',
    '^\\u00e4\\x41\\t?$',
    '^\\p{L}[\\p{L}\\p{Nd} \\-]*$',
    '^.{2,3}$',
    '^(a*)*b$',
    '^x{0}$',
    '[]|[^]',
    '^a{1,}?b??$',
    '^\\S+(?: \\S+)*$',
    '^[\\u{1F600}-\\u{1F64F}]$',
  ];
  const texts = [
    '',
    'a',
    'abc',
    'ab',
    'b',
    '123-4567',
    '+49',
    'x',
    'xx',
    'the end.',
    'bend',
    '2020-01',
    'äA',
    '😀',
    'a b c',
    'a@b.co',
    'a\nb',
    'Éa-1',
    ']',
  ];
  for (const source of patterns)
    it(`is found where the engine finds it: ${source}`, () => {
      // A backslash before a dash is an escape of annex B within classes only.
      const expression = new RegExp(source, 'u');
      for (const text of texts) assert.equal(new Pattern(source).search(text).isFound, expression.test(text), text);
    });

  it('is found where the engine finds it, for 3 000 patterns made at random', () => {
    const random = new Random(11);
    let found = 0;
    for (let n = 0; n < 3000; n++) {
      const source = randomPattern(random, 3);
      const text = Array.from({ length: random.below(8) }, () => random.pick(['a', 'b', 'c', '1', ' '])).join('');
      const isFound = new RegExp(source, 'u').test(text);
      assert.equal(new Pattern(source).search(text).isFound, isFound, `${source} in “${text}”`);
      if (isFound) found++;
    }
    assert.ok(found > 500 && found < 2800, `${found} were found`);
  });

  it('takes no more steps than text and pattern are long, whatever they are', () => {
    for (const source of ['^(a+)+$', '^(a|a)*$', '^(.*)*x$', '(a|aa)+$', '^([a-z]+[a-z]+)+\\d$']) {
      const program = compilePattern(source);
      assert.ok(program);
      const steps = [100, 200, 400].map((length) => searchPattern(program, `${'a'.repeat(length)}!`, 1e9).steps);
      for (const [index, taken] of steps.entries())
        assert.ok(taken <= (100 * 2 ** index + 2) * program.length * 2, `${source}: ${steps}`);
    }
  });

  it('is not known where it cannot be matched so, is no pattern, or is too long', () => {
    for (const source of [
      '(?=a)',
      '(?!a)',
      '(?<=a)',
      '(?<!a)',
      '(a)\\1',
      '(?<n>a)\\k<n>',
      '(?i)a',
      '\\A',
      'a++',
      '(a',
      'a)',
      '[a',
      '[b-a]',
      '*a',
      'a{2,1}',
      '\\p{Nope}',
      '^a{0,2147483648}$',
      '(a{99}){99}',
    ])
      assert.equal(new Pattern(source).search('a').isFound, undefined, source);
    assert.equal(parsePattern(`${'('.repeat(100)}${')'.repeat(100)}`), undefined);
  });

  it('gives up a search that would take too long', () => {
    assert.equal(new Pattern('^(?:a?){900}$').search('a'.repeat(2000)).isFound, undefined);
  });

  it('reads escapes that mean the character itself, and braces that count nothing', () => {
    assert.equal(new Pattern('^\\-\\_\\@{x}$').search('-_@{x}').isFound, true);
  });
});

/** Groups, choices, classes and repetitions; nothing an engine would take long for. */
function randomPattern(random: Random, depth: number): string {
  const parts = Array.from({ length: 1 + random.below(3) }, () => randomTerm(random, depth));
  return parts.join(random.pick(['', '', '|']));
}

function randomTerm(random: Random, depth: number): string {
  const atom =
    depth > 0 && random.below(4) === 0
      ? `(${random.pick(['', '?:'])}${randomPattern(random, depth - 1)})`
      : random.pick(['a', 'b', 'c', '.', '\\d', '\\w', '\\s', '\\S', '[ab]', '[^a]', '[a-c1]', '[\\d ]']);
  const border = random.below(12);
  const before = border === 0 ? '^' : border === 1 ? '\\b' : '';
  const after = border === 2 ? '$' : border === 3 ? '\\B' : '';
  return `${before}${atom}${random.pick(['', '', '?', '*', '+', '{2}', '{1,2}', '{2,}', '*?'])}${after}`;
}
