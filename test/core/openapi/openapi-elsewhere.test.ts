import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { responseFor, successResponses } from '#core/openapi/effective/documented-responses.ts';
import {
  effectiveHeaders,
  effectiveParameters,
  effectiveSecurity,
  knowsParameters,
} from '#core/openapi/effective/effective.ts';
import { propertiesOf, requiredNames } from '#core/openapi/effective/schema-properties.ts';
import { NotUnderstood } from '#core/work/understood.ts';
import { describeFiles, labelOf, nodesOfKind } from './describe-openapi.ts';

describe('A `$ref` in place of a list or map', () => {
  const description = describeFiles({
    'api.yaml': `openapi: 3.1.0
security: { $ref: 'parts.yaml#/security' }
paths:
  /users/{id}:
    parameters: { $ref: 'parts.yaml#/parameters' }
    get:
      parameters: { $ref: '#/components/x-more' }
      responses:
        '200':
          description: A user
          headers: { $ref: 'parts.yaml#/chain' }
          content: { $ref: 'parts.yaml#/content' }
    delete:
      security: { $ref: 'parts.yaml#/security' }
      responses: { $ref: 'parts.yaml#/responses' }
    put: { parameters: { $ref: lost.yaml }, responses: { '200': { description: A, headers: { $ref: '#/paths' } } } }
components:
  x-more: [{ name: fields, in: query }, { name: id, in: path, description: own }]
  schemas:
    User: { properties: { $ref: 'parts.yaml#/properties' } }
`,
    'parts.yaml': `parameters: [{ name: id, in: path }, { $ref: '#/limit' }]
limit: { name: limit, in: query }
security: [{ bearer: [] }]
chain: { $ref: '#/headers' }
headers: { ETag: { schema: { type: string } }, X-Trace: { $ref: '#/lost' } }
content: { application/json: { schema: { type: object } } }
responses: { '204': { description: Gone } }
properties: { id: { type: string }, name: { $ref: '#/name' } }
name: { type: string }
`,
  });
  const operationOf = (method: string) =>
    nodesOfKind(description, 'openapi.operation').find((operation) => operation.method === method);
  const [get, remove] = [operationOf('get'), operationOf('delete')];
  assert.ok(get && remove);

  it('is followed to parameters', () => {
    const told = effectiveParameters(get, description).map(({ name, description: text }) => [name?.value, text?.value]);
    assert.deepEqual(told, [
      ['limit', undefined],
      ['fields', undefined],
      ['id', 'own'],
    ]);
    const unknown = nodesOfKind(description, 'openapi.operation').filter((each) => !knowsParameters(each, description));
    assert.deepEqual(
      unknown.map(({ method }) => method),
      ['put'],
    );
  });

  it('is followed to headers, properties and requirements', () => {
    const [first, second] = nodesOfKind(description, 'openapi.response');
    assert.ok(first && second);
    assert.deepEqual(
      effectiveHeaders(first, description)?.map(({ name }) => name.value),
      ['ETag', 'X-Trace'],
    );
    assert.equal(effectiveHeaders(second, description), undefined);
    const user = description.find('openapi.schema', 'User');
    assert.deepEqual(user && propertiesOf(user, description).map(({ name }) => name.value), ['id', 'name']);
    for (const operation of [get, remove]) {
      const schemes = effectiveSecurity(operation, description)?.flatMap((each) => each.schemes);
      assert.deepEqual(
        schemes?.map(({ name }) => name.value),
        ['bearer'],
      );
    }
  });

  it('leaves open which responses there are', () => {
    const entries = [responseFor(remove, '404'), ...successResponses(remove)];
    assert.deepEqual(
      entries.map((entry) => [entry?.status.value, description.resolve(entry?.response)]),
      [
        ['*', undefined],
        ['*', undefined],
      ],
    );
  });

  it('has what it leads to reviewed', () => {
    const found = ['openapi.response', 'openapi.media-type', 'openapi.header', 'openapi.parameter'] as const;
    const labels = found.flatMap((kind) => nodesOfKind(description, kind).map(labelOf));
    for (const label of [
      'response /responses/204',
      'media-type /content/application/json',
      'header /headers/ETag',
      'parameter /parameters/0',
    ]) {
      assert.ok(labels.includes(label), label);
    }
  });
});

