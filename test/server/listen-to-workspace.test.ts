import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { askServer, type TestClient } from './ask-server.ts';
import { described, pascal, shop, shopWithParts, summary, title, userPart, userSchema } from './faulty-shop.ts';

describe('the server', () => {
  it('follows files that change, appear and vanish on disk', () =>
    askServer({ 'api.yaml': shopWithParts }, async (client) => {
      client.writeFile('parts/user model.yaml', userPart);
      await client.filesChanged('parts/user model.yaml');
      await client.untilRules('parts/user model.yaml', described);
      client.writeFile('parts/user model.yaml', userPart.replace('type: string', 'description: Full'));
      await client.filesChanged('parts/user model.yaml');
      await client.until('parts/user model.yaml', (all) => all.length === 0);
      client.writeFile('deep/more/schema.prisma', userSchema);
      await client.filesChanged('deep/more/schema.prisma');
      await client.untilRules('deep/more/schema.prisma', pascal);
      client.deleteFile('deep');
      await client.filesChanged('deep');
      await client.until('deep/more/schema.prisma', (all) => all.length === 0);
      client.deleteFile('api.yaml');
      client.writeFile('new.yaml', shop);
      await client.notify('workspace/didRenameFiles', {
        files: [{ oldUri: client.uri('api.yaml'), newUri: client.uri('new.yaml') }],
      });
      await client.untilRules('new.yaml', title, summary, summary);
    }));

  it('follows plumbline.yaml and says what is wrong with it', () =>
    askServer({ 'api.yaml': shop, 'old/api.yaml': shop }, async (client) => {
      await client.untilRules('api.yaml', title, summary, summary);
      client.writeFile('plumbline.yaml', `exclude: [old/**]\nrules:\n  ${summary}: off\n  openapi/none: off\n`);
      await client.filesChanged('plumbline.yaml');
      await client.untilRules('api.yaml', title);
      await client.untilRules('plumbline.yaml', 'plumbline/config');
      await client.until('old/api.yaml', (all) => all.length === 0);
    }));

  it('follows the settings', () =>
    askServer({ 'api.yaml': shop }, async (client) => {
      await client.untilRules('api.yaml', title, summary, summary);
      await client.changeSettings({ preset: 'quiet' });
      await client.untilRules('api.yaml', title);
      await client.changeSettings({ enable: false });
      await client.untilRules('api.yaml');
      await client.changeSettings({});
      await client.untilRules('api.yaml', title, summary, summary);
    }));

  it('keeps what it was started with where the client has no settings to tell, or tells others', async () => {
    const settings = { preset: 'quiet', typingRest: 0 };
    const story = async (client: TestClient) => {
      await client.untilRules('api.yaml', title);
      const reviews = client.reviewed.length;
      await client.notify('workspace/didChangeConfiguration', { settings: { plumbline: { enable: true } } });
      await client.open('b.yaml', shop.replace('title: shop', 'title: store'));
      await client.untilRules('b.yaml', title);
      assert.ok(client.reviewed.length > reviews);
      await client.untilRules('api.yaml', title);
    };
    await askServer({ 'api.yaml': shop }, story, { initializationOptions: { settings }, hasNoSettings: true });
    await askServer({ 'api.yaml': shop }, story, { initializationOptions: { settings }, capabilities: {} });
  });

  it('follows the workspace folders', () =>
    askServer({ 'api.yaml': shop }, async (client) => {
      await client.untilRules('api.yaml', title, summary, summary);
      client.hasFolder = false;
      await client.notify('workspace/didChangeWorkspaceFolders', { event: { added: [], removed: [] } });
      await client.untilRules('api.yaml');
      client.hasFolder = true;
      await client.notify('workspace/didChangeWorkspaceFolders', { event: { added: [], removed: [] } });
      await client.untilRules('api.yaml', title, summary, summary);
    }));
});
