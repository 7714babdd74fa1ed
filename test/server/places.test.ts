import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import type { PlacesTarget } from '#server/protocol.ts';
import { askServer, type TestClient } from './ask-server.ts';
import { foldedFiles, foldedShop, foldRulebook, summaryGiven } from './folded-shop.ts';

describe('the places of a finding', () => {
  it('are those it was told for, in all files', () =>
    askServer(
      foldedFiles,
      async (client) => {
        await client.open('api.yaml', foldedShop);
        const target = await targetOf(client);
        const places = await client.request('plumbline/places', target);
        assert.deepEqual(
          places?.map(({ uri, range }) => `${uri} ${range.start.line}`),
          [`${client.uri('api.yaml')} 4`, `${client.uri('api.yaml')} 6`, `${client.uri('parts/c.yaml')} 0`],
        );
      },
      { rulebook: foldRulebook },
    ));

  it('are none of a finding that is gone', () =>
    askServer(
      foldedFiles,
      async (client) => {
        await client.open('api.yaml', foldedShop);
        const target = await targetOf(client);
        await client.replace('api.yaml', 'operationId: a', 'summary: A');
        assert.equal(await client.request('plumbline/places', target), null);
      },
      { rulebook: foldRulebook },
    ));
});

/** What the finding of all operations is known by. */
async function targetOf(client: TestClient): Promise<PlacesTarget> {
  const [fold] = await client.untilRules('api.yaml', summaryGiven.id);
  assert.ok(fold !== undefined);
  const [uri, start] = [client.uri('api.yaml'), client.document('api.yaml').offsetAt(fold.range.start)];
  return { uri, ruleId: summaryGiven.id, start, message: `${fold.message}`, from: { uri, position: fold.range.start } };
}
