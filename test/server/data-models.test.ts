import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import type { SchemaSummary } from '#server/protocol.ts';
import { askServer } from './ask-server.ts';

const base = 'datasource db {\n  provider = "postgresql"\n}\n';
const model = 'model A {\n  id Int @id\n}\n';

describe('the data models', () => {
  it('are those of all schemas, by their files or folders', () =>
    askServer(
      {
        'shop/schema.prisma': base + model,
        'blog/base.prisma': base,
        'blog/a.prisma': model,
        'api.yaml': 'openapi: 3.1.0\n',
      },
      async (client) => {
        const models = await client.send<readonly SchemaSummary[]>('plumbline/dataModels', {});
        assert.deepEqual(models, [
          { uri: client.uri('blog/a.prisma'), title: 'blog' },
          { uri: client.uri('shop/schema.prisma'), title: 'shop/schema.prisma' },
        ]);
      },
    ));

  it('are none while reviewing is off', () =>
    askServer(
      { 'schema.prisma': model },
      async (client) => assert.equal(await client.send('plumbline/dataModels', {}), null),
      { settings: { enable: false } },
    ));
});
