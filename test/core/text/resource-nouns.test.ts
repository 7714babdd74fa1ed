import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { pluralOf, singularOf } from '#core/text/english.ts';
import { resourceNouns } from '#core/text/resource-nouns.ts';

describe('resource nouns', () => {
  it('are singulars that come back from their plurals', () => {
    const lost = [...resourceNouns].filter((noun) => singularOf(pluralOf(noun)) !== noun);
    assert.deepEqual(lost, []);
  });

  it('are in lower case, and none is its own plural', () => {
    assert.deepEqual(
      [...resourceNouns].filter((noun) => !/^[a-z]+$/.test(noun) || pluralOf(noun) === noun),
      [],
    );
  });

  it('do not hold a plural of one another', () => {
    assert.deepEqual(
      [...resourceNouns].filter((noun) => resourceNouns.has(pluralOf(noun))),
      [],
    );
  });
});
