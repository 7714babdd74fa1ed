import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { changes } from '#server/features/changes.ts';
import { comparedFolder, comparedSession } from './compared-session.ts';

const api = `openapi: 3.1.0
info: { title: shop, version: 1.0.0 }
paths:
  /orders:
    get:
      operationId: listOrders
      responses: { '200': { description: The orders. } }
    delete:
      responses: { '204': { description: Gone. } }
components:
  schemas:
    Order:
      type: object
      properties: { id: { type: string } }
`;

describe('the changes of a file', () => {
  it('are listed by what they are in, with whom they break and where it was', async () => {
    const after = api.replace('listOrders', 'getOrders').replace(/ {4}delete:\n.*\n/, '');
    const state = await ask('api.yaml', api, after, { baseScheme: 'was' });
    assert.equal(state?.title, '2 changes against main · 1 breaks clients');
    assert.deepEqual(
      state.things.map(({ name, kind, place, changes: told }) => [
        `${kind} ${name} ${place.range.start.line}`,
        ...told.map(
          ({ message, effect = 'none', was }) => `${effect} ${was?.range.start.line} ${message.slice(0, 30)}`,
        ),
      ]),
      [
        ['file api.yaml 0', 'breaks-clients 7 DELETE /orders is gone. Keep i'],
        ['operation GET /orders 4', 'none 5 GET /orders had the operation '],
      ],
    );
    assert.match(state.things[0]?.changes[0]?.was?.uri ?? '', /^was:\/\/\/work\/api\.yaml$/);
  });

  it('of a schema are those of its models', async () => {
    const model = (field: string) => `model User {\n  id Int @id\n  ${field}\n}\n`;
    const state = await ask('schema.prisma', model('name String?'), model('name String'));
    assert.deepEqual(
      state?.things.map(({ name, kind, changes: told }) => [kind, name, told.map(({ effect, was }) => [effect, was])]),
      [['model', 'User', [['may-fail', undefined]]]],
    );
  });

  it('are none where nothing changed, and cannot be told without a commit', async () => {
    assert.deepEqual(await ask('api.yaml', api, api), { title: '0 changes against main', things: [] });
    assert.equal(await ask('api.yaml', undefined, api), null);
    assert.equal(await ask('api.yaml', api, api, {}, 'other.yaml'), null);
  });
});

async function ask(name: string, before: string | undefined, after: string, options: object = {}, of = name) {
  const { session } = await comparedSession(name, before, after, options);
  try {
    return await changes(session, comparedFolder + of);
  } finally {
    session.dispose();
  }
}