describe('A path item with fields beside its `$ref`', () => {
  const description = describeFiles({
    'api.yaml': `openapi: 3.0.3
paths:
  /carts/{id}:
    $ref: cart.yaml
    parameters: [{ name: id, in: path }]
    delete: {}
`,
    'cart.yaml': 'parameters: [{ name: page, in: query }]\nget: { parameters: [{ name: limit, in: query }] }\n',
  });

  it('gives operations on both sides the parameters of both', () => {
    const told = nodesOfKind(description, 'openapi.operation').map((operation) => [
      operation.method,
      effectiveParameters(operation, description)
        .map(({ name }) => name?.value)
        .sort(),
    ]);
    assert.deepEqual(told, [
      ['delete', ['id', 'page']],
      ['get', ['id', 'limit', 'page']],
    ]);
  });

  it('is found whole', () => {
    const whole = description.find('openapi.path-item', '/carts/{}');
    assert.deepEqual(
      whole?.operations.map(({ method }) => method),
      ['get', 'delete'],
    );
    assert.equal(whole?.parameters.length, 2);
    assert.equal(description.find('openapi.path-item', '/carts/{}'), whole);
  });
});

describe('A `$ref` to an `$id`', () => {
  const description = describeFiles({
    'api.yaml': `openapi: 3.1.0
components:
  schemas:
    Tree: { $id: tree, properties: { leaf: { $ref: '#/$defs/leaf' } }, $defs: { leaf: { $anchor: leaf, type: string } } }
    Far: { $id: 'https://example.com/s/far.json', properties: { near: { $ref: near.json } } }
    Near: { $id: 'https://example.com/s/near.json', type: integer }
    All:
      properties:
        tree: { $ref: tree }
        leaf: { $ref: 'tree#leaf' }
        inner: { $ref: 'tree#/$defs/leaf' }
        absolute: { $ref: 'https://example.com/s/near.json' }
        lost: { $ref: 'tree#/$defs/root' }
        remote: { $ref: 'https://example.com/s/other.json' }
        file: { $ref: other }
        shared: { $ref: shared.yaml }
`,
    'shared.yaml': "items: { $ref: 'https://example.com/s/near.json' }\n",
  });

  it('leads to the schema that declares it, in this file or in the root', () => {
    const references = nodesOfKind(description, 'openapi.reference');
    const told = references.map((reference) => [
      reference.target,
      description.outcome(reference, new Map([['file:///w/other', 'missing']])),
    ]);
    assert.deepEqual(Object.fromEntries(told), {
      '#/$defs/leaf': 'found',
      'near.json': 'found',
      tree: 'found',
      'tree#leaf': 'found',
      'tree#/$defs/leaf': 'found',
      'https://example.com/s/near.json': 'found',
      'tree#/$defs/root': 'unsupported',
      'https://example.com/s/other.json': 'remote',
      other: 'missing-file',
      'shared.yaml': 'found',
    });
    assert.deepEqual(description.wantedFiles(), ['file:///w/other']);
  });
});

/** The outcome of each reference by its text, with `dynamic` before that of a `$dynamicRef`. */
function outcomesIn(files: { readonly [name: string]: string }, missing: readonly string[] = []): unknown {
  const description = describeFiles(files);
  const unread = new Map(missing.map((name) => [`file:///w/${name}`, 'missing' as const]));
  return Object.fromEntries(
    nodesOfKind(description, 'openapi.reference').map((reference) => {
      const resolution = description.resolution(reference);
      const found = 'found' in resolution && resolution.found?.kind === 'openapi.schema' ? resolution.found : undefined;
      const told = found?.types.join() ?? description.outcome(reference, unread);
      return [`${reference.isDynamic ? 'dynamic ' : ''}${reference.target}`, told];
    }),
  );
}

