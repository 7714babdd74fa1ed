import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { cutDescription } from '#core/openapi/cut-description.ts';
import { Description } from '#core/openapi/description/description.ts';
import { finish } from '#core/work/steps.ts';
import { describeFiles, findIn } from '../describe-openapi.ts';

const root = `openapi: 3.1.0
paths:
  /orders:
    get: {}
    post: {}
  /orders/{id}:
    $ref: orders.yaml#/item
  /users/{id}:
    $ref: '#/components/pathItems/User'
    delete: {}
  /lost: { $ref: lost.yaml }
components:
  pathItems:
    User: { get: {} }
`;
const orders = 'item:\n  get: {}\n  patch: {}\n';

describe('The resources of a description', () => {
  const methodsOf = (description: Description, path: string) => description.resource(path)?.methods?.join(' ');

  it('have the methods of what their path items refer to', () => {
    const description = describeFiles({ 'a.yaml': root, 'orders.yaml': orders });
    assert.equal(methodsOf(description, '/orders'), 'get post');
    assert.equal(methodsOf(description, '/orders/{id}'), 'get patch');
    assert.equal(methodsOf(description, '/users/{id}'), 'delete get');
    assert.equal(methodsOf(description, '/lost'), undefined);
    assert.equal(description.resource('/User'), undefined);
  });

  it('tell what they belong to, and how their items are called', () => {
    const description = describeFiles({ 'a.yaml': root, 'orders.yaml': orders });
    const { parent, items, paths } = description.resource('/orders/{other}') ?? {};
    assert.deepEqual([parent, items, paths], ['/orders', undefined, ['/orders/{id}']]);
    assert.equal(description.resource('/orders')?.items, '/orders/{}');
  });

  it('are those of paths in a file of their own', () => {
    const description = describeFiles({
      'a.yaml': 'openapi: 3.1.0\npaths: { $ref: paths.yaml }\n',
      'paths.yaml': '/orders/{id}:\n  get: {}\n',
    });
    assert.equal(description.resource('/orders/{id}')?.kind, 'item');
  });

  it('are the same objects as long as no path and no method changes', () => {
    const edit = editing({ 'a.yaml': root, 'orders.yaml': orders });
    const before = edit.latest.paths;
    assert.equal(edit.write('a.yaml', root.replace('get: {}', 'get: { summary: All orders. }')).paths, before);
    assert.equal(edit.write('orders.yaml', orders.replace('get: {}', 'get: { summary: One. }')).paths, before);
    assert.notEqual(edit.write('orders.yaml', orders.replace('patch', 'put')).paths, before);
  });

  it('follow an edit of what their path items refer to', () => {
    const edit = editing({ 'a.yaml': root, 'orders.yaml': orders });
    assert.equal(methodsOf(edit.write('orders.yaml', orders.replace('patch', 'put')), '/orders/{id}'), 'get put');
    assert.equal(
      methodsOf(edit.write('a.yaml', root.replace('User: { get', 'User: { put')), '/users/{id}'),
      'delete put',
    );
    assert.equal(methodsOf(edit.write('lost.yaml', 'post: {}\n'), '/lost'), 'post');
    assert.equal(
      methodsOf(edit.write('a.yaml', root.replace('/orders/{id}', '/orders/{no}/items')), '/orders/{id}'),
      '',
    );
  });

  it('know 2.0 and the methods of 3.2', () => {
    const swagger = describeFiles({ 'a.json': '{"swagger":"2.0","paths":{"/orders":{"get":{}}}}' });
    assert.equal(methodsOf(swagger, '/orders'), 'get');
    const newest = 'openapi: 3.2.0\npaths:\n  /orders:\n    query: {}\n    additionalOperations: { COPY: {} }\n';
    assert.equal(methodsOf(describeFiles({ 'a.yaml': newest }), '/orders'), 'copy query');
    assert.equal(methodsOf(describeFiles({ 'a.yaml': newest.replace('3.2', '3.1') }), '/orders'), '');
  });

  it('leave open which methods there are where the text is not understood', () => {
    const description = describeFiles({
      'a.yaml': 'openapi: 3.1.0\npaths:\n  /orders:\n    get: {]\n  /users: {get: {}}\n',
    });
    assert.equal(methodsOf(description, '/orders'), undefined);
  });
});

/** A description whose files are written again and again. */
function editing(files: Record<string, string>) {
  const documents = new Map(
    Object.entries(files).map(([name, text]) => {
      const uri = `file:///w/${name}`;
      return [uri, cutDescription({ uri, text, language: 'yaml' })] as const;
    }),
  );
  const read = (previous?: Description): Description => {
    const document = documents.get('file:///w/a.yaml');
    assert.ok(document);
    return finish(Description.read(document, findIn(documents), previous));
  };
  const state = {
    latest: read(),
    write(name: string, text: string): Description {
      const uri = `file:///w/${name}`;
      const before = documents.get(uri);
      documents.set(uri, cutDescription({ uri, text, language: 'yaml' }, before));
      state.latest = read(state.latest);
      return state.latest;
    },
  };
  return state;
}
