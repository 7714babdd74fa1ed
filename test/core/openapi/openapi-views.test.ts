import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import type { Description } from '#core/openapi/description/description.ts';
import type { OpenApiNode } from '#core/openapi/model.ts';
import { anchorText, describeFiles, labelOf, nodesOf, nodesOfKind } from './describe-openapi.ts';

const swagger = `swagger: '2.0'
info: {title: Pets, version: '1'}
host: api.example.com
basePath: /v1/
schemes: [https, http]
consumes: [application/json]
produces: [application/json, application/xml]
securityDefinitions:
  key: {type: apiKey, in: header, name: X-Key}
security:
  - key: []
paths:
  /pets:
    post:
      parameters:
        - {name: dry, in: query, type: boolean, x-example: true}
        - name: pet
          in: body
          required: true
          schema: {$ref: '#/definitions/Pet'}
      responses:
        201:
          description: Made
          schema: {type: object, properties: {id: {type: string}}}
          examples: {application/json: {id: a}}
          headers: {Location: {type: string, format: uri}}
    put:
      consumes: [multipart/form-data]
      parameters:
        - {name: title, in: formData, type: string, required: true}
        - {name: file, in: formData, type: file}
      responses: {default: {$ref: '#/responses/Problem'}}
definitions:
  Pet: {type: object, x-nullable: true, properties: {name: {type: string}}}
parameters:
  Body: {name: b, in: body, schema: {type: object}}
responses:
  Problem: {description: Problem, schema: {type: string}}
`;

const openApi = `openapi: 3.2.0
info: {title: Pets, version: '1'}
servers:
  - url: https://{host}/v1
    variables: {host: {default: a}}
tags:
  - name: pets
paths:
  x-note: {get: {}}
  /pets/{id}:
    parameters:
      - $ref: '#/components/parameters/Id'
    get:
      operationId: getPet
      tags: [pets]
      deprecated: true
      security: [{}, {key: [read]}]
      responses:
        "200":
          description: OK
          headers: {ETag: {schema: {type: string}}}
          content:
            application/json:
              schema: {$ref: '#/components/schemas/Pet'}
              examples: {one: {value: {name: a}}, two: {$ref: '#/components/examples/Two'}}
            application/jsonl: {itemSchema: {type: object}}
            text/x: {$ref: '#/components/mediaTypes/Shared'}
          links: {next: {$ref: '#/components/links/Next'}}
        4xx: {$ref: '#/components/responses/Problem'}
    query: {responses: {}}
    additionalOperations:
      COPY: {requestBody: {$ref: '#/components/requestBodies/Pet'}}
    post:
      callbacks:
        done:
          '{$request.body#/url}': {post: {requestBody: {content: {application/json: {schema: {type: string}}}}}}
webhooks:
  petSold: {post: {responses: {'200': {description: OK}}}}
components:
  schemas:
    Pet:
      type: [object, 'null']
      required: [name]
      properties:
        name: {type: string, const: a}
        $ref: {type: string}
      additionalProperties: false
      allOf: [{$ref: '#/components/schemas/Base'}]
    Base: {example: {$ref: no}, enum: [{$ref: no}], x-a: {$ref: no}, default: {$ref: no}}
    Both: {$ref: '#/components/schemas/Base', readOnly: true}
    Named: {$ref: '#/components/schemas/Base', description: Only a text}
    Any: true
  securitySchemes: {key: {type: http, scheme: bearer}}
`;

