import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { suggestedPaths } from '#core/ask/complete/openapi/suggested-paths.ts';

describe('the paths that others suggest', () => {
  it('are the items of collections, called as other items are', () => {
    assert.deepEqual(suggestedPaths(['/orders']), ['/orders/{orderId}']);
    assert.deepEqual(suggestedPaths(['/order-lines', '/pets', '/pets/{id}']), ['/order-lines/{id}']);
    assert.deepEqual(suggestedPaths(['/order_lines', '/pets', '/pets/{pet_id}']), ['/order_lines/{order_line_id}']);
    assert.deepEqual(suggestedPaths(['/orderLines', '/pets', '/pets/{pet-id}']), ['/orderLines/{order-line-id}']);
    assert.deepEqual(suggestedPaths(['/v1/pets/{petID}', '/v1/pets', '/v1/cities']), ['/v1/cities/{cityID}']);
  });

  it('are what stands above a longer path', () => {
    assert.deepEqual(suggestedPaths(['/v1/shops/{shop}/orders']), [
      '/v1/shops',
      '/v1/shops/{shop}',
      '/v1/shops/{shop}/orders/{order}',
    ]);
  });

  it('are none that is there under another name, and nothing below what is no collection', () => {
    assert.deepEqual(
      suggestedPaths(['/orders', '/orders/{id}', '/status', '/me', '/login', '/', '/a?b={c}', 'x-a']),
      [],
    );
  });
});
