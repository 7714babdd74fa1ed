import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { listEnvelope } from '#core/openapi/resources/list-envelope.ts';
import { shownEnvelope } from '#core/openapi/resources/shown-envelope.ts';
import { describeFiles, nodesOfKind } from '../describe-openapi.ts';

/** How `GET /orders` with this body is answered: `kind shown, because reason`. */
function told(schema: string, { type = 'application/json', files = {} } = {}): string | undefined {
  const description = describeFiles({
    'a.yaml': `openapi: 3.1.0
paths:
  /orders:
    get: { responses: { '200': { description: a, content: { ${type}: { schema: ${schema} } } } } }
  /orders/{id}: { get: {} }
components:
  schemas:
    Order: { type: object, properties: { id: { type: string } } }
    Resource: { type: object, properties: { id: { type: string }, type: { type: string }, attributes: { type: object } } }
    Page: { type: object, properties: { total: { type: integer } } }
`,
    ...files,
  });
  const [operation] = nodesOfKind(description, 'openapi.operation');
  const envelope = operation && listEnvelope(operation, description);
  return envelope && `${envelope.kind} ${shownEnvelope(envelope)}, because ${envelope.reason}`;
}

const orders = `type: array, items: { $ref: '#/components/schemas/Order' }`;

describe('The form of a list', () => {
  it('is an array, or an object around it', () => {
    assert.equal(told(`{ ${orders} }`), 'bare [ … ], because its body is an array');
    assert.equal(
      told(`{ type: object, properties: { orders: { ${orders} }, note: { type: string } } }`),
      'alone { orders }, because nothing beside “orders” tells of pages',
    );
  });

  it('has what pages beside the items, apart from them, or with them in an object', () => {
    assert.equal(
      told(
        `{ type: object, properties: { items: { ${orders} }, total: { type: integer }, next_page: { type: string } } }`,
      ),
      'beside { items, total, next_page }, because “total” stands beside “items”',
    );
    assert.equal(
      told(`{ type: object, properties: { data: { ${orders} }, meta: { $ref: '#/components/schemas/Page' } } }`),
      'apart { data, meta }, because “meta” beside “data” is an object',
    );
    assert.equal(
      told(`{ type: object, properties: { data: { type: object, properties: { items: { ${orders} }, count: {} } } } }`),
      'within { items, count }, because “data” holds “items” and what tells of pages',
    );
    assert.equal(
      told(`{ allOf: [{ $ref: '#/components/schemas/Page' }, { properties: { items: { ${orders} } } }] }`),
      'beside { items, total }, because “total” stands beside “items”',
    );
  });

  it('is that of HAL, JSON:API or OData', () => {
    assert.equal(
      told(
        `{ type: object, properties: { _embedded: { type: object, properties: { orders: { ${orders} } } }, _links: { type: object }, page: { type: object } } }`,
      ),
      'hal { _embedded: { orders }, _links, page }, because “_embedded” holds “orders”',
    );
    const data = `{ type: object, properties: { data: { ${orders} }, links: { type: object } } }`;
    assert.equal(
      told(data, { type: 'application/vnd.api+json' }),
      'json-api { data, links }, because its media type is application/vnd.api+json',
    );
    assert.equal(
      told(data.replace('Order', 'Resource')),
      'json-api { data, links }, because its items have “type” and “attributes”',
    );
    assert.equal(
      told(`{ type: object, properties: { '@odata.nextLink': { type: string }, value: { ${orders} } } }`),
      'odata { value, @odata.nextLink }, because “@odata.nextLink” stands beside “value”',
    );
  });

  it('is not told by an object that is about something else', () => {
    const metadata = 'metadata: { type: object, properties: { createdAt: { type: string } } }';
    assert.equal(
      told(`{ type: object, properties: { orders: { ${orders} }, ${metadata} } }`),
      'alone { orders }, because nothing beside “orders” tells of pages',
    );
  });

  it('is not known of other bodies, nor where part of one is not known', () => {
    assert.equal(told('{ type: object, properties: { id: { type: string } } }'), undefined);
    assert.equal(told('{ type: array, items: { type: string } }'), undefined);
    assert.equal(told(`{ type: object, properties: { fees: { ${orders} } } }`), undefined);
    assert.equal(
      told(`{ type: object, properties: { data: { type: object, properties: { items: { ${orders} } } } } }`),
      undefined,
    );
    const keys = 'keys: { type: array, items: { type: object, properties: { kty: { type: string } } } }';
    assert.equal(told(`{ type: object, properties: { ${keys} } }`), undefined);
    assert.equal(told(`{ type: object, properties: { a: { ${orders} }, b: { ${orders} } } }`), undefined);
    assert.equal(told(`{ allOf: [{ $ref: other.yaml }, { properties: { items: { ${orders} } } }] }`), undefined);
    assert.equal(told(`{ oneOf: [{ type: object }], properties: { items: { ${orders} } } }`), undefined);
  });

  it('follows schemas in other files', () => {
    const files = {
      'page.yaml': `{ type: object, properties: { items: { type: array, items: { type: object } }, hasMore: {} } }\n`,
    };
    assert.equal(
      told('{ $ref: page.yaml }', { files }),
      'beside { items, hasMore }, because “hasMore” stands beside “items”',
    );
  });
});
