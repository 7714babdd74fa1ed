import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { describe, it } from 'mocha';

/** Real descriptions and schemas, which lie beside the project and are no part of it. */
export const corpus = resolve('../shared/corpus');

export const hasCorpus = existsSync(corpus);

/** Tests that need real files. Where there are none, one pending test tells that they were left out. */
export function describeOnCorpus(title: string, tests: (this: Mocha.Suite) => void): void {
  describe(title, function () {
    if (hasCorpus) tests.call(this);
    else it.skip('on real files (none are here)');
  });
}
