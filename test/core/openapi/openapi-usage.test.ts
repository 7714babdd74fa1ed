import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { describeFiles, nodesOfKind } from './describe-openapi.ts';

const text = `openapi: 3.1.0
paths:
  /a:
    post:
      parameters: [{$ref: '#/components/parameters/Filter'}]
      requestBody: {content: {application/json: {schema: {$ref: '#/components/schemas/In'}}}}
      responses:
        '200': {$ref: '#/components/responses/Ok'}
      callbacks:
        done:
          '{$url}':
            post:
              requestBody: {content: {application/json: {schema: {$ref: '#/components/schemas/Sent'}}}}
              responses: {'200': {content: {application/json: {schema: {$ref: '#/components/schemas/Answer'}}}}}
  /b: {$ref: b.yaml}
webhooks:
  w: {post: {requestBody: {content: {application/json: {schema: {$ref: '#/components/schemas/Sent'}}}}}}
components:
  parameters: {Filter: {name: f, in: query, schema: {$ref: '#/components/schemas/Filter'}}}
  responses: {Ok: {content: {application/json: {schema: {properties: {part: {$ref: '#/components/schemas/Out'}}}}}}}
  schemas:
    In: {properties: {both: {$ref: '#/components/schemas/Both'}, loop: {$ref: '#/components/schemas/In'}}}
    Out: {properties: {both: {$ref: '#/components/schemas/Both'}, deep: {$ref: '#/components/schemas/Holder/properties/inner'}}}
    Both: {properties: {id: {type: string}}}
    Holder: {properties: {inner: {$ref: '#/components/schemas/Inner'}, outer: {$ref: '#/components/schemas/Unused'}}}
    Inner: {type: string}
    Unused: {type: string}
    Filter: {type: string}
    Sent: {type: string}
    Answer: {type: string}
`;

describe('Usage of schemas', () => {
  const description = describeFiles({
    'a.yaml': text,
    'b.yaml': 'get: {responses: {200: {$ref: c.yaml}}}\n',
    'c.yaml': 'content: {application/json: {schema: {type: object, properties: {deep: {type: string}}}}}\n',
  });
  const usageOf = (name: string): string => {
    const schema = description.find('openapi.schema', name);
    assert.ok(schema);
    const { inRequest, inResponse } = description.usage(schema);
    return [inRequest && 'request', inResponse && 'response'].filter(Boolean).join(' ');
  };

  for (const [name, expected] of [
    ['In', 'request'],
    ['Out', 'response'],
    ['Both', 'request response'],
    ['Filter', 'request'],
    ['Inner', 'response'],
    ['Holder', ''],
    ['Unused', ''],
    ['Sent', 'response'],
    ['Answer', 'request'],
  ] as const) {
    it(`finds ${name} in: ${expected || 'nothing'}`, () => assert.equal(usageOf(name), expected));
  }

  it('knows inline schemas, in other files too', () => {
    const deep = nodesOfKind(description, 'openapi.schema').filter(({ section }) => section.uri.endsWith('c.yaml'));
    assert.equal(deep.length, 2);
    for (const schema of deep) assert.deepEqual(description.usage(schema), { inRequest: false, inResponse: true });
  });
});
