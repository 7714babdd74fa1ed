import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { stop } from '#core/ask/complete/snippet.ts';
import { typedIn } from './typed-files.ts';

const json = `{
  "openapi": "3.1.0",
  "info": { "title": "Shop", "version": "1.0.0" },
  "tags": [{ "name": "orders" }],
  "paths": {
    "/orders/{orderId}": {
      "get": {
        "responses": {
          "200": {
            "description": "OK"
          }
        }
      }
    }
  },
  "components": {
    "schemas": {
      "Order": { "type": "object" }
    }
  }
}
`;

function inJson(old: string, text: string) {
  assert.ok(json.includes(old), old);
  return typedIn({ 'shop.json': json.replace(old, text) }, { 'shop.json': json });
}

describe('completion in JSON', () => {
  const ok = '"description": "OK"';

  it('writes keys in quotes, with the commas they need', () => {
    const after = inJson(ok, `${ok},\n            ¦`);
    assert.deepEqual(after.labels, ['headers', 'content', 'links']);
    assert.ok(after.taken('content').includes('"OK",\n            "content": {\n              $1\n            }\n'));
    assert.ok(
      inJson(ok, `¦\n            ${ok}`)
        .taken('headers')
        .includes('"headers": {\n              $1\n            },\n            "description"'),
    );
    assert.ok(inJson(ok, `${ok}\n            ¦`).taken('links').includes('"OK",\n            "links": {'));
    assert.ok(inJson(ok, `${ok}\n            "li¦"`).taken('links').includes('"OK",\n            "links": {'));
    assert.ok(inJson(ok, `"c¦": {}, ${ok}`).taken('content').includes('"content": {}, "description"'));
    assert.equal(inJson(ok, `${ok},\n            "co¦`).item('content').filter, '"content"');
  });

  it('writes values', () => {
    assert.deepEqual(inJson('"type": "object"', '"type": ¦').labels.slice(0, 2), ['array', 'boolean']);
    assert.ok(inJson('"type": "object"', '"type": "s¦"').taken('string').includes('"type": "string" }'));
    for (const typed of ['¦', '"¦"', '"o¦"']) {
      const at = inJson('"type": "object"', `"enum": ["open", 1, null, "x\\n"], "default": ${typed}`);
      assert.ok(at.taken('open').includes('"default": "open" }'));
      assert.ok(at.taken('1').includes('"default": 1 }'));
      assert.ok(at.taken('null').includes('"default": null }'));
      assert.ok(at.taken('x\n').includes('"default": "x\\n" }'));
    }
    assert.ok(inJson('"type": "object"', '"deprecated": ¦').taken('true').includes('"deprecated": true }'));
    assert.deepEqual(inJson('"get": {', '"get": { "tags": [¦],').labels, ['orders']);
    assert.ok(inJson('"get": {', '"get": { "tags": ["a", ¦],').taken('orders').includes('["a", "orders"]'));
    const reference = inJson(ok, '"content": { "application/json": { "schema": { "$ref": "#¦" } } }');
    assert.ok(reference.taken('#/components/schemas/Order').includes('{ "$ref": "#/components/schemas/Order" }'));
  });

  it('indents as the file does', () => {
    const tabs = '{\n\t"openapi": "3.1.0",\n\t"info": { "title": "a" },\n\t¦\n}\n';
    assert.ok(typedIn({ 'a.json': tabs }).taken('components').includes('\n\t"components": {\n\t\t$1\n\t}\n}'));
  });

  it('closes a quote, whatever quotes follow', () => {
    const shop = (operation: string) =>
      `{"openapi":"3.1.0","tags":[{"name":"orders"}],"paths":{"/a":{"get":${operation}}},"components":{}}`;
    for (const [typed, written] of [
      ['{"tags":["x", "¦],"responses":{}}', '{"tags":["x", "orders"],"responses":{}}'],
      ['{"tags":["¦],"responses":{}}', '{"tags":["orders"],"responses":{}}'],
      ['{"tags":["o¦, "x"],"responses":{}}', '{"tags":["orders", "x"],"responses":{}}'],
      ['{"responses":{},"tags":["x","¦]}', '{"responses":{},"tags":["x","orders"]}'],
      ['{"tags":["¦","x"],"responses":{}}', '{"tags":["orders","x"],"responses":{}}'],
    ] as const) {
      const at = typedIn({ 'a.json': shop(typed) });
      assert.equal(at.taken('orders'), shop(written));
      assert.ok(
        at.labels.every((label) => /^\w+$/.test(label)),
        at.labels.join(' '),
      );
    }
  });

  it('writes maps and lists as values', () => {
    assert.ok(
      inJson(ok, `${ok}, "content": ¦`).taken('{ }').includes('"content": {\n              $1\n            }\n'),
    );
    assert.ok(inJson('"get": {', '"get": { "tags": ¦,').taken('[ ]').includes('"tags": ["$1"],'));
  });

  it('writes on one line where the object stands on one', () => {
    assert.ok(
      inJson('"version": "1.0.0" }', '"version": "1.0.0", ¦ }')
        .taken('license')
        .includes(`"license": { "name": "${stop(1, 'name')}" } }`),
    );
  });

  it('finds its place whatever is broken beside', () => {
    for (const broken of [
      '"summary": "x"',
      '"summary": ',
      '"summary',
      '"a": {',
      '"a": [1, 2',
      '"summary": "x",,',
      'oops',
    ]) {
      const at = typedIn(
        {
          'a.json': json
            .replace('"responses": {', `${broken}\n        "responses": {`)
            .replace(ok, `${ok},\n            ¦`),
        },
        { 'a.json': json },
      );
      assert.deepEqual(at.labels, ['headers', 'content', 'links'], broken);
    }
  });

  it('is silent in comments, prose and behind what has ended', () => {
    for (const text of [
      '"description": "some ¦ text"',
      `${ok} ¦`,
      `${ok} // ¦`,
      `${ok}, /* ¦ */`,
      '"description" ¦: "OK"',
    ])
      assert.deepEqual(inJson(ok, text).labels, [], text);
  });
});
