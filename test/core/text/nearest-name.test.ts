import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { nearestName, nearestNames, onlyNearestName } from '#core/text/nearest-name.ts';
import { Random } from '../../support/random.ts';

describe('nearestName', () => {
  it('finds the name most like another, whatever its casing', () => {
    assert.equal(nearestName('Costumer', ['Order', 'customers', 'Customer']), 'Customer');
    assert.equal(nearestName('ordr', ['border', 'ORDER']), 'ORDER');
  });

  it('gives the first of those that are as near', () => {
    assert.equal(nearestName('aaaaaa', ['aaaaab', 'baaaaa']), 'aaaaab');
  });

  it('finds nothing where more than a third of the letters differs, but for one letter', () => {
    assert.equal(nearestName('orders', ['or', 'odrs', 'users']), 'odrs');
    assert.equal(nearestName('orders', ['or', 'ord', 'folder']), undefined);
    assert.equal(nearestName('a', ['b', 'bc']), 'b');
    assert.equal(nearestName('', ['bc']), undefined);
  });

  it('wants each word of a name to be near', () => {
    const names = ['CatalogModifierListSelectionType', 'order-lines', 'UserDetails'];
    assert.equal(nearestName('CatalogModifierToggleOverrideType', names), undefined);
    assert.equal(nearestName('CatalogModifierListSelectonType', names), 'CatalogModifierListSelectionType');
    assert.equal(nearestName('order_line', names), 'order-lines');
    assert.equal(nearestName('order-items', names), undefined);
    assert.equal(nearestName('Userdetail', names), 'UserDetails');
  });

  it('counts as the definition does', () => {
    const random = new Random(7);
    for (let round = 0; round < 3000; round++) {
      const wanted = someWord(random);
      const names = Array.from({ length: 1 + random.below(6) }, () => likely(wanted, random));
      assert.equal(nearestName(wanted, names), nearestByDefinition(wanted, names), `${wanted}: ${names.join(' ')}`);
    }
  });
});

describe('nearestNames', () => {
  it('has all that are as near', () => {
    assert.deepEqual(nearestNames('orders:x', ['orders:rw', 'orders:r', 'orders:w', 'orders:r']), [
      'orders:r',
      'orders:w',
    ]);
    assert.deepEqual(nearestNames('Order', ['orders', 'order']), ['order']);
    assert.equal(onlyNearestName('keyC', ['keyA', 'keyB']), undefined);
    assert.equal(onlyNearestName('keyC', ['keyA', 'other']), 'keyA');
  });

  it('has none that shares nothing', () => {
    assert.deepEqual(nearestNames('b', ['a', 'ab']), ['ab']);
    assert.deepEqual(nearestNames('b', ['a', '']), []);
    assert.deepEqual(nearestNames('ab', ['cd', 'xb']), ['xb']);
  });

  it('begins with the nearest name, where that shares something', () => {
    const random = new Random(11);
    for (let round = 0; round < 1000; round++) {
      const wanted = `x${someWord(random)}`;
      const names = Array.from({ length: 1 + random.below(6) }, () => `x${likely(wanted.slice(1), random)}`);
      assert.equal(nearestNames(wanted, names)[0], nearestName(wanted, names), `${wanted}: ${names.join(' ')}`);
    }
  });
});

function someWord(random: Random): string {
  return Array.from({ length: random.below(14) }, () => random.pick(['a', 'b', 'c'])).join('');
}

/** Another word, or one that is made from a word. */
function likely(word: string, random: Random): string {
  if (random.below(3) === 0) return someWord(random);
  const letters = [...word];
  for (let change = random.below(6); change > 0; change--) {
    letters.splice(random.below(letters.length + 1), random.below(2), ...someWord(random).slice(0, random.below(2)));
  }
  return letters.join('');
}

function nearestByDefinition(wanted: string, names: readonly string[]): string | undefined {
  const limit = Math.max(1, Math.floor(wanted.length / 3));
  const distances = names.map((name) => distanceOf(wanted, name));
  const nearest = Math.min(...distances);
  return nearest > limit ? undefined : names[distances.indexOf(nearest)];
}

/** Of two words, without any short cut. */
function distanceOf(a: string, b: string): number {
  const rows: number[][] = [];
  for (let row = 0; row <= a.length; row++) {
    const own: number[] = [];
    for (let column = 0; column <= b.length; column++) {
      const replaced = (rows[row - 1]?.[column - 1] ?? Infinity) + (a[row - 1] === b[column - 1] ? 0 : 1);
      const nearest = Math.min(replaced, (rows[row - 1]?.[column] ?? Infinity) + 1, (own[column - 1] ?? Infinity) + 1);
      own.push(row === 0 && column === 0 ? 0 : nearest);
    }
    rows.push(own);
  }
  return rows[a.length]?.[b.length] ?? 0;
}
