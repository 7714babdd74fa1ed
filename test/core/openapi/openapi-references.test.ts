import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { Description } from '#core/openapi/description/description.ts';
import { readReferenceTarget } from '#core/openapi/reference/reference-target.ts';
import type { TreeSection } from '#core/tree/section.ts';
import { finish } from '#core/work/steps.ts';
import { anchorText, describeFiles, findIn, labelOf, nodesOf, nodesOfKind } from './describe-openapi.ts';

const files = {
  'api/openapi.yaml': `openapi: 3.1.0
info: {title: A, version: '1'}
paths:
  /users:
    $ref: ../paths/users.yaml
  /a~b/{id}:
    get:
      responses:
        '200': {description: OK, content: {application/json: {schema: {type: integer}}}}
components:
  schemas:
    User: {type: object, properties: {id: {type: string}}}
    Chain: {$ref: '#/components/schemas/Chain2'}
    Chain2: {$ref: '../common.yaml#/components/schemas/Shared'}
    Loop: {$ref: '#/components/schemas/Pool'}
    Pool: {$ref: '#/components/schemas/Loop'}
    Anchored: {$anchor: here, type: boolean}
    Alias: {$ref: '../common.yaml#/components/schemas/Other'}
    Wrapped: {allOf: [{$ref: REF}]}
`,
  'common.yaml': `openapi: 3.0.0
components:
  schemas:
    Shared: {type: array, items: {$ref: '#/components/schemas/Other'}}
    Other: {type: number}
    Unused: {type: 'null'}
`,
  'paths/users.yaml': `get:
  responses:
    '200': {$ref: ../my%20files/ok.yaml}
`,
  'my files/ok.yaml': `description: OK
content:
  application/json:
    schema: {$ref: ./User.yaml}
`,
  'my files/User.yaml': 'type: object\nproperties: {back: {$ref: ../api/openapi.yaml#/components/schemas/User}}\n',
};

/** What a description finds, in its order. */
function toldOf(description: Description): unknown {
  const nodes = nodesOf(description);
  const references = nodes.filter((node) => node.kind === 'openapi.reference');
  return {
    files: [...description.files.keys()],
    sections: description.sectionsToReview().map(({ section, roles }) => [section.id, roles.key]),
    nodes: nodes.map(labelOf),
    outcomes: references.map((reference) => description.outcome(reference, new Map())),
    absent: description.absentReferences().map(({ target }) => target),
    wanted: description.wantedFiles(),
  };
}

/** What a `$ref` with this text at a schema of the root leads to. */
function outcomeOf(target: string): string {
  const root = files['api/openapi.yaml'].replace('REF', JSON.stringify(target));
  const description = describeFiles({ ...files, 'api/openapi.yaml': root });
  const reference = nodesOfKind(description, 'openapi.reference').find(
    (node) => labelOf(node) === 'reference to schema /components/schemas/Wrapped/allOf/0',
  );
  assert.ok(reference);
  const resolution = description.resolution(reference);
  if ('found' in resolution) return resolution.found?.kind === 'openapi.schema' ? resolution.found.types.join() : '';
  return 'missing' in resolution ? resolution.missing : resolution.notRead;
}

