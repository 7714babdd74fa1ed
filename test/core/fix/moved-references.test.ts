import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { fixOutcome } from '#core/fix/fix-outcome.ts';
import { resolveFixes } from '#core/fix.ts';
import { review } from '#core/review.ts';
import type { ReviewFix } from '#core/review-finding.ts';
import type { ReviewSettings } from '#core/review-settings.ts';
import { applyEdits } from '#core/text/span.ts';
import type { TreeChange } from '#core/tree/change.ts';

const folder = 'file:///w/';
const uri = `${folder}openapi.yaml`;
const settings: ReviewSettings = { folders: [folder], preset: 'none', unread: new Map() };
const rulebook = { rules: [], presets: [{ name: 'none', description: '', base: 'recommended', rules: {} }] } as const;

const rename = (pointer: readonly string[], name: string, file = uri): TreeChange => {
  return { kind: 'rename', uri: file, pointer, name };
};
const remove = (...pointer: readonly string[]): TreeChange => ({ kind: 'remove', uri, pointer });

/** The first file after fixes of these changes; the reason of the first that is refused, where one is. */
function fixed(files: string | { readonly [name: string]: string }, ...fixes: readonly (readonly TreeChange[])[]) {
  const texts = typeof files === 'string' ? { 'openapi.yaml': files } : files;
  const sources = Object.entries(texts).map(([name, text]) => ({ uri: folder + name, text }));
  const start = review(sources, rulebook, settings);
  const all = fixes.map((changes): ReviewFix => ({ title: 'Fix', safety: 'review', changes }));
  const outcomes = all.map((fix) => fixOutcome(fix, start.workspace));
  const { files: edited, skipped } = resolveFixes(start, all);
  const refused = outcomes.find(({ kind }) => kind === 'refused');
  assert.equal(skipped.length > 0, refused !== undefined, 'what is said of a fix holds when it is written');
  if (refused?.kind === 'refused') return refused.reason;
  const [first] = sources;
  const own = edited.find((file) => file.uri === first?.uri);
  return applyEdits(first?.text ?? '', own?.edits ?? []);
}

const head = 'openapi: 3.1.0\n';
const orders = `${head}paths:
  /order/{id}:
    post:
      responses:
        200:
          description: One
          content:
            application/json:
              schema: {type: string}
`;
const place = ['paths', '/order/{id}'];
const twin = (target: string) => `  /twin:\n    get:\n      responses:\n        200: {$ref: ${target}}\n`;

