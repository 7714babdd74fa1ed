import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { kindsOf } from './kinds-of.ts';

/** A path, those beside it, and what its parts are. */
type Case = readonly [path: string, lines: readonly string[], kinds: string];

const cases: readonly Case[] = [
  ['/orders', ['GET,POST /orders', 'GET,DELETE /orders/{id}'], 'orders collection'],
  ['/orders/{id}', ['GET /orders', 'GET /orders/{id}'], 'orders collection, {} item'],
  ['/orders', ['GET,POST /orders'], 'orders collection'],
  ['/order/{orderId}', ['GET /order/{orderId}'], 'order collection, {} item'],
  ['/kunden/{id}', ['GET /kunden/{id}'], 'kunden collection, {} item'],
  ['/categories', ['GET /categories'], 'categories collection'],
  // What is done.
  ['/orders/{id}/cancel', ['POST /orders/{id}/cancel'], 'orders collection, {} item, cancel action'],
  ['/orders/search', ['GET /orders/search'], 'orders collection, search action'],
  ['/createOrder', ['POST /createOrder'], 'createOrder action'],
  ['/get-users', ['GET /get-users'], 'get-users action'],
  ['/pins/list', ['GET /pins/list'], 'pins collection, list action'],
  ['/log/file/update', ['POST /log/file/update'], 'log prefix, file prefix, update action'],
  ['/auth/login', ['POST /auth/login'], 'auth prefix, login action'],
  ['/users/bulk-delete', ['POST /users/bulk-delete'], 'users collection, bulk-delete action'],
  ['/users/bulk', ['POST /users/bulk'], 'users collection, bulk action'],
  ['/rooms/{id}/report', ['POST /rooms/{id}/report'], 'rooms collection, {} item, report action'],
  ['/notifications/test/{x}', ['POST /notifications/test/{x}'], 'notifications collection, test action, {} argument'],
  ['/search/{term}', ['GET /search/{term}'], 'search action, {} argument'],
  [
    '/orders/{id}/cancel/{reason}',
    ['POST /orders/{id}/cancel/{reason}'],
    'orders collection, {} item, cancel action, {} argument',
  ],
  ['/admin.users.list', ['GET /admin.users.list'], 'admin.users.list action'],
  [
    '/v1/projects/{p}:archive',
    ['POST /v1/projects/{p}:archive'],
    'v1 prefix, projects collection, {} item, :archive action',
  ],
  [
    '/v1/users:batchGet',
    ['POST /v1/users:batchGet', 'GET /v1/users/{id}'],
    'v1 prefix, users collection, :batchGet action',
  ],
  ['/convert/getQuote', ['GET /convert/getQuote'], 'convert prefix, getQuote action'],
  ['/archive/list', ['GET /archive/list'], 'archive unknown, list action'],
  ['/search/users', ['GET /search/users'], 'search action, users argument'],
  // The same words where they name things.
  [
    '/rooms/{id}/report/{reportId}',
    ['GET /rooms/{id}/report', 'GET,DELETE /rooms/{id}/report/{reportId}'],
    'rooms collection, {} item, report collection, {} item',
  ],
  ['/list/{id}', ['GET /list/{id}'], 'list collection, {} item'],
  ['/deploy-keys/{id}', ['GET,DELETE /deploy-keys/{id}'], 'deploy-keys collection, {} item'],
  ['/add-ons', ['GET /add-ons'], 'add-ons collection'],
  ['/search-results', ['GET /search-results'], 'search-results collection'],
  ['/delete-requests', ['GET /delete-requests'], 'delete-requests collection'],
  ['/rooms/{id}/report', ['GET,PUT /rooms/{id}/report'], 'rooms collection, {} item, report singleton'],
  // Where the API is found.
  ['/api', ['GET /api'], 'api prefix'],
  ['/api/v1/users', ['GET /api/v1/users'], 'api prefix, v1 prefix, users collection'],
  ['/api/{name}', ['GET /api/{name}'], 'api prefix, {} unknown'],
  [
    '/2010-04-01/Accounts/{Sid}.json',
    ['GET /2010-04-01/Accounts/{Sid}.json'],
    '2010-04-01 prefix, Accounts collection, {}.json item',
  ],
  ['/2010-04-01/Accounts.json', ['GET,POST /2010-04-01/Accounts.json'], '2010-04-01 prefix, Accounts.json collection'],
  ['/v1.1beta/things', ['GET /v1.1beta/things'], 'v1.1beta prefix, things collection'],
  ['/.well-known/jwks', ['GET /.well-known/jwks'], '.well-known prefix, jwks collection'],
  ['/apps/{id}', ['GET /apps/{id}'], 'apps collection, {} item'],
  ['/{path}', ['GET /{path}'], '{} unknown'],
  ['/{path+}', ['GET /{path+}'], '{+} unknown'],
  ['/{tenant}/users/{id}', ['GET /{tenant}/users/{id}'], '{} prefix, users collection, {} item'],
  // One of many without an id, and what there is once.
  ['/users/me', ['GET /users/me'], 'users collection, me item'],
  ['/users/@me/guilds', ['GET /users/@me/guilds'], 'users collection, @me item, guilds collection'],
  ['/me', ['GET,PATCH /me'], 'me singleton'],
  ['/cart', ['GET,PUT /cart'], 'cart singleton'],
  ['/cart', ['GET /cart'], 'cart unknown'],
  ['/users/{id}/avatar', ['GET,PUT,DELETE /users/{id}/avatar'], 'users collection, {} item, avatar singleton'],
  ['/users/{id}/settings', ['GET,PUT /users/{id}/settings'], 'users collection, {} item, settings singleton'],
  ['/orders/count', ['GET /orders/count'], 'orders collection, count singleton'],
  ['/status', ['GET /status'], 'status singleton'],
  // Several parameters, and parameters that name nothing.
  [
    '/a/{x}/b/{y}/c',
    ['GET /a/{x}/b/{y}/c', 'GET /a/{x}', 'GET /a/{x}/b', 'DELETE /a/{x}/b/{y}'],
    'a collection, {} item, b collection, {} item, c unknown',
  ],
  ['/repos/{owner}/{repo}', ['GET /repos/{owner}/{repo}'], 'repos collection, {} item, {} item'],
  ['/repos/{id}/{field}', ['GET /repos/{id}', 'GET /repos/{id}/{field}'], 'repos collection, {} item, {} unknown'],
  ['/reports/{format}', ['GET /reports/{format}'], 'reports collection, {} argument'],
  ['/languages/{language}', ['GET /languages/{language}'], 'languages collection, {} item'],
  ['/person/{page}', ['GET /person', 'GET /person/{page}'], 'person unknown, {} unknown'],
  [
    '/prison/roll-count/{prisonId}',
    ['GET /prison/roll-count/{prisonId}'],
    'prison prefix, roll-count unknown, {} unknown',
  ],
  ["/Users('{id}')/Orders", ["GET /Users('{id}')/Orders"], "Users collection, ('{}') item, Orders collection"],
  // Which of them.
  ['/users/by-email/{email}', ['GET /users/by-email/{email}'], 'users collection, by-email qualifier, {} argument'],
  [
    '/branches/country/{countryCode}',
    ['GET /branches/country/{countryCode}'],
    'branches collection, country qualifier, {} argument',
  ],
  ['/agencies/prison/{id}', ['GET /agencies/prison/{id}'], 'agencies collection, prison qualifier, {} item'],
  // Nothing tells.
  ['/ping', ['GET /ping'], 'ping unknown'],
  ['/export', ['POST /export'], 'export unknown'],
  [
    '/articles/{id}/favorite',
    ['POST,DELETE /articles/{id}/favorite'],
    'articles collection, {} item, favorite unknown',
  ],
];

describe('What the parts of a path are', () => {
  for (const [path, lines, kinds] of cases) {
    it(`${path} of ${lines.join(', ')}`, () => assert.equal(kindsOf(path, lines), kinds));
  }

  it('is the same whatever a slash at the end, a query and the names of parameters', () => {
    assert.equal(kindsOf('/orders/{other}/?full={x}', ['GET /orders/{id}']), 'orders collection, {} item');
  });

  it('is not known of a path that none begins with, and of the root alone', () => {
    assert.equal(kindsOf('/carts', ['GET /orders']), '');
    assert.equal(kindsOf('/', ['GET /', 'GET /orders']), '');
  });
});
