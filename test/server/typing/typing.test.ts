import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { rulebook } from '#rules/rulebook.ts';
import { askServer } from '../ask-server.ts';
import { TurnedClock } from './turned-clock.ts';
import { typedTexts } from './typed-texts.ts';
import { shownTexts, Typist } from './typist.ts';

const rest = 1500;

describe('typing by hand', () => {
  for (const { title, files, path, keys } of typedTexts) {
    for (const tellsCursor of [false, true]) {
      it(`publishes nothing but what stays: ${title}${tellsCursor ? ', the cursor told' : ''}`, () => {
        const clock = new TurnedClock();
        return askServer(
          files,
          async (client) => {
            await client.open(path, files[path] ?? '');
            await client.request('plumbline/reviewWorkspace', {});
            const before = shownTexts(client);
            const typist = new Typist(client, path, tellsCursor);
            await typist.type(keys());
            const { told } = typist;
            assert.deepEqual(clock.waits, [rest]);
            clock.turn();
            await client.request('plumbline/checklist', {});
            const after = shownTexts(client);
            assert.deepEqual(
              told.filter((text) => !before.includes(text) && !after.includes(text)),
              [],
            );
            assert.deepEqual(after, await shownAtOnce(files, path, client.document(path).getText()));
          },
          { rulebook, clock, settings: { typingRest: rest } },
        );
      });
    }
  }

  it('would publish much else without waiting', () => {
    const [typed] = typedTexts;
    assert.ok(typed !== undefined);
    return askServer(
      typed.files,
      async (client) => {
        await client.open(typed.path, typed.files[typed.path] ?? '');
        await client.request('plumbline/reviewWorkspace', {});
        const typist = new Typist(client, typed.path, false);
        await typist.type(typed.keys());
        const after = shownTexts(client);
        assert.ok(typist.told.filter((text) => !after.includes(text)).length > 20);
      },
      { rulebook },
    );
  });

  it('shows after each rest what a review of the text at that time finds', () => {
    const clock = new TurnedClock();
    const [typed] = typedTexts;
    assert.ok(typed !== undefined);
    return askServer(
      typed.files,
      async (client) => {
        await client.open(typed.path, typed.files[typed.path] ?? '');
        await client.request('plumbline/reviewWorkspace', {});
        const typist = new Typist(client, typed.path, false);
        let count = 0;
        for (const key of typed.keys()) {
          await typist.press(key);
          if (++count % 97 !== 0) continue;
          clock.turn();
          await client.request('plumbline/checklist', {});
          const text = client.document(typed.path).getText();
          assert.deepEqual(shownTexts(client), await shownAtOnce(typed.files, typed.path, text));
        }
        assert.ok(count > 500);
      },
      { rulebook, clock, settings: { typingRest: rest } },
    );
  });
});

/** What is shown of the files when one of them is opened with another text. */
async function shownAtOnce(
  files: { readonly [path: string]: string },
  path: string,
  text: string,
): Promise<readonly string[]> {
  let shown: readonly string[] = [];
  await askServer(
    files,
    async (client) => {
      await client.open(path, text);
      await client.request('plumbline/reviewWorkspace', {});
      shown = shownTexts(client);
    },
    { rulebook },
  );
  return shown;
}
