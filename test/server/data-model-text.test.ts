import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { diagramThemes } from '#core/diagram/diagram-style.ts';
import type { DataModelText } from '#server/protocol.ts';
import { askServer, type TestClient } from './ask-server.ts';
import { shopFiles } from './shop-files.ts';

describe('the text of a data model', () => {
  it('is an SVG file in the colours of a theme', () =>
    askServer(shopFiles, async (client) => {
      const dark = await ask(client, { format: 'svg', theme: 'dark' });
      assert.equal(dark?.name, 'schema');
      assert.match(dark?.text ?? '', /^<\?xml .*<title>schema\.prisma<\/title>.*>orderId<.*<\/svg>\n$/s);
      assert.ok(dark?.text.includes(diagramThemes.dark.background));
      const names = await ask(client, { format: 'svg', theme: 'light', detail: 'names' });
      assert.ok(names?.text.includes(diagramThemes.light.background) && !names.text.includes('>orderId<'));
    }));

  it('is a diagram of Mermaid', () =>
    askServer(shopFiles, async (client) => {
      const { name, text } = (await ask(client, { format: 'mermaid', theme: 'dark' })) ?? { name: '', text: '' };
      assert.equal(name, 'schema');
      assert.match(text, /^erDiagram\n.* {2}"Item" \}o--\|\| "Order" : "order"\n$/s);
    }));

  it('is none where a file belongs to no schema', () =>
    askServer(shopFiles, async (client) => {
      assert.equal(await ask(client, { uri: client.uri('api.yaml'), format: 'svg', theme: 'dark' }), null);
    }));
});

function ask(client: TestClient, params: object): Promise<DataModelText | null> {
  return client.send('plumbline/dataModelText', { uri: client.uri('schema.prisma'), detail: 'all', ...params });
}
