import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { singleFindings } from '#core/place/folded-findings.ts';
import { review } from '#core/review.ts';
import { rules } from '#rules/index.ts';

const lists = `openapi: 3.1.0
paths:
  /orders:
    get:
      parameters: [{ name: cursor, in: query, schema: { type: string } }]
      responses: { '200': { description: a } }
  /events:
    get:
      parameters: [{ name: cursor, in: query, schema: { type: string } }]
      responses: { '200': { description: a } }
  /roles:
    get:
      parameters: [{ name: page, in: query, schema: { type: integer } }, { name: limit, in: query, schema: { type: integer } }]
      responses: { '200': { description: a, content: { application/json: { schema: { $ref: '#/components/schemas/Roles' } } } } }
  /themes:
    get:
      responses: { '200': { description: a, content: { application/json: { schema: { $ref: '#/components/schemas/Roles' } } } } }
components:
  schemas:
    Roles: { type: array, items: { type: object } }
`;

describe('options of rules about lists and limits', () => {
  it('tell of every bare array', () => {
    assert.deepEqual(told('openapi/list-in-object', {}), [
      'GET /roles pages as a bare array. Return an object, which can say whether more follow.',
    ]);
    assert.deepEqual(told('openapi/list-in-object', { everywhere: true }).slice(1), [
      'GET /themes returns a bare array. Return an object, which has room for more than the items.',
    ]);
  });

  it('say how lists are to be paged', () => {
    assert.deepEqual(told('openapi/page-style-consistent', {}), [
      'GET /roles pages by offset (“page”), 2 other lists by cursor. Page all lists by cursor.',
    ]);
    assert.deepEqual(told('openapi/page-style-consistent', { style: 'offset' }), [
      'GET /orders pages by cursor (“cursor”), 1 other list by offset. Page all lists by offset.',
      'GET /events pages by cursor (“cursor”), 1 other list by offset. Page all lists by offset.',
    ]);
  });

  it('say what parameters of pages are called', () => {
    assert.deepEqual(told('openapi/page-parameters-alike', {}), []);
    assert.deepEqual(told('openapi/page-parameters-alike', { limit: 'page_size', cursor: 'cursor' }), [
      '“limit” of GET /roles is to be “page_size”. Give the page size one name.',
    ]);
  });

  it('want headers on the rate limit also where there are none', () => {
    assert.deepEqual(told('openapi/rate-limit-headers-returned', {}), []);
    assert.equal(told('openapi/rate-limit-headers-returned', { everywhere: true }).length, 4);
  });
});

/** The messages of one rule under some options, in text order. */
function told(id: string, options: { readonly [name: string]: string | boolean }): readonly string[] {
  const own = rules.filter((rule) => rule.id === id);
  const preset = { name: 'one', description: 'one rule', base: 'all', rules: { [id]: { options } } } as const;
  const settings = { folders: ['file:///'], preset: 'one', unread: new Map(), failFast: true };
  const source = { uri: 'file:///openapi.yaml', text: lists };
  const reviewed = review([source], { rules: own, presets: [preset] }, settings);
  return [...reviewed.files.values()].flatMap(({ findings }) =>
    [...singleFindings(findings)].map(({ message }) => message),
  );
}