describe('A `$dynamicRef`', () => {
  it('leads to its anchor where no other anchor of the name can stand for it', () => {
    const text = `openapi: 3.1.0
components:
  schemas:
    Tree: { $dynamicAnchor: node, type: object, properties: { children: { items: { $dynamicRef: '#node' } } } }
    Leaf: { $anchor: leaf, type: string }
    List: { type: array, items: { $dynamicRef: '#leaf', description: A leaf. } }
    Lost: { $dynamicRef: '#root' }
    Far: { $dynamicRef: 'far.yaml#far' }
`;
    const files = { 'api.yaml': text, 'far.yaml': '$dynamicAnchor: far\ntype: number\n' };
    assert.deepEqual(outcomesIn(files), {
      'dynamic #node': 'object',
      'dynamic #leaf': 'string',
      'dynamic #root': 'unsupported',
      'dynamic far.yaml#far': 'number',
    });
    const extended = { ...files, 'far.yaml': '$dynamicAnchor: far\ntype: number\nitems: { $dynamicAnchor: node }\n' };
    assert.deepEqual(outcomesIn(extended), {
      'dynamic #node': 'unsupported',
      'dynamic #leaf': 'string',
      'dynamic #root': 'unsupported',
      'dynamic far.yaml#far': 'number',
    });
  });

  it('counts beside a `$ref` and beside other keywords, and is no keyword before 3.1', () => {
    const text = (version: string) => `openapi: ${version}
components:
  schemas:
    Node: { $dynamicAnchor: node, type: object, properties: { id: { type: string } } }
    Both: { $ref: '#/components/schemas/Own', $dynamicRef: '#node', properties: { name: { type: string } } }
    Own: { properties: { own: { type: string } } }
`;
    const names = (version: string) => {
      const description = describeFiles({ 'api.yaml': text(version) });
      const both = description.find('openapi.schema', 'Both');
      assert.ok(both);
      return propertiesOf(both, description).map(({ name }) => name.value);
    };
    assert.deepEqual(names('3.1.0'), ['name', 'own', 'id']);
    assert.deepEqual(names('3.0.3'), ['own']);
  });
});

describe('A file that calls itself something by `$self`', () => {
  it('is found under that name, and what its relative references mean is not sure', () => {
    const text = `openapi: 3.2.0
$self: https://example.com/apis/shop
components:
  schemas:
    Order:
      type: object
      properties:
        a: { $ref: 'https://example.com/apis/shop#/components/schemas/Id' }
        b: { $ref: 'shop#/components/schemas/Id' }
        c: { $ref: '/apis/shop#/components/schemas/None' }
        d: { $ref: other.yaml }
        e: { $ref: near.yaml }
        f: { $ref: '#/components/schemas/None' }
        g: { $ref: 'https://example.com/apis/other' }
    Id: { type: string }
`;
    const files = {
      'api.yaml': text,
      'near.yaml': "type: array\nitems: { $ref: 'https://example.com/apis/shop#/components/schemas/Order' }\n",
    };
    const told = {
      'https://example.com/apis/shop#/components/schemas/Id': 'string',
      'shop#/components/schemas/Id': 'string',
      '/apis/shop#/components/schemas/None': 'missing-pointer',
      'other.yaml': 'unsupported',
      'near.yaml': 'array',
      'https://example.com/apis/shop#/components/schemas/Order': 'object',
      '#/components/schemas/None': 'missing-pointer',
      'https://example.com/apis/other': 'remote',
    };
    assert.deepEqual(outcomesIn(files, ['other.yaml']), told);
    const json = {
      'api.json': JSON.stringify({
        openapi: '3.2.0',
        $self: '/v1/shop',
        components: { schemas: { A: { $ref: 'shop#/components/schemas/B' }, B: { type: 'string' } } },
      }),
    };
    assert.deepEqual(outcomesIn(json), { 'shop#/components/schemas/B': 'string' });
  });
});

