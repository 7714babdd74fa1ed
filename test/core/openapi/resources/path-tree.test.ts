import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { changedResources } from '#core/openapi/resources/changed-resources.ts';
import { resourceIn } from '#core/openapi/resources/judged-path.ts';
import { pathFact } from '#core/openapi/resources/path-fact.ts';
import { noPaths, type PathNode } from '#core/openapi/resources/path-node.ts';
import { PathTree } from '#core/openapi/resources/path-tree.ts';
import { Random } from '../../../support/random.ts';
import { treeOf } from './kinds-of.ts';

const words = [
  'orders',
  'users',
  'list',
  'report',
  'cancel',
  'api',
  'v1',
  '{id}',
  '{order}',
  '{page}',
  'me',
  '{id}:stop',
];
const methods = ['get', 'post', 'put', 'delete'];

/** All that can be asked of a tree, by template. */
function answersOf(root: PathNode): Map<string, string> {
  const answers = new Map<string, string>();
  const pending = [...root.children.values()];
  for (let node = pending.pop(); node !== undefined; node = pending.pop()) {
    answers.set(node.template, JSON.stringify(resourceIn(root, node.template)));
    pending.push(...node.children.values());
  }
  return answers;
}

function somePath(random: Random): string {
  return Array.from({ length: 1 + random.below(4) }, () => `/${words[random.below(words.length)] ?? ''}`).join('');
}

describe('The tree of paths', () => {
  it('says the same patched and made anew, and names all that changed', () => {
    const random = new Random(7);
    let tree = new PathTree(noPaths).root;
    const facts: ReturnType<typeof pathFact>[] = [];
    for (let step = 0; step < 1500; step++) {
      const patch = new PathTree(tree);
      for (let times = random.below(3); times >= 0; times--) {
        const leaves = facts.length > 12 || (facts.length > 0 && random.below(2) === 0);
        if (leaves) for (const fact of facts.splice(random.below(facts.length), 1)) patch.remove(fact);
        else {
          const own = methods.filter(() => random.below(2) === 0);
          const fact = pathFact(somePath(random), random.below(9) === 0 ? undefined : own);
          facts.push(fact);
          patch.add(fact);
        }
      }
      const anew = new PathTree(noPaths);
      for (const fact of facts) anew.add(fact);
      const [before, after, fresh] = [answersOf(tree), answersOf(patch.root), answersOf(anew.root)];
      assert.deepEqual(new Map([...after].sort()), new Map([...fresh].sort()));
      const told = new Set([...changedResources(tree, patch.root)]);
      for (const template of new Set([...before.keys(), ...after.keys()]))
        assert.equal(told.has(template), before.get(template) !== after.get(template), template);
      tree = patch.root;
    }
  });

  it('leaves what it began with as it was', () => {
    const before = treeOf(['GET /orders', 'GET /orders/{id}']);
    const patch = new PathTree(before);
    patch.remove(pathFact('/orders/{id}', ['get']));
    patch.add(pathFact('/orders/search', ['post']));
    assert.deepEqual([...answersOf(before).keys()].sort(), ['/orders', '/orders/{}']);
    assert.deepEqual([...answersOf(patch.root).keys()].sort(), ['/orders', '/orders/search']);
  });

  it('takes many paths of one template, and paths that nobody writes', () => {
    const many = Array.from({ length: 20_000 }, (_, index) => `GET /orders/{id${index}}`);
    const root = treeOf([...many, `GET /${'a/'.repeat(20_000)}b`]);
    assert.equal(resourceIn(root, '/orders/{id}')?.paths.length, 20_000);
    assert.equal(resourceIn(root, `/${'a/'.repeat(20_000)}b`), undefined);
  });

  it('looks only at what lies on the way of a change', () => {
    const many = Array.from({ length: 2000 }, (_, index) => `GET /things${index}/{id}`);
    const before = treeOf(many);
    const patch = new PathTree(before);
    patch.add(pathFact('/things7/{id}/parts', ['get']));
    assert.deepEqual([...changedResources(before, patch.root)], ['/things7/{}/parts']);
    assert.equal(patch.root.children.get('things8'), before.children.get('things8'));
  });
});