describe('OpenAPI references', () => {
  for (const [target, expected] of [
    ['#/components/schemas/User', 'object'],
    ['#/components/schemas/User/properties/id', 'string'],
    ['#/components/schemas/Us%65r', 'object'],
    ['openapi.yaml#/components/schemas/User', 'object'],
    ['./openapi.yaml#/components/schemas/User', 'object'],
    ['#/components/schemas/Chain', 'array'],
    ['#/components/schemas/Chain/items', 'number'],
    ['../common.yaml#/components/schemas/Shared', 'array'],
    ['/w/common.yaml#/components/schemas/Other', 'number'],
    ['file:///w/common.yaml#/components/schemas/Other', 'number'],
    ['../my files/User.yaml', 'object'],
    ['../my%20files/User.yaml#', 'object'],
    ['#/paths/~1a~0b~1{id}/get/responses/200/content/application~1json/schema', 'integer'],
    ['#/paths/~1users/get/responses/200/content/application~1json/schema', 'object'],
    ['#here', 'boolean'],
    ['#nowhere', 'pointer'],
    ['#components/schemas/User', 'pointer'],
    ['../common.yaml#nowhere', 'pointer'],
    ['#/components/schemas/Loop', 'cycle'],
    ['#/components/schemas/Wrapped/allOf/0', 'cycle'],
    ['#/components/schemas/Nothing', 'pointer'],
    ['#/components/schemas', 'pointer'],
    ['#/components/schemas/User/type', 'pointer'],
    ['User', 'file'],
    ['missing.yaml#/a', 'file'],
    ['https://example.com/a.yaml#/b', 'remote'],
    ['//example.com/a.yaml', 'remote'],
    ['urn:example:a', 'remote'],
    ['', 'pointer'],
    ['%', 'file'],
    ['#/%E0%A4%A', 'pointer'],
  ]) {
    it(`resolves “${target}” to ${expected}`, () => assert.equal(outcomeOf(String(target)), expected));
  }

  it('reaches the files that references lead into, each with its part only', () => {
    const description = describeFiles(files);
    const found = description.sectionsToReview().filter(({ section }) => section.uri !== description.context.rootUri);
    assert.deepEqual(
      found.map(({ section }) => section.id.replace('file:///w/', '')),
      [
        'common.yaml#/components/schemas/Other',
        'common.yaml#/components/schemas/Shared',
        'my%20files/User.yaml#',
        'my%20files/ok.yaml#',
        'paths/users.yaml#',
      ].map((id) => id.replaceAll('%20', ' ')),
    );
    assert.deepEqual(
      nodesOfKind(description, 'openapi.operation').map(({ path, method, origin }) => `${method} ${path} ${origin}`),
      ['get /a~b/{id} path', 'get /users path'],
    );
    assert.deepEqual(description.names('openapi.path-item'), ['/a~b/{}', '/users']);
    assert.equal(description.find('openapi.path-item', '/users')?.operations[0]?.path, '/users');
  });

  it('visits a value once when references lead to it and into it', () => {
    const description = describeFiles({
      'a.yaml':
        'openapi: 3.1.0\ncomponents: {schemas: {A: {$ref: "b.yaml#/U/properties/id"}, B: {$ref: "b.yaml#/U"}, C: {$ref: "b.yaml#/U"}}}\n',
      'b.yaml': 'U: {type: object, properties: {id: {type: string}}}\nV: {type: object}\n',
    });
    assert.deepEqual(nodesOfKind(description, 'openapi.schema').map(labelOf), ['schema /U', 'schema /U/properties/id']);
    assert.equal(description.find('openapi.schema', 'B')?.name?.value, 'U');
  });

  it('follows a reference in place of a container or an operation', () => {
    const description = describeFiles({
      'a.yaml': 'swagger: "2.0"\npaths: {$ref: p.yaml}\ndefinitions: {$ref: d.yaml}\n',
      'p.yaml': '/x: {get: {$ref: op.yaml}}\n',
      'op.yaml': 'operationId: getX\nresponses: {200: {description: OK, schema: {$ref: "a.yaml#/definitions/X"}}}\n',
      'd.yaml': 'X: {type: string}\n',
    });
    assert.deepEqual(
      nodesOfKind(description, 'openapi.operation').map(({ method, path, operationId }) => [
        method,
        path,
        operationId?.value,
      ]),
      [['get', '/x', 'getX']],
    );
    assert.deepEqual(description.names('openapi.schema'), ['X']);
    for (const node of nodesOfKind(description, 'openapi.reference'))
      assert.ok('found' in description.resolution(node));
  });

  it('finds the same in the same order, whichever files were known before', () => {
    const all = { ...files, 'api/openapi.yaml': files['api/openapi.yaml'].replace('REF', '../absent.yaml') };
    const whole = describeFiles(all);
    const names = Object.keys(all);
    for (const later of names.slice(1)) {
      const before = describeFiles(Object.fromEntries(Object.entries(all).filter(([name]) => name !== later)));
      const root = before.files.get(before.context.rootUri);
      assert.ok(root);
      const documents = new Map([...whole.files, ...before.files]);
      const now = finish(Description.read(root, findIn(documents), before));
      assert.deepEqual(toldOf(now), toldOf(whole), later);
      assert.notDeepEqual(toldOf(before), toldOf(whole), later);
    }
  });

  it('names the files it wants and the references it never follows', () => {
    const description = describeFiles({
      'api/a.yaml':
        'openapi: 3.1.0\npaths: {/b: {$ref: ../b c.yaml}, /c: {$ref: ./c.yaml#/x}, /d: {$ref: "https://example.com/d"}}\n',
    });
    assert.deepEqual(description.wantedFiles(), ['file:///w/api/c.yaml', 'file:///w/b%20c.yaml']);
    assert.deepEqual(
      description.remoteReferences().map(({ target }) => target),
      ['https://example.com/d'],
    );
    const [b, , d] = nodesOfKind(description, 'openapi.reference');
    assert.ok(b && d);
    assert.equal(anchorText(b), '/b');
    assert.equal(description.outcome(b, new Map()), 'unread');
    assert.equal(description.outcome(b, new Map([['file:///w/b%20c.yaml', 'missing']])), 'missing-file');
    assert.equal(description.outcome(b, new Map([['file:///w/b%20c.yaml', 'outside-workspace']])), 'outside-workspace');
    assert.equal(description.outcome(d, new Map()), 'remote');
  });

  it('gives the very same view for the same target', () => {
    const description = describeFiles(files);
    const reference = nodesOfKind(description, 'openapi.reference').find(({ target }) => target.endsWith('/Shared'));
    assert.ok(reference);
    assert.ok(description.resolution(reference));
    assert.equal(description.find('openapi.schema', 'User'), description.find('openapi.schema', 'User'));
  });

  it('resolves paths like any URI reference', () => {
    const uris = [
      ['b.yaml', 'api/a.yaml', 'api/b.yaml'],
      ['../../b.yaml', 'a.yaml', '../../b.yaml'],
      ['./x/../b.yaml?v=1', 'file:///c%3A/a.yaml', 'file:///c:/b.yaml'],
      ['../../../b.yaml', 'file:///w/a.yaml', 'file:///b.yaml'],
    ];
    for (const [target = '', base = '', expected] of uris) {
      assert.equal(readReferenceTarget(target, base).uri, expected);
    }
  });

  it('reads a whole-file cut and a fine cut alike', () => {
    const fine = describeFiles(files);
    const flow = describeFiles({
      ...files,
      'api/openapi.yaml': `# one section\n? openapi\n: 3.1.0\n${files['api/openapi.yaml'].replace(/^.*\n/, '')}`,
    });
    const own = ({ section }: { section: TreeSection }) => section.uri.endsWith('/openapi.yaml');
    assert.equal(flow.sectionsToReview().filter(own).length, 1);
    assert.deepEqual(nodesOf(flow).map(labelOf), nodesOf(fine).map(labelOf));
  });
});
