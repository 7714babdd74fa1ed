import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { resourceIn } from '#core/openapi/resources/judged-path.ts';
import { pathFact } from '#core/openapi/resources/path-fact.ts';
import { PathTree } from '#core/openapi/resources/path-tree.ts';
import { collectionOf, isAction, isItem, standardOperations } from '#core/openapi/resources/standard-operations.ts';
import { treeOf } from './kinds-of.ts';

/** `list create | read delete`: what is there, and what is missing. */
function operationsOf(path: string, lines: readonly string[], tree = treeOf(lines)): string {
  const find = (each: string) => resourceIn(tree, each);
  const resource = find(path);
  assert.ok(resource);
  const { present, missing } = standardOperations(resource, find);
  return [present, missing].map((sites) => sites.map(({ operation }) => operation).join(' ')).join(' | ');
}

describe('The standard operations of a resource', () => {
  it('are those of a collection and of its items', () => {
    assert.equal(operationsOf('/orders', ['GET /orders', 'GET,PUT /orders/{id}']), 'list read replace | create delete');
    assert.equal(operationsOf('/orders', ['POST /orders']), 'create | list read replace update delete');
  });

  it('are those of one thing', () => {
    assert.equal(operationsOf('/cart', ['GET,PATCH /cart']), 'read update | delete');
  });

  it('are not asked of items alone, nor of actions and unknown things', () => {
    const lines = ['GET /orders/{id}', 'POST /orders/{id}/cancel', 'GET /ping'];
    for (const path of ['/orders/{id}', '/orders/{id}/cancel', '/ping']) assert.equal(operationsOf(path, lines), ' | ');
  });

  it('do not take what a call is given for an item', () => {
    assert.equal(operationsOf('/reports', ['GET /reports', 'GET /reports/{format}']), 'list | create');
  });

  it('are never missing where methods are not known', () => {
    const tree = new PathTree(treeOf(['GET /orders']));
    tree.add(pathFact('/orders/{id}', undefined));
    assert.equal(operationsOf('/orders', [], tree.root), 'list | ');
  });

  it('stand beside what a path belongs to', () => {
    const tree = treeOf(['GET /orders', 'POST /orders/{id}/cancel', 'GET /orders/{id}']);
    const find = (path: string) => resourceIn(tree, path);
    const [item, cancel] = [find('/orders/{id}'), find('/orders/{id}/cancel')];
    assert.ok(item && cancel);
    assert.deepEqual([isItem(item), isAction(item), isItem(cancel), isAction(cancel)], [true, false, false, true]);
    assert.equal(collectionOf(cancel, find)?.template, '/orders');
  });
});
