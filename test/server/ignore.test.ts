import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { askServer } from './ask-server.ts';
import { pascal, shop, summary, title } from './faulty-shop.ts';

describe('an ignore', () => {
  it('is written with a placeholder where the client cannot ask for the reason', () =>
    askServer({}, async (client) => {
      await client.open('schema.prisma', 'model user {\n  id Int @id\n}\n');
      await client.take(await client.actionsAt('schema.prisma', 'user'), `Ignore ${pascal} here with a reason…`);
      await client.untilRules('schema.prisma', 'plumbline/ignore-reason');
      assert.ok(
        client.document('schema.prisma').getText().startsWith(`// plumbline-ignore ${pascal}: TODO: say why\nmodel`),
      );
    }));

  it('is written with its reason above what the finding is about', () =>
    askServer({}, async (client) => {
      await client.open('api.yaml', shop);
      const target = { uri: client.uri('api.yaml'), range: client.rangeOf('api.yaml', 'post'), ruleId: summary };
      const edit = await client.request('plumbline/ignore', { ...target, reason: 'Said in the title' });
      assert.ok(edit !== null);
      await client.apply(edit);
      await client.untilRules('api.yaml', title, summary);
      assert.ok(
        client
          .document('api.yaml')
          .getText()
          .includes(`    # plumbline-ignore ${summary}: Said in the title\n    post:`),
      );
    }));

  it('comes to nothing where there is no finding of the rule', () =>
    askServer({}, async (client) => {
      await client.open('api.yaml', shop);
      const target = { uri: client.uri('api.yaml'), range: client.rangeOf('api.yaml', 'openapi'), ruleId: summary };
      assert.equal(await client.request('plumbline/ignore', { ...target, reason: 'Known' }), null);
    }));
});
