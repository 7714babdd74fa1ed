import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { faultsOf } from '#core/openapi/validate/faults-of.ts';
import { Pattern } from '#core/openapi/validate/pattern/pattern.ts';
import { plainTree } from '#core/openapi/validate/plain-tree.ts';
import { SparedProperties } from '#core/openapi/validate/spared-properties.ts';
import type { PlainValue, TreeNode } from '#core/tree/tree.ts';
import { listNode, mapNode } from '#core/tree/tree-nodes.ts';
import { describeSchema, faultsIn } from './suite-description.ts';

const many = 2000;

function manyNamed(prefix: string, value: PlainValue): { readonly [name: string]: PlainValue } {
  return Object.fromEntries(Array.from({ length: many }, (_, index) => [`${prefix}${index}`, value]));
}

/** The list, and how often one of its items was looked at. */
function counted<T>(list: readonly T[]): { readonly list: readonly T[]; readonly count: () => number } {
  let count = 0;
  const get = (target: readonly T[], key: string | symbol): unknown => {
    if (typeof key === 'string' && /^\d+$/.test(key)) count++;
    return Reflect.get(target, key);
  };
  return { list: new Proxy(list, { get }), count: () => count };
}

describe('what judging a value costs', () => {
  it('is bounded where many patterns meet many names', () => {
    const search = Pattern.prototype.search;
    let searches = 0;
    Pattern.prototype.search = function counting(text) {
      searches++;
      return search.call(this, text);
    };
    try {
      const schema = { patternProperties: manyNamed('^p', {}), additionalProperties: false };
      assert.deepEqual(faultsIn(describeSchema(schema, '3.1.0'), manyNamed('q', 1)), []);
    } finally {
      Pattern.prototype.search = search;
    }
    assert.ok(searches < many * 200, `${searches} searches`);
  });

  it('grows with names and what depends on names, not with both together', () => {
    const schema = { dependentSchemas: manyNamed('d', {}), dependentRequired: manyNamed('d', ['e']) };
    const description = describeSchema(schema, '3.1.0');
    const site = description.placeAt(['components', 'schemas', 'S']);
    const value = plainTree(manyNamed('p', 1));
    assert.ok(site !== undefined && value.kind === 'map');
    const { list: entries, count } = counted(value.entries);
    const scope = { resolve: description.resolveUnderstood.bind(description) };
    faultsOf(mapNode(0, value.span.end, entries), site, {
      scope,
      version: '3.1',
      direction: 'either',
      isLenient: false,
    });
    assert.ok(count() < many * 10, `${count()} entries`);
  });

  it('is bounded where a property that is missing may be one of many', () => {
    const branches = Array.from({ length: many }, () => plainTree({}));
    const { list: items, count } = counted(branches);
    const choices = withValue(plainTree({ oneOf: null }), listNode(0, 1, items));
    const schema = withValue(plainTree({ properties: null }), withValue(plainTree({ z: null }), choices));
    const site = describeSchema({}, '3.1.0').placeAt(['components', 'schemas', 'S']);
    assert.ok(site !== undefined);
    const spared = new SparedProperties({ ...site, tree: schema }, 'either', () => undefined);
    for (let times = 0; times < 10; times++) assert.equal(spared.has('z'), false);
    assert.ok(count() < 500, `${count()} branches`);
  });
});

function withValue(map: TreeNode, value: TreeNode): TreeNode {
  assert.ok(map.kind === 'map');
  const [entry] = map.entries;
  assert.ok(entry !== undefined);
  return mapNode(0, 1, [{ key: entry.key, value }]);
}