describe('references to what a fix gives another name', () => {
  it('are written anew, as they are spelled', () => {
    const cases = [
      ["'#/paths/~1order~1{id}/post/responses/200'", "'#/paths/~1orders~1{id}/post/responses/200'"],
      ['"#/paths/~1order~1%7Bid%7D/post/responses/200"', '"#/paths/~1orders~1%7Bid%7D/post/responses/200"'],
      ["'#/paths/~1order~1%7bid%7d/post/responses/200'", "'#/paths/~1orders~1%7bid%7d/post/responses/200'"],
      ["'openapi.yaml#/paths/~1order~1{id}/post'", "'openapi.yaml#/paths/~1orders~1{id}/post'"],
      ["'#/paths/~1orders/post'", "'#/paths/~1orders/post'"],
    ] as const;
    for (const [before, after] of cases) {
      assert.equal(
        fixed(orders + twin(before), [rename(place, '/orders/{id}')]),
        orders.replace('/order/', '/orders/') + twin(after),
      );
    }
  });

  it('follow several names at once, and those above them', () => {
    const responses = [...place, 'post', 'responses'];
    const made = fixed(
      `${orders}${twin("'#/paths/~1order~1{id}/post/responses/200'")}`,
      [rename([...responses, '200'], '201')],
      [rename([...responses, '200', 'content', 'application/json'], 'application/problem+json')],
      [rename(place, '/orders/{id}')],
    );
    assert.match(made, /\/twin:\n.*\n.*\n {8}200: \{\$ref: '#\/paths\/~1orders~1\{id\}\/post\/responses\/201'\}\n$/);
    assert.match(made, /\n {2}\/orders\/\{id\}:\n[\s\S]*\n {8}201:\n[\s\S]*application\/problem\+json:/);
  });

  it('are those of links, mappings and what refers to itself, too', () => {
    const link = `          links:\n            again: {operationRef: '#/paths/~1order~1{id}/post'}\n`;
    const mapping = `components:
  schemas:
    A:
      discriminator:
        propertyName: kind
        mapping:
          a: '#/paths/~1order~1{id}/post/responses/200/content/application~1json/schema'
`;
    const made = fixed(orders + link + mapping, [rename(place, '/orders/{id}')]);
    assert.equal(made, (orders + link + mapping).replaceAll(/order(?=\/|~1)/g, 'orders'));
  });

  it('pass other references on their way', () => {
    const text = `${head}paths:
  /a: {$ref: '#/components/pathItems/A'}
  /b:
    get:
      responses:
        200: {$ref: '#/paths/~1a/post/responses/200'}
components:
  pathItems:
    A:
      post:
        responses:
          200: {description: One}
`;
    const status = ['components', 'pathItems', 'A', 'post', 'responses', '200'];
    assert.equal(
      fixed(text, [rename(status, '201')]),
      text.replace('post/responses/200', 'post/responses/201').replace('200: {description', '201: {description'),
    );
    assert.equal(
      fixed(text, [rename(['components', 'pathItems', 'A'], 'B')]),
      text.replace('pathItems/A', 'pathItems/B').replace('    A:', '    B:'),
    );
    assert.equal(fixed(text, [rename(['paths', '/a'], '/c')]), text.replace('~1a', '~1c').replace('/a:', '/c:'));
  });

  it('know the new index of an item', () => {
    const text = `${head}paths:
  /a:
    parameters:
      - {name: a, in: query}
      - {name: b, in: query}
    get:
      parameters:
        - {$ref: '#/paths/~1a/parameters/1'}
`;
    assert.equal(
      fixed(text, [remove('paths', '/a', 'parameters', '0')]),
      text.replace('      - {name: a, in: query}\n', '').replace('parameters/1', 'parameters/0'),
    );
    assert.equal(
      fixed(text, [remove('paths', '/a', 'parameters', '1')]),
      '“#/paths/~1a/parameters/1” refers to what would go.',
    );
    assert.match(
      fixed(text, [remove('paths', '/a', 'parameters', '1'), remove('paths', '/a', 'get', 'parameters', '0')]),
      /name: a/,
    );
  });

  it('stand in the way in other files, and where they cannot be written', () => {
    const other = { 'openapi.yaml': `${orders}  /more: {$ref: more.yaml}\n` };
    const more = `get:\n  responses:\n    200: {$ref: 'openapi.yaml#/paths/~1order~1{id}/post/responses/200'}\n`;
    assert.equal(fixed({ ...other, 'more.yaml': more }, [rename(place, '/o')]), '“more.yaml” refers to it.');
    assert.match(fixed({ ...other, 'more.yaml': 'get: {}\n' }, [rename(place, '/o')]), /\n {2}\/o:\n/);
  });

  it('stand in the way in other files, however their pointer is written', () => {
    for (const pointer of ['~1users~1%7Bid%7D', '~1users~1%7bid%7d', '~1users~1{id}']) {
      const files = {
        'paths.yaml': '/users/{id}:\n  get:\n    responses: {}\n',
        'openapi.yaml': `${head}paths:\n  /users/{id}:\n    $ref: 'paths.yaml#/${pointer}'\n`,
      };
      const made = fixed(files, [rename(['/users/{id}'], '/users/{userId}', `${folder}paths.yaml`)]);
      assert.equal(made, '“openapi.yaml” refers to it.', pointer);
    }
  });

  it('stand in the way of a value that has no such place', () => {
    const content = [...place, 'post', 'responses', '200', 'content'];
    const text = `${orders}${twin("'#/paths/~1order~1{id}/post/responses/200/content/application~1json/schema'")}`;
    const set = (value: Extract<TreeChange, { kind: 'set' }>['value']): TreeChange => {
      return { kind: 'set', uri, pointer: content, value };
    };
    assert.match(fixed(text, [set({ 'text/plain': {} })]), /refers to what would go/);
    assert.match(fixed(text, [set({ 'application/json': { schema: { type: 'number' } } })]), /number/);
  });

  it('are left alone below an $id, in prose and data, and where they lead elsewhere', () => {
    const text = `${orders}components:
  schemas:
    A:
      $id: https://example.com/a
      items: {$ref: '#/paths/~1order~1{id}'}
    B:
      description: 'See #/paths/~1order~1{id}'
      items: {$ref: 'other.yaml#/paths/~1order~1{id}'}
    C:
      example: {$ref: '#/paths/~1order~1{id}'}
`;
    assert.equal(fixed(text, [rename(place, '/o')]), text.replace('/order/{id}', '/o'));
    const others = `    D:
      x-more: {$ref: '#/paths/~1order~1{id}'}
      properties:
        example: {$ref: '#/paths/~1order~1{id}'}
`;
    assert.equal(
      fixed(text + others, [rename(place, '/o')]),
      text.replace('/order/{id}', '/o') + others.replaceAll('~1order~1{id}', '~1o'),
    );
  });
});
