import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { operationIdUnique } from '#rules/openapi/operation-id-unique.ts';
import { findingsIn, reviewFiles } from './check-rule.ts';

function titles(paths: string): readonly string[] {
  const reviewed = reviewFiles({ 'openapi.yaml': `openapi: 3.1.0\npaths:\n${paths}` }, [operationIdUnique]);
  return findingsIn(reviewed, 'openapi.yaml').map(({ fixes }) => fixes[0]?.title ?? 'none');
}

describe('a new operation id', () => {
  const pets = '  /pets: { get: { operationId: pets.get }, head: { operationId: pets.get } }\n';

  it('is none that another operation has, wherever that stands', () => {
    assert.deepEqual(titles(pets), ['Give HEAD /pets the id “pets.head”']);
    const taken = (id: string) => `  /first: { get: { operationId: ${id} } }\n`;
    for (const paths of [taken('pets.head') + pets, pets + taken('pets.head')])
      assert.deepEqual(titles(paths), ['Give HEAD /pets the id “headPets”']);
    assert.deepEqual(titles(pets + taken('pets.head') + taken('headPets').replace('first', 'last')), ['none']);
  });

  it('is none that another one is given', () => {
    const paths = `  /pets: { get: { operationId: get }, put: { operationId: get } }
  /pets/: { get: { operationId: get }, put: { operationId: get } }
`;
    assert.deepEqual(titles(paths), [
      'Give PUT /pets the id “put”',
      'Give GET /pets/ the id “getPets”',
      'Give PUT /pets/ the id “putPets”',
    ]);
  });
});