describe('OpenAPI views', () => {
  const two = describeFiles({ 'api.yaml': swagger });
  const three = describeFiles({ 'api.yaml': openApi });

  it('visits 2.0 in text order', () => {
    assert.deepEqual(nodesOf(two).map(labelOf), [
      'document /swagger',
      'info /info',
      'server /schemes/0',
      'server /schemes/1',
      'security-scheme /securityDefinitions/key',
      'security-requirement /security/0',
      'path-item /paths//pets',
      'operation /paths//pets/post',
      'parameter /paths//pets/post/parameters/0',
      'schema /paths//pets/post/parameters/0',
      'request-body /paths//pets/post/parameters/1',
      'media-type /paths//pets/post/parameters/1/schema',
      'reference to schema /paths//pets/post/parameters/1/schema',
      'response /paths//pets/post/responses/201',
      'media-type /paths//pets/post/responses/201/schema',
      'schema /paths//pets/post/responses/201/schema',
      'schema /paths//pets/post/responses/201/schema/properties/id',
      'example /paths//pets/post/responses/201/examples/application/json',
      'media-type /paths//pets/post/responses/201/schema',
      'header /paths//pets/post/responses/201/headers/Location',
      'schema /paths//pets/post/responses/201/headers/Location',
      'operation /paths//pets/put',
      'request-body /paths//pets/put/parameters',
      'media-type /paths//pets/put/parameters',
      'schema /paths//pets/put/parameters',
      'schema /paths//pets/put/parameters/0',
      'schema /paths//pets/put/parameters/1',
      'reference to response /paths//pets/put/responses/default',
      'schema /definitions/Pet',
      'schema /definitions/Pet/properties/name',
      'request-body /parameters/Body',
      'media-type /parameters/Body/schema',
      'schema /parameters/Body/schema',
      'response /responses/Problem',
      'media-type /responses/Problem/schema',
      'schema /responses/Problem/schema',
      'media-type /responses/Problem/schema',
    ]);
  });

  it('visits 3.2 in text order', () => {
    assert.deepEqual(nodesOf(three).map(labelOf), [
      'document /openapi',
      'info /info',
      'server /servers/0',
      'tag /tags/0',
      'path-item /paths//pets/{id}',
      'reference to parameter /paths//pets/{id}/parameters/0',
      'operation /paths//pets/{id}/get',
      'security-requirement /paths//pets/{id}/get/security/0',
      'security-requirement /paths//pets/{id}/get/security/1',
      'response /paths//pets/{id}/get/responses/200',
      'header /paths//pets/{id}/get/responses/200/headers/ETag',
      'schema /paths//pets/{id}/get/responses/200/headers/ETag/schema',
      'media-type /paths//pets/{id}/get/responses/200/content/application/json',
      'reference to schema /paths//pets/{id}/get/responses/200/content/application/json/schema',
      'example /paths//pets/{id}/get/responses/200/content/application/json/examples/one',
      'reference to example /paths//pets/{id}/get/responses/200/content/application/json/examples/two',
      'media-type /paths//pets/{id}/get/responses/200/content/application/jsonl',
      'schema /paths//pets/{id}/get/responses/200/content/application/jsonl/itemSchema',
      'media-type /paths//pets/{id}/get/responses/200/content/text/x',
      'reference to media-type /paths//pets/{id}/get/responses/200/content/text/x',
      'reference to link /paths//pets/{id}/get/responses/200/links/next',
      'reference to response /paths//pets/{id}/get/responses/4xx',
      'operation /paths//pets/{id}/query',
      'operation /paths//pets/{id}/additionalOperations/COPY',
      'reference to request-body /paths//pets/{id}/additionalOperations/COPY/requestBody',
      'operation /paths//pets/{id}/post',
      'callback /paths//pets/{id}/post/callbacks/done',
      'path-item /paths//pets/{id}/post/callbacks/done/{$request.body#/url}',
      'operation /paths//pets/{id}/post/callbacks/done/{$request.body#/url}/post',
      'request-body /paths//pets/{id}/post/callbacks/done/{$request.body#/url}/post/requestBody',
      'media-type /paths//pets/{id}/post/callbacks/done/{$request.body#/url}/post/requestBody/content/application/json',
      'schema /paths//pets/{id}/post/callbacks/done/{$request.body#/url}/post/requestBody/content/application/json/schema',
      'path-item /webhooks/petSold',
      'operation /webhooks/petSold/post',
      'response /webhooks/petSold/post/responses/200',
      'schema /components/schemas/Pet',
      'schema /components/schemas/Pet/properties/name',
      'schema /components/schemas/Pet/properties/$ref',
      'reference to schema /components/schemas/Pet/allOf/0',
      'schema /components/schemas/Base',
      'schema /components/schemas/Both',
      'reference to schema /components/schemas/Both',
      'reference to schema /components/schemas/Named',
      'schema /components/schemas/Any',
      'security-scheme /components/securitySchemes/key',
    ]);
  });

  it('reads 2.0 servers from host, basePath and schemes', () => {
    assert.deepEqual(
      nodesOfKind(two, 'openapi.server').map(({ url }) => url?.value),
      ['https://api.example.com/v1', 'http://api.example.com/v1'],
    );
    const bare = describeFiles({ 'api.yaml': 'swagger: "2.0"\nhost: a.example\n' });
    assert.deepEqual(
      nodesOfKind(bare, 'openapi.server').map(({ url }) => url?.value),
      ['//a.example'],
    );
  });

  it('makes 2.0 request bodies from parameters', () => {
    const [post, put] = nodesOfKind(two, 'openapi.operation');
    const body = two.resolve(post?.requestBody);
    assert.equal(body?.required, true);
    assert.deepEqual(
      body?.content.map(({ name }) => name.value),
      ['application/json'],
    );
    assert.equal(two.resolve(body?.content[0]?.schema)?.name?.value, 'Pet');
    const form = two.resolve(put?.requestBody);
    assert.deepEqual(
      form?.content.map(({ name }) => name.value),
      ['multipart/form-data'],
    );
    const schema = two.resolve(form?.content[0]?.schema);
    assert.deepEqual(
      schema?.properties.map(({ name }) => name.value),
      ['title', 'file'],
    );
    assert.deepEqual(
      schema?.required.map(({ value }) => value),
      ['title'],
    );
    assert.deepEqual(put?.parameters, []);
  });

  it('makes 2.0 content from produces and schema', () => {
    const [post] = nodesOfKind(two, 'openapi.operation');
    const response = two.resolve(post?.responses[0]?.response);
    assert.deepEqual(
      response?.content.map(({ name, hasExample }) => [name.value, hasExample]),
      [
        ['application/json', true],
        ['application/xml', false],
      ],
    );
    assert.deepEqual(two.find('openapi.schema', 'Pet')?.types, ['object', 'null']);
  });

  it('reads the parts of an operation', () => {
    const [get, query, copy] = nodesOfKind(three, 'openapi.operation');
    assert.equal(get?.operationId?.value, 'getPet');
    assert.equal(get?.deprecated?.value, true);
    assert.equal(get?.path, '/pets/{id}');
    assert.deepEqual(
      get?.responses.map(({ status }) => status.value),
      ['200', '4XX'],
    );
    assert.deepEqual(
      get?.security?.map(({ schemes }) => schemes.map(({ name }) => name.value)),
      [[], ['key']],
    );
    assert.equal(query?.method, 'query');
    assert.equal(copy?.method, 'other');
    assert.equal(get?.responsesAnchor !== undefined && copy?.responsesAnchor === undefined, true);
  });

  it('reads the parts of a schema', () => {
    const pet = three.find('openapi.schema', 'Pet');
    assert.deepEqual(pet?.types, ['object', 'null']);
    assert.equal(pet?.additionalProperties, false);
    assert.deepEqual(
      pet?.properties.map(({ name, schema }) => [name.value, schema.kind]),
      [
        ['name', 'openapi.schema'],
        ['$ref', 'openapi.schema'],
      ],
    );
    assert.equal(three.find('openapi.schema', 'Both')?.readOnly, true);
    assert.equal(three.find('openapi.schema', 'Both')?.allOf.length, 1);
    assert.equal(three.find('openapi.schema', 'Named')?.name?.value, 'Base');
    assert.deepEqual(three.find('openapi.schema', 'Any')?.types, []);
  });

  it('anchors views at their keys, and list items at their telling part', () => {
    const anchors = (description: Description, kind: 'openapi.parameter' | 'openapi.operation' | 'openapi.tag') =>
      nodesOfKind(description, kind).map(anchorText);
    assert.deepEqual(anchors(two, 'openapi.parameter'), ['dry']);
    assert.deepEqual(anchors(two, 'openapi.operation'), ['post', 'put']);
    assert.deepEqual(anchors(three, 'openapi.tag'), ['pets']);
  });

  for (const [version, expected] of [
    ['swagger: 2.0', '2.0'],
    ['openapi: 3.0.4', '3.0'],
    ['openapi: 3.1', '3.1'],
    ['openapi: 3.2.0', '3.2'],
    ['openapi: 3.9.0', '3.2'],
    ['openapi:', '3.1'],
  ] as const) {
    it(`reads “${version}” as ${expected}`, () => {
      assert.equal(describeFiles({ 'a.yaml': `${version}\n` }).context.version, expected);
    });
  }

  for (const [broken, ...left] of [
    ['openapi: 3.1.0\npaths: 1\ncomponents: []\n', 'document /openapi'],
    [
      'openapi: 3.1.0\npaths:\n  /a:\n  /b: [1]\n  /c: {get: [], post: {parameters: 1, responses: [], requestBody: x}}\n',
      'document /openapi',
      'path-item /paths//c',
      'operation /paths//c/post',
    ],
    [
      'openapi: 3.0.0\npaths: {/a: {get: {parameters: [1, null, {}], responses: {200: , 201: 1, default: {content: {a: }}}}}}\n',
      'document /openapi',
      'path-item /paths//a',
      'operation /paths//a/get',
      'parameter /paths//a/get/parameters/2',
      'response /paths//a/get/responses/default',
      'media-type /paths//a/get/responses/default/content/a',
    ],
    [
      'openapi: 3.1.0\ncomponents: {schemas: {A: {properties: [], items: 1, allOf: {}, enum: 1, type: {}, $ref: 1}}}\n',
      'document /openapi',
      'schema /components/schemas/A',
    ],
    [
      'swagger: 2.0\nschemes: 1\nhost: {}\npaths: {/a: {post: {parameters: [{in: body}, {in: formData}]}}}\n',
      'document /swagger',
      'server /host',
      'path-item /paths//a',
      'operation /paths//a/post',
      'request-body /paths//a/post/parameters/0',
    ],
  ]) {
    it(`leaves out what it cannot read: ${JSON.stringify(broken).slice(0, 60)}`, () => {
      const nodes = nodesOf(describeFiles({ 'a.yaml': broken ?? '' }));
      assert.deepEqual(nodes.map(labelOf), left);
      assert.ok(nodes.every((node) => readEverything(node) > 0));
    });
  }

  it('tells of what has the wrong type as of what is missing', () => {
    const told = (text: string, kind: OpenApiNode['kind'], ...names: readonly string[]) => {
      const [node] = nodesOfKind(describeFiles({ 'a.yaml': text }), kind);
      assert.ok(node !== undefined);
      return names.map((name) => Reflect.get(node, name));
    };
    const schema =
      'openapi: 3.1.0\ncomponents: {schemas: {A: {properties: [], items: 1, allOf: {}, enum: 1, type: {}}}}\n';
    assert.deepEqual(told(schema, 'openapi.schema', 'properties', 'items', 'allOf', 'enum', 'types'), [
      [],
      undefined,
      [],
      undefined,
      [],
    ]);
    const operation = 'openapi: 3.1.0\npaths: {/a: {get: {operationId: [], tags: a, parameters: 1, responses: []}}}\n';
    assert.deepEqual(told(operation, 'openapi.operation', 'operationId', 'tags', 'parameters', 'responses'), [
      undefined,
      [],
      [],
      [],
    ]);
    const parameter = 'openapi: 3.1.0\npaths: {/a: {get: {parameters: [{name: {}, in: 1, required: a, schema: b}]}}}\n';
    assert.deepEqual(told(parameter, 'openapi.parameter', 'name', 'in', 'required', 'schema'), [
      undefined,
      undefined,
      undefined,
      undefined,
    ]);
  });
});

/** Calls every getter of a view, and counts them. */
function readEverything(view: object): number {
  let count = 0;
  for (let holder = view; holder !== Object.prototype; holder = Object.getPrototypeOf(holder)) {
    for (const key of Object.keys(Object.getOwnPropertyDescriptors(holder))) {
      Reflect.get(view, key);
      count++;
    }
  }
  return count;
}
