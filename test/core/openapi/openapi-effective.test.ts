import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { responseFor, successResponses } from '#core/openapi/effective/documented-responses.ts';
import { effectiveParameters, effectiveRequestBody, effectiveSecurity } from '#core/openapi/effective/effective.ts';
import { isJsonMediaType, isProblemJson } from '#core/openapi/effective/media-type-name.ts';
import { endsInExpression, erasedTemplate, segmentsOf, templateNames } from '#core/openapi/effective/path-template.ts';
import { propertiesOf, requiredNames } from '#core/openapi/effective/schema-properties.ts';
import { describeFiles, nodesOfKind } from './describe-openapi.ts';

const text = `openapi: 3.1.0
security: [{key: []}]
paths:
  /a/{id}:
    parameters:
      - $ref: '#/components/parameters/Id'
      - {name: limit, in: query, description: shared}
      - {name: X-Trace, in: header}
      - $ref: '#/components/parameters/Gone'
    get:
      parameters:
        - {name: limit, in: query, description: own}
        - {name: x-trace, in: header}
        - {name: limit, in: header}
      responses: {'200': {}, 2XX: {}, 4XX: {}, default: {}, '301': {}}
    post: {security: [], responses: {}}
components:
  parameters:
    Id: {name: id, in: path, required: true}
  schemas:
    Base: {required: [id], properties: {id: {type: string}}, allOf: [{$ref: '#/components/schemas/Derived'}]}
    Derived: {allOf: [{$ref: '#/components/schemas/Base'}, {required: [name], properties: {name: {}}}], properties: {age: {}}}
`;

describe('Effective parts of an operation', () => {
  const description = describeFiles({ 'a.yaml': text });
  const [get, post] = nodesOfKind(description, 'openapi.operation');
  assert.ok(get && post);

  it('joins the parameters of operation and path item', () => {
    assert.deepEqual(
      effectiveParameters(get, description).map((each) => [each.name?.value, each.in?.value, each.description?.value]),
      [
        ['id', 'path', undefined],
        ['limit', 'query', 'own'],
        ['x-trace', 'header', undefined],
        ['limit', 'header', undefined],
      ],
    );
  });

  it('takes the security of the operation, else of the document', () => {
    assert.deepEqual(
      effectiveSecurity(get, description)?.map(({ schemes }) => schemes.map(({ name }) => name.value)),
      [['key']],
    );
    assert.deepEqual(effectiveSecurity(post, description), []);
    const none = describeFiles({ 'a.yaml': 'openapi: 3.1.0\npaths: {/a: {get: {}}}\n' });
    const [open] = nodesOfKind(none, 'openapi.operation');
    assert.ok(open);
    assert.equal(effectiveSecurity(open, none), undefined);
  });

  it('takes an empty security of the document for a statement', () => {
    const open = describeFiles({ 'a.yaml': 'openapi: 3.1.0\nsecurity: []\npaths: {/a: {get: {}}}\n' });
    const [operation] = nodesOfKind(open, 'openapi.operation');
    assert.ok(operation);
    assert.deepEqual(effectiveSecurity(operation, open), []);
  });

  it('finds the 2.0 body behind a parameter reference', () => {
    const two = describeFiles({
      'a.yaml':
        "swagger: '2.0'\npaths: {/a: {post: {parameters: [{$ref: '#/parameters/B'}]}}}\nparameters: {B: {in: body, name: b, schema: {type: array}}}\n",
    });
    const [operation] = nodesOfKind(two, 'openapi.operation');
    assert.ok(operation);
    assert.deepEqual(effectiveParameters(operation, two), []);
    const schema = two.resolve(effectiveRequestBody(operation, two)?.content[0]?.schema);
    assert.deepEqual(schema?.types, ['array']);
  });

  it('collects properties through allOf and references, in circles too', () => {
    const schema = description.find('openapi.schema', 'Derived');
    assert.ok(schema);
    assert.deepEqual(
      propertiesOf(schema, description).map(({ name, owner }) => `${name.value} of ${owner.name?.value ?? '?'}`),
      ['age of Derived', 'id of Base', 'name of ?'],
    );
    assert.deepEqual([...requiredNames(schema, description)], ['id', 'name']);
  });

  for (const [status, expected] of [
    ['200', '200'],
    ['201', '2XX'],
    ['404', '4XX'],
    ['500', 'default'],
  ] as const) {
    it(`finds ${expected} for ${status}`, () => assert.equal(responseFor(get, status)?.status.value, expected));
  }

  it('finds success responses, and no entry where none applies', () => {
    assert.deepEqual(
      successResponses(get).map(({ status }) => status.value),
      ['200', '2XX'],
    );
    assert.equal(responseFor(post, '404'), undefined);
  });
});

