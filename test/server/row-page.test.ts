import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { give, itemId, shop, yes } from './ask-checklist.ts';
import { askServer } from './ask-server.ts';

describe('the page of a row', () => {
  it('shows question, answer, evidence or findings', () =>
    askServer({ 'api.yaml': shop }, async (client) => {
      await give(client, 'api.yaml', { itemId, answer: { ...yes, note: 'Keys *are* kept', who: 'Ada' } });
      const service = client.uri('api.yaml');
      const page = await client.request('plumbline/rowPage', { service, itemId });
      for (const part of [
        '# Retried writes\n',
        'what makes a second one harmless?',
        '**✓** Yes (Ada, ',
        '> Keys \\*are\\* kept',
        '[api.yaml:10](</api.yaml#L10>) POST /users takes no idempotency key',
      ]) {
        assert.ok(page?.includes(part), `${part} in ${page}`);
      }
      const decided = await client.request('plumbline/rowPage', { service, itemId: 'documentation-formats' });
      assert.match(decided ?? '', /\*\*✗\*\* Decided by rules: 1 finding\.\n\n- \[api\.yaml:3\]/);
      assert.equal(await client.request('plumbline/rowPage', { service, itemId: 'none' }), null);
      assert.equal(await client.request('plumbline/rowPage', { service: client.uri('none.yaml'), itemId }), null);
    }));
});
