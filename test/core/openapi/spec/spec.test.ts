import assert from 'node:assert/strict';
import { descriptionOutline } from '#core/openapi/description-outline.ts';
import { containerAt } from '#core/openapi/read/read-part.ts';
import { partKeywords } from '#core/openapi/read/schema-keywords.ts';
import { objectsWith, sinceOf, untilOf, versionsWith } from '#core/openapi/spec/field-versions.ts';
import { authorsFields } from '#core/openapi/spec/name-fields.ts';
import { objectEntries, objectOf, versions } from '#core/openapi/spec/objects-of.ts';
import type { ValueShape } from '#core/openapi/spec/spec.ts';
import { objectNameOf, shapeAt, shapeOfTarget } from '#core/openapi/spec/spec-of.ts';

describe('the tables of the specification', () => {
  it('name only objects that their version has', () => {
    for (const version of versions) {
      for (const [name, spec] of objectEntries(version)) {
        const shapes = [...Object.values(spec.fields).map(({ value }) => value), spec.entries?.value];
        for (const named of shapes.flatMap(objectsIn)) {
          assert.ok(objectOf(version, named as 'info'), `${version} ${name} names ${named}`);
        }
      }
    }
  });

  it('say of each object and field what it is for, in one line', () => {
    for (const version of versions) {
      for (const [name, spec] of objectEntries(version)) {
        assert.match(spec.title, /^[A-Z].* Object$/, name);
        for (const [field, { about }] of [[name, spec] as const, ...Object.entries(spec.fields)]) {
          assert.match(about, /^[A-Z`].{5,110}[.]$/, `${version} ${name} ${field}`);
        }
      }
    }
  });

  it('refer to fields that are there in their conditions', () => {
    for (const version of versions) {
      for (const [name, { fields, needsOneOf = [], excludes = [] }] of objectEntries(version)) {
        const conditions = Object.values(fields).flatMap(({ onlyWith, requiredWith }) => [onlyWith, requiredWith]);
        const named = [...needsOneOf.flat(), ...excludes.flat(), ...conditions.flatMap((one) => one?.field ?? [])];
        for (const field of named) assert.ok(fields[field], `${version} ${name} ${field}`);
      }
    }
  });

  it('tell since and until when a field is there', () => {
    assert.equal(sinceOf('document', 'webhooks'), '3.1');
    assert.equal(untilOf('schema', 'nullable'), '3.0');
    assert.equal(untilOf('document', 'info'), undefined);
    assert.deepEqual(versionsWith('operation', 'consumes'), ['2.0']);
    assert.equal(sinceOf('operation', 'toString'), undefined);
    assert.deepEqual(objectsWith('3.0', 'style'), ['parameter', 'encoding', 'header']);
  });

  it('tell how a description is cut, and what its parts are', () => {
    const { isContainer } = descriptionOutline;
    const roots = 'paths webhooks x-webhooks definitions parameters responses securityDefinitions'.split(' ');
    for (const key of [...roots, 'components']) assert.ok(isContainer([key]), key);
    for (const key of ['info', 'tags', 'servers', 'x-own']) assert.ok(!isContainer([key]), key);
    assert.deepEqual(
      roots.map((key) => containerAt([key])),
      [
        'paths',
        'webhooks',
        'webhooks',
        'openapi.schema',
        'openapi.parameter',
        'openapi.response',
        'openapi.security-scheme',
      ],
    );
    const components = 'schemas responses requestBodies pathItems mediaTypes links'.split(' ');
    assert.deepEqual(
      components.map((key) => containerAt(['components', key])),
      [
        'openapi.schema',
        'openapi.response',
        'openapi.request-body',
        'openapi.path-item',
        'openapi.media-type',
        'openapi.link',
      ],
    );
  });

  it('tell below which keys names and data are', () => {
    const found = authorsFields();
    for (const key of 'properties content mapping scopes example default enum variables $defs'.split(' '))
      assert.ok(found.has(key), key);
    for (const key of ['responses', 'requestBody', 'get', 'schema', 'items', 'info']) assert.ok(!found.has(key), key);
  });

  it('say where schemas stand below schemas, as the views read them', () => {
    const fields = objectOf('3.2', 'schema')?.fields ?? {};
    const holders = Object.entries(fields).flatMap(([name, { value }]) => {
      const inner = value.kind === 'list' || value.kind === 'map' ? value.of : value;
      const shape = value.kind === 'list' || value.kind === 'map' ? value.kind : 'one';
      return objectNameOf(inner) === 'schema' ? [[name, shape] as const] : [];
    });
    // What 2020-12 knows no longer is read where it stands; of `dependencies` nothing is.
    const read = new Map([...partKeywords].map(([name, { shape }]) => [name, shape]));
    for (const [name, shape] of holders) if (name !== 'dependencies') assert.equal(read.get(name), shape, name);
    const known = new Set(holders.map(([name]) => name));
    assert.deepEqual(
      [...read.keys()].filter((name) => !known.has(name)),
      ['additionalItems'],
    );
  });

  it('lead from a pointer to what stands there', () => {
    const at = (pointer: string) => objectNameOf(shapeAt('3.1', pointer.split('/').slice(1)));
    assert.equal(at('/paths/~1users/get/responses/200/content/application~1json/schema'), 'schema');
    assert.equal(at('/components/schemas/User/properties/name/items'), 'schema');
    assert.equal(at('/webhooks/paid/post/callbacks/done/{$url}/post/requestBody'), 'request-body');
    assert.equal(at('/components/schemas/User/example/name'), undefined);
    assert.equal(at('/paths/x-own'), undefined);
    assert.equal(objectNameOf(shapeOfTarget('2.0', 'openapi.request-body', undefined)), 'parameter');
    assert.equal(shapeOfTarget('3.0', 'openapi.part', ['$parameters'])?.kind, 'list');
  });
});

function objectsIn(shape: ValueShape | undefined): readonly string[] {
  switch (shape?.kind) {
    case 'object':
      return [shape.of];
    case 'list':
    case 'map':
      return objectsIn(shape.of);
    case 'either':
      return shape.of.flatMap(objectsIn);
    default:
      return [];
  }
}
