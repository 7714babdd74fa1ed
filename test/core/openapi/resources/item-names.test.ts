import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { namedResources } from '#core/ask/named-resources.ts';
import type { PathNode } from '#core/openapi/resources/path-node.ts';
import { Pace } from '#core/work/pace.ts';
import { finish } from '#core/work/steps.ts';
import { treeOf } from './kinds-of.ts';

function itemPath(paths: PathNode, collection: string): string {
  return finish(namedResources({ paths }, new Pace())).itemNames.pathIn(collection);
}

describe('The path of an item that is not there yet', () => {
  for (const [path, expected] of [
    ['/users/{userId}', '/gift-orders/{giftOrderId}'],
    ['/users/{user_id}', '/gift-orders/{gift_order_id}'],
    ['/users/{user-uuid}', '/gift-orders/{gift-order-uuid}'],
    ['/users/{UserID}', '/gift-orders/{id}'],
    ['/users/{userID}', '/gift-orders/{giftOrderID}'],
    ['/users/{user}', '/gift-orders/{giftOrder}'],
    ['/api_keys/{api_key}', '/gift-orders/{gift_order}'],
    ['/users/{id}', '/gift-orders/{id}'],
    ['/users/{uuid}', '/gift-orders/{uuid}'],
    ['/users', '/gift-orders/{id}'],
  ] as const)
    it(`is ${expected} beside ${path}`, () => assert.equal(itemPath(treeOf([path]), '/gift-orders'), expected));

  it('is called as most are', () => {
    const paths = ['/users/{userId}', '/orders/{order_id}', '/lines/{lineId}/parts/{partId}'];
    assert.equal(itemPath(treeOf(paths), '/v1/boxes'), '/v1/boxes/{boxId}');
  });

  it('ends with a slash where its collection does', () => {
    assert.equal(itemPath(treeOf(['/users/{userId}/']), '/gift-orders/'), '/gift-orders/{giftOrderId}/');
  });
});
