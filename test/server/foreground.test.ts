import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import type { Source } from '#core/source.ts';
import { Foreground } from '#server/foreground/foreground.ts';
import { ReviewLoop } from '#server/foreground/review-loop.ts';
import { nodePlatform } from '#server/node-platform.ts';
import { testRulebook } from './test-rulebook.ts';

const root = {
  uri: 'file:///work/api.yaml',
  text: `openapi: 3.1.0
info: { title: Shop, version: 1.0.0 }
paths: {}
components:
  schemas:
    User: { $ref: './user.txt#/User' }
`,
};
const part = { uri: 'file:///work/user.txt', text: 'User: { type: object }\n' };

describe('the foreground', () => {
  it('asks again for what was read and forgotten before it was reviewed', async () => {
    const { loop, foreground, asked } = foregroundOn((times) => times > 1, 1);
    loop.request();
    await loop.settled();
    assert.deepEqual(foreground.review?.workspace.wanted, []);
    assert.equal(asked.length, 2);
  });

  it('reviews without what is not to be had', async () => {
    const { loop, foreground, asked } = foregroundOn(() => false, 0);
    loop.request();
    await loop.settled();
    assert.deepEqual(foreground.review?.workspace.wanted, [part.uri]);
    assert.equal(asked.length, 1);
  });
});

interface OnPart {
  readonly loop: ReviewLoop;
  readonly foreground: Foreground;
  /** What was wanted, each time. */
  readonly asked: readonly (readonly string[])[];
}

/** The part is there once it was asked for so often; the first `forgotten` times a review is asked for while it is read. */
function foregroundOn(isThere: (times: number) => boolean, forgotten: number): OnPart {
  const asked: (readonly string[])[] = [];
  const { turn } = nodePlatform();
  const run = (): Promise<void> => foreground.reviewNewest();
  const loop = new ReviewLoop(turn, run, (error) => assert.fail(String(error)));
  const foreground: Foreground = new Foreground(testRulebook, turn, loop, {
    settings: () => ({ folders: ['file:///work'], preset: 'recommended', unread: new Map() }),
    isOn: () => true,
    sources: (): readonly Source[] => (isThere(asked.length) ? [root, part] : [root]),
    want: async (uris) => {
      asked.push(uris);
      if (asked.length <= forgotten) loop.request();
    },
    reviewed: () => undefined,
  });
  return { loop, foreground, asked };
}
