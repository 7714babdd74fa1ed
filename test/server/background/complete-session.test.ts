import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { readClientAbilities } from '#server/client-abilities.ts';
import { Session } from '#server/session.ts';
import { memoryPlatform } from '../../support/memory-platform.ts';
import { testRulebook } from '../test-rulebook.ts';
import { backgroundInChannel } from './background-in-channel.ts';

const folder = 'file:///work/';
const [open, other] = [`${folder}a.yaml`, `${folder}b.yaml`];
const shop = 'openapi: 3.1.0\ninfo:\n  title: shop\n  version: 1.0.0\npaths: {}\n';

describe('a session that is complete', () => {
  it('has taken over what came to say the same as what is open', async () => {
    const session = sessionOn(new Map([[other, shop]]));
    try {
      session.openDocument(open, 'yaml', 1, shop.replace('1.0.0', '2.0.0'));
      assert.deepEqual(await servicesOf(session), [open, other]);
      const range = { start: { line: 3, character: 11 }, end: { line: 3, character: 12 } };
      session.changeDocument(open, 2, [{ range, text: '1' }]);
      assert.deepEqual(await servicesOf(session), [open]);
    } finally {
      session.dispose();
    }
  });
});

async function servicesOf(session: Session): Promise<readonly string[] | undefined> {
  const review = await session.complete();
  return review && (await session.overview(review)).services.map(({ id }) => id);
}

/** Asked without a client in between, whatever has arrived is known when it is asked. */
function sessionOn(files: ReadonlyMap<string, string>): Session {
  const abilities = readClientAbilities({ processId: null, rootUri: null, capabilities: {} });
  const log = (message: string) => assert.fail(message);
  const output = {
    publishDiagnostics: () => undefined,
    reviewed: () => undefined,
    lensesChanged: () => undefined,
    log,
    note: () => undefined,
    say: () => undefined,
  };
  const background = { start: backgroundInChannel(testRulebook), worthThread: 1 };
  const session = new Session(abilities, output, {
    rulebook: testRulebook,
    platform: { ...memoryPlatform(files), background },
  });
  session.start({ typingRest: 0 }, [folder]);
  return session;
}