describe('Names of paths and media types', () => {
  it('takes a path apart', () => {
    assert.deepEqual(segmentsOf('/users/{id}/files.{ext}/'), ['users', '{id}', 'files.{ext}']);
    assert.deepEqual(templateNames('/a/{id}/b.{x}'), [
      { value: 'id', span: { start: 4, end: 6 } },
      { value: 'x', span: { start: 11, end: 12 } },
    ]);
    assert.equal(erasedTemplate('/users/{userId}/a{b}c'), '/users/{}/a{}c');
  });

  it('reads every notation of a template expression', () => {
    assert.deepEqual(segmentsOf('/v1/{parent=shelves/*}/books?a=/b#/c'), ['v1', '{parent=shelves/*}', 'books']);
    assert.deepEqual(segmentsOf('/a/{id:[^/?#]{2}}.json/b'), ['a', '{id:[^/?#]{2}}.json', 'b']);
    assert.deepEqual(segmentsOf('/a{b/c}d/{e'), ['a{b/c}d', '{e']);
    const names = (path: string) =>
      templateNames(path).map(({ value, span }) => [value, path.slice(span.start, span.end)]);
    const written =
      '/{proxy+}/{path*}/{+x}/{;y}/{*slug}/{id:[0-9]{3}}/{name=a/*/b/*}/{lat, lng}/{rest...}/{?q}/{*}/{}/{$}';
    assert.deepEqual(
      names(written).map(([value, shown]) => value === shown && value),
      ['proxy', 'path', 'x', 'y', 'slug', 'id', 'name', 'lat', 'lng', 'rest'],
    );
    assert.deepEqual(
      [
        '/a/{b+}',
        '/a/{b=**}',
        '/a/{b:.*}',
        '/a/{;b}',
        '/a/{.b}',
        '/a/{b=c/*}',
        '/a/{b:\\d{2}}',
        '/a/{b=2}',
        '/{a',
        '/a}',
      ].map(erasedTemplate),
      ['/a/{+}', '/a/{+}', '/a/{+}', '/a/;{}', '/a/.{}', '/a/c/{}', '/a/{}', '/a/{}', '/{a', '/a}'],
    );
    assert.deepEqual(['/a/{b:c{1}}', '/a/{b}/', '/a/{b}:c', '/a/b}', '/{a}/b'].map(endsInExpression), [
      true,
      true,
      false,
      false,
      false,
    ]);
  });

  it('reads a hostile path in linear time', () => {
    const path = `/${'{'.repeat(50_000)}${'}'.repeat(50_000)}/${'{'.repeat(50_000)}`;
    assert.equal(segmentsOf(path).length, 2);
    assert.equal(templateNames(path).length, 1);
  });

  it('knows JSON and problem media types', () => {
    const json = ['application/json', 'Application/JSON; charset=utf-8', 'application/vnd.a+json', 'text/json'];
    assert.deepEqual(json.filter(isJsonMediaType), json);
    const others = ['text/plain', 'application/xml', 'application/jsonl', '', 'json', '*/*'];
    assert.deepEqual(others.filter(isJsonMediaType), []);
    assert.equal(isProblemJson('application/problem+json; charset=utf-8'), true);
    assert.equal(isProblemJson('application/json'), false);
  });
});
