import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { changeNodes } from '#client/change-node.ts';

const place = (line: number) => ({
  uri: 'file:///shop/api.yaml',
  range: { start: { line, character: 0 }, end: { line, character: 4 } },
});

describe('changeNodes', () => {
  it('show what changed below what it is in, first sentences first', () => {
    const [thing, ...others] = changeNodes({
      title: '2 changes against main · 1 breaks clients',
      things: [
        {
          name: 'GET /orders',
          kind: 'operation',
          place: place(4),
          changes: [
            { message: '`limit` is gone. Keep it.', effect: 'breaks-clients', place: place(5), was: place(6) },
            { message: 'The version is 1.0 as before', place: place(1) },
          ],
        },
      ],
    });
    assert.ok(thing && others.length === 0);
    assert.deepEqual(
      [thing.label, thing.description, thing.icon, thing.role],
      ['GET /orders', '2 changes', 'symbol-method', 'thing'],
    );
    assert.deepEqual(
      thing.children.map(({ label, description, icon, role, spoken }) => [label, description, icon, role, spoken]),
      [
        ['`limit` is gone.', 'breaks clients', 'error', 'both', '`limit` is gone. Keep it. breaks clients'],
        ['The version is 1.0 as before', undefined, 'info', 'single', 'The version is 1.0 as before'],
      ],
    );
    assert.equal(new Set([thing, ...thing.children].map(({ id }) => id)).size, 3);
  });
});
