import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { askServer } from './ask-server.ts';
import { title } from './faulty-shop.ts';

describe('the page of a rule', () => {
  it('tells what it is about, why, and by what example', () =>
    askServer({}, async (client) => {
      const page = await client.request('plumbline/rulePage', { ruleId: title });
      for (const part of ['Begin titles with a capital.', 'Titles stand at the top', 'title: Shop', 'A source']) {
        assert.ok(page?.includes(part), `${part} in ${page}`);
      }
    }));

  it('is none where there is no such rule', () =>
    askServer({}, async (client) => {
      assert.equal(await client.request('plumbline/rulePage', { ruleId: 'no/such' }), null);
    }));
});
