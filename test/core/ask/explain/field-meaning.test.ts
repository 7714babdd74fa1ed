import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { fieldMeaning } from '#core/ask/explain/field-meaning.ts';
import { readMarkedFiles } from '../marked-files.ts';

/** What is said where `¦` stands in a description. */
function meaningAt(files: { readonly [name: string]: string }) {
  const { workspace, uri, offset } = readMarkedFiles(files);
  return fieldMeaning(workspace, uri, offset);
}

const shop = `openapi: 3.1.0
info: { title: Shop, version: 1.0.0 }
paths:
  /orders:
    get:
      operationId: listOrders
      parameters:
        - $ref: '#/components/parameters/Page'
      responses:
        '404':
          description: None.
          content:
            application/problem+json; charset=utf-8: {}
components:
  parameters:
    Page: { name: page, in: query, schema: { type: string, format: date-time } }
  schemas:
    Order: { type: object, properties: { format: { type: string }, status: { const: 1 } } }
`;

function inShop(old: string, text: string) {
  assert.ok(shop.includes(old), old);
  return meaningAt({ 'shop.yaml': shop.replace(old, text) });
}

function lineOf(meaning: ReturnType<typeof fieldMeaning>): string | undefined {
  return meaning && [meaning.name, meaning.detail, meaning.source, meaning.versions].join(' | ');
}

describe('the meaning of a word of a description', () => {
  it('is that of a field: what it is for, its type, since when, and where that is written', () => {
    const meaning = inShop('operationId', 'operation¦Id');
    assert.equal(lineOf(meaning), 'operationId | text | Operation Object | ');
    assert.match(meaning?.about ?? '', /generated code/);
    assert.equal(meaning?.url, 'https://spec.openapis.org/oas/v3.1.1.html#operation-object');
    assert.deepEqual(shop.slice(meaning?.span.start, meaning?.span.end), 'operationId');
    assert.equal(lineOf(inShop('responses:', '¦responses:')), 'responses | responses | Operation Object | ');
    assert.equal(lineOf(inShop('title:', 'tit¦le:')), 'title | text, required | Info Object | ');
    assert.equal(lineOf(inShop('const: 1', 'con¦st: 1')), 'const | any value | Schema Object | since 3.1');
    assert.equal(lineOf(inShop('$ref', '$re¦f')), '$ref | text, required | Reference Object | ');
  });

  it('is that of status codes, media types and formats, in their own documents', () => {
    assert.equal(lineOf(inShop("'404'", "'4¦04'")), '404 | Not Found | RFC 9110 §15.5.5 | ');
    assert.equal(lineOf(inShop("'404'", "'4¦XX'")), '4XX | Client Error | RFC 9110 §15.5 | ');
    assert.equal(inShop('application/problem', 'applica¦tion/problem')?.source, 'RFC 9457');
    assert.equal(inShop('date-time', 'date¦-time')?.source, 'RFC 3339 §5.6');
  });

  it('is none of names, values, and of what nobody defined', () => {
    for (const [old, text] of [
      ['listOrders', 'list¦Orders'],
      ['/orders', '/ord¦ers'],
      ['Page:', 'Pa¦ge:'],
      ['properties: { format', 'properties: { for¦mat'],
      ["'404'", "'4¦99'"],
      ['date-time', 'shoe¦-size'],
      ['title: Shop', 'title: Sh¦op'],
      ['info:', 'x-¦mine: { title: a }\ninfo:'],
    ] as const) {
      assert.equal(inShop(old, text), undefined, text);
    }
  });

  it('is told of the version of the description, and in files it refers to', () => {
    const swagger =
      'swagger: "2.0"\npaths:\n  /a:\n    get:\n      cons¦umes: [application/json]\n      responses: {}\n';
    assert.equal(lineOf(meaningAt({ 'a.yaml': swagger })), 'consumes | list of text | Operation Object | until 2.0');
    const files = {
      'openapi.yaml': 'openapi: 3.0.3\npaths:\n  /a:\n    $ref: a.yaml\n',
      'a.yaml': 'get:\n  operationId: a\n  depre¦cated: true\n',
    };
    assert.equal(lineOf(meaningAt(files)), 'deprecated | true or false | Operation Object | ');
    assert.equal(meaningAt({ 'a.yaml': 'tit¦le: x\n' }), undefined);
    assert.equal(meaningAt({ 'a.json': '{ "openapi": "3.1.0", "in¦fo": {} }' })?.source, 'OpenAPI Object');
  });
});