describe('A `$ref` to one that leads nowhere', () => {
  it('is not at fault itself, by whatever way it comes there', () => {
    const text = `openapi: 3.1.0
paths:
  /a: { get: { responses: { '200': { $ref: '#/components/responses/Gone' } } } }
components:
  responses: { Gone: { $ref: 'gone.yaml#/a' } }
  schemas:
    None: { $ref: '#/components/schemas/Nothing' }
    A: { $ref: '#/components/schemas/None' }
    B: { $ref: '#/components/schemas/None/properties/x' }
    C: { $ref: '#/components/responses/Gone/content/a~1b/schema' }
    There: { $ref: '#/components/schemas/Id' }
    D: { $ref: '#/components/schemas/There/properties/x' }
    Id: { type: string }
`;
    assert.deepEqual(outcomesIn({ 'api.yaml': text }, ['gone.yaml']), {
      '#/components/responses/Gone': 'broken',
      'gone.yaml#/a': 'missing-file',
      '#/components/schemas/Nothing': 'missing-pointer',
      '#/components/schemas/None': 'broken',
      '#/components/schemas/None/properties/x': 'broken',
      '#/components/responses/Gone/content/a~1b/schema': 'broken',
      '#/components/schemas/Id': 'string',
      '#/components/schemas/There/properties/x': 'missing-pointer',
    });
  });
});

describe('Anchors and pointers below an `$id`', () => {
  it('belong to the schema with the id', () => {
    const text = `openapi: 3.1.0
components:
  schemas:
    A: { $id: a, type: object, properties: { x: { $ref: '#same' }, y: { $ref: '#/$defs/inner' } }, $defs: { s: { $anchor: same, type: string }, inner: { type: string } } }
    B: { $anchor: same, type: number }
    C: { properties: { x: { $ref: '#same', title: Of the file. }, y: { $ref: 'a#same' } } }
`;
    const description = describeFiles({ 'api.yaml': text });
    const told = nodesOfKind(description, 'openapi.reference').map((reference) => {
      const resolution = description.resolution(reference);
      return 'found' in resolution && resolution.found?.kind === 'openapi.schema' ? resolution.found.types.join() : '';
    });
    assert.deepEqual(told, ['string', 'string', 'number', 'string']);
  });
});

describe('A `$ref` in place of what lies in a schema', () => {
  const description = describeFiles({
    'api.yaml': `openapi: 3.1.0
components:
  schemas:
    All: { allOf: { $ref: '#/x-lists/parts' } }
    One: { oneOf: { $ref: '#/x-lists/parts' } }
    State: { type: string, enum: { $ref: '#/x-lists/states' } }
    Needs: { required: { $ref: '#/x-lists/states' }, properties: { a: {} } }
    Lost: { allOf: { $ref: '#/x-lists/lost' } }
    Odd: { items: { $ref: '#/x-lists/parts' } }
x-lists:
  states: [a, b]
  parts: [{ properties: { a: { type: string } } }, { $ref: '#/components/schemas/State' }]
`,
  });
  const schema = (name: string) => {
    const found = description.find('openapi.schema', name);
    assert.ok(found);
    return found;
  };

  it('is followed to a list of schemas', () => {
    assert.deepEqual(
      propertiesOf(schema('All'), description).map(({ name }) => name.value),
      ['a'],
    );
    assert.deepEqual(
      schema('One').oneOf.flatMap((one) => propertiesOf(one, description).map(({ name }) => name.value)),
      ['a'],
    );
  });

  it('leaves values unknown', () => {
    assert.deepEqual(schema('State').enum, []);
    assert.throws(() => requiredNames(schema('Needs'), description), NotUnderstood);
    assert.deepEqual([...requiredNames(schema('All'), description)], []);
  });

  it('leads nowhere where there is no list, or none is wanted', () => {
    const outcomes = nodesOfKind(description, 'openapi.reference').map((reference) => [
      reference.target,
      description.outcome(reference, new Map()),
    ]);
    assert.deepEqual(
      outcomes.filter(([, outcome]) => outcome !== 'found'),
      [
        ['#/x-lists/lost', 'missing-pointer'],
        ['#/x-lists/parts', 'missing-pointer'],
      ],
    );
  });
});
