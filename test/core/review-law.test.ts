import { describe, it } from 'mocha';
import { playLaw } from './law/play-law.ts';

/** Half of the runs, 8 000 edits in all: two processes play them. */
describe('the law of the engine', () => {
  it('says the same with and without the previous review, through whole editing runs: the first half', function () {
    this.timeout(14_400_000);
    playLaw({ runs: 100, behind: 0 });
  });
});
