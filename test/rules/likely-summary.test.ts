import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { likelySummary } from '#rules/fixes/openapi/likely-summary.ts';

function summaryOf(method: 'get' | 'put' | 'post' | 'patch' | 'delete', path: string, operationId?: string) {
  return likelySummary({ method, path, origin: 'path', operationId });
}

describe('likelySummary', () => {
  it('reads ids that begin with a verb', () => {
    assert.equal(summaryOf('post', '/x', 'sendMagicLink'), 'Send magic link');
    assert.equal(summaryOf('get', '/x', 'list_open_orders'), 'List open orders');
    assert.equal(summaryOf('get', '/x', 'showSiteTLSCertificate'), 'Show site TLS certificate');
    assert.equal(summaryOf('get', '/x', 'getOrderID'), 'Get order ID');
    assert.equal(summaryOf('get', '/x', 'LIST_OPEN_ORDERS'), 'List open orders');
  });

  it('reads paths where the id tells nothing', () => {
    assert.equal(summaryOf('get', '/v1/orders', 'OrdersController_all'), 'List orders');
    assert.equal(summaryOf('post', '/orders'), 'Create an order');
    assert.equal(summaryOf('get', '/orders/{id}'), 'Get an order');
    assert.equal(summaryOf('put', '/companies/{id}'), 'Store a company');
    assert.equal(summaryOf('get', '/customers/{id}/order-lines'), 'List order lines of a customer');
  });

  it('says nothing where neither tells', () => {
    assert.equal(summaryOf('post', '/orders/{id}/recalculate'), undefined);
    assert.equal(summaryOf('get', '/profile'), undefined);
    assert.equal(
      likelySummary({ method: 'post', path: 'placed', origin: 'webhook', operationId: undefined }),
      undefined,
    );
  });
});
