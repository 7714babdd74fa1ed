import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { checklist } from '#rules/checklist.ts';
import { give, itemId, services, shop } from './ask-checklist.ts';
import { askServer } from './ask-server.ts';

const rows = checklist.flatMap(({ items }) => items).length;

describe('a report', () => {
  it('tells of each service, in the signs of the checklist', () =>
    askServer({ 'api.yaml': shop, 'b.yaml': shop.replace('title: shop', 'title: B') }, async (client) => {
      await give(client, 'b.yaml', { itemId, answer: { verdict: 'no', who: 'Ada', note: 'Keys *are* to come' } });
      const report = await client.request('plumbline/report', {});
      const [, b] = await services(client);
      for (const part of [
        '# Review of 2 services\n\nMade on 20',
        '| [api.yaml](</api.yaml>) | OpenAPI description | 1 | 0 | 0 |',
        '| **2 files** |  | 1 | 0 | 0 |',
        '## shop 1.0.0\n\n[api.yaml](</api.yaml>). ',
        `## B 1.0.0\n\n[b.yaml](</b.yaml>). ${b?.counts.decided} of ${rows} rows decided: ${b?.counts.failing} ✗, ${b?.counts.open} ?.`,
        '[line 3](</api.yaml#L3>), error:',
        '- – **Webhook signatures**: Webhooks are signed (not applicable: there are no webhooks and callbacks, sent or received)',
        '- ? **Retried writes**: Retried writes are harmless (not answered)\n  - Question: ',
        '- ✗ **Retried writes**: Retried writes are harmless (Ada, ',
        'harmless?\n  - Answer: No: there is work to do.\n  - Note: Keys \\*are\\* to come',
      ]) {
        assert.ok(report?.includes(part), `${part} in ${report}`);
      }
    }));
});
