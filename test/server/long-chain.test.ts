import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { askServer } from './ask-server.ts';
import { backgroundInChannel } from './background/background-in-channel.ts';
import { testRulebook } from './test-rulebook.ts';

const length = 150;
const last = `parts/${length}.yaml`;
const root = `openapi: 3.1.0
info: { title: Chain, version: '1' }
paths: {}
components:
  schemas:
    A:
      $ref: './parts/1.yaml#/A'
`;

/** Each file refers to the next; only the last has something to say. */
const chain = Object.fromEntries(
  Array.from({ length }, (_, index) => {
    const next = index + 2 > length ? 'properties: { a: { type: string } }' : `$ref: './${index + 2}.yaml#/A'`;
    return [`parts/${index + 1}.yaml`, `A:\n  ${next}\n`] as const;
  }),
);

describe('a long chain of files', () => {
  it('is followed to its end where it is open', () =>
    askServer({ 'api.yaml': root, ...chain }, async (client) => {
      await client.open('api.yaml', root);
      const reviewed = await client.request('plumbline/reviewWorkspace', {});
      assert.equal(reviewed?.files[client.uri(last)]?.info, 1);
    }));

  it('is followed to its end in the background', () =>
    askServer(
      { 'api.yaml': root, ...chain },
      async (client) => {
        const reviewed = await client.request('plumbline/reviewWorkspace', {});
        assert.equal(reviewed?.files[client.uri(last)]?.info, 1);
      },
      { background: { start: backgroundInChannel(testRulebook), worthThread: 1 } },
    ));
});
