import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { stringify } from 'yaml';
import { type Review, review } from '#core/review.ts';
import type { ReviewSettings } from '#core/review-settings.ts';
import { localRule } from '#core/rule.ts';
import { recommendedRules, ruleInfo } from '../../support/test-rule.ts';

const folder = 'file:///w/';
const settings: ReviewSettings = { folders: [folder], preset: 'recommended', unread: new Map(), failFast: true };

const everyOperation = localRule({
  ...ruleInfo,
  id: 'openapi/every-operation',
  on: ['openapi.operation'],
  *check({ anchor }) {
    yield { span: anchor, message: 'Found.' };
  },
});
const rulebook = {
  rules: [everyOperation],
  presets: [recommendedRules],
} as const;

const api = {
  openapi: '3.1.0',
  info: { title: 'Shop', version: '1', description: 'First line.\nSecond line.' },
  tags: [{ name: 'a' }, { name: 'b' }],
  paths: { '/orders': { get: { deprecated: false, responses: { '200': { description: 'ok' } } } } },
  components: { schemas: { Empty: {}, Order: { required: [], maxItems: 1, default: null } } },
};
const yaml = stringify(api);
const json = JSON.stringify(api, undefined, 2);

describe('descriptions that say the same', () => {
  it('are reviewed once, in whatever format and order', () => {
    const { info, openapi, ...rest } = api;
    const other = JSON.stringify({ ...rest, info: Object.fromEntries(Object.entries(info).reverse()), openapi });
    assert.deepEqual(told({ 'api.yaml': yaml, 'api.json': json, 'deep/api.json': other }), [
      'api.json: openapi-copy: This description says the same as “api.yaml”, which is reviewed in its place. Remove one of the two, or leave one out with “exclude” in plumbline.yaml.',
      'api.yaml: openapi-root: Found.',
      'deep/api.json: openapi-copy: This description says the same as “../api.yaml”, which is reviewed in its place. Remove one of the two, or leave one out with “exclude” in plumbline.yaml.',
    ]);
  });

  for (const [what, changed] of [
    ['a text', { ...api, info: { ...api.info, description: 'First line.' } }],
    ['the order of a list', { ...api, tags: [...api.tags].reverse() }],
    ['the type of a value', { ...api, tags: [{ name: 'a' }, { name: true }] }],
    [
      'a value that is missing',
      { ...api, components: { schemas: { Empty: {}, Order: { required: [], maxItems: 1 } } } },
    ],
    ['where a value stands', { ...api, components: { schemas: { Empty: {}, Orders: api.components.schemas.Order } } }],
    ['an empty list', { ...api, components: { schemas: { Empty: [], Order: api.components.schemas.Order } } }],
    ['the version', { ...api, info: { ...api.info, version: 1 } }],
    ['the title', { ...api, info: { ...api.info, title: '' } }],
  ] as const) {
    it(`are not the same when they differ in ${what}`, () => {
      assert.deepEqual(told({ 'api.yaml': yaml, 'b.yaml': stringify(changed) }), [
        'api.yaml: openapi-root: Found.',
        'b.yaml: openapi-root: Found.',
      ]);
    });
  }

  it('are reviewed where nothing is known of their title', () => {
    const nameless = 'openapi: 3.1.0\npaths: { /a: { get: {} } }\n';
    assert.equal(told({ 'a.yaml': nameless, 'b.yaml': nameless }).filter((line) => line.endsWith('Found.')).length, 2);
  });

  it('are reviewed both where something of one was not understood', () => {
    const broken = `${yaml}broken: [\n`;
    assert.ok(told({ 'a.yaml': broken, 'b.yaml': broken }).every((line) => !line.includes('openapi-copy')));
  });

  for (const [what, files, chosen] of [
    ['YAML', { 'a.json': json, 'b.yaml': yaml }, 'b.yaml'],
    ['what is nearer to the root', { 'a/deep/api.yaml': yaml, 'b/api.yaml': yaml }, 'b/api.yaml'],
    ['what no build writes', { 'docs/api.yaml': yaml, 'src/main/api.json': json }, 'src/main/api.json'],
    ['the first by name', { 'b.yaml': yaml, 'a.yaml': yaml }, 'a.yaml'],
    [
      'what stands beside the database',
      {
        'frontend/api.yaml': yaml,
        'server/app/api.yaml': yaml,
        'server/app/prisma/schema.prisma': 'model A {\n  id Int @id\n}\n',
      },
      'server/app/api.yaml',
    ],
    [
      'what the configuration names',
      { 'a.yaml': yaml, 'docs/api.json': json, 'plumbline.yaml': 'entries: [docs/api.json]\n' },
      'docs/api.json',
    ],
  ] as const) {
    it(`are reviewed in ${what}`, () => {
      const lines = told(files).filter((line) => line.endsWith('Found.'));
      assert.deepEqual(lines, [`${chosen}: openapi-root: Found.`]);
    });
  }

  it('are reviewed each under its own configuration', () => {
    const files = { 'a/api.yaml': yaml, 'b/api.yaml': yaml, 'b/plumbline.yaml': 'preset: recommended\n' };
    assert.equal(told(files).filter((line) => line.endsWith('Found.')).length, 2);
  });

  it('may have parts in other files, which say the same, too', () => {
    const split = stringify({ ...api, paths: { '/orders': { $ref: './paths/orders.yaml' } } });
    const part = stringify(api.paths['/orders']);
    const files = {
      'a/api.yaml': split,
      'a/paths/orders.yaml': part,
      'b/api.yaml': split,
      'b/paths/orders.yaml': part,
    };
    assert.deepEqual(told(files), [
      'a/paths/orders.yaml: openapi-fragment: Found.',
      'b/api.yaml: openapi-copy: This description says the same as “../a/api.yaml”, which is reviewed in its place. Remove one of the two, or leave one out with “exclude” in plumbline.yaml.',
    ]);
    const differing = { ...files, 'b/paths/orders.yaml': `${part}x-more: 1\n` };
    assert.equal(told(differing).filter((line) => line.endsWith('Found.')).length, 2);
    const shared = { 'a.yaml': split, 'b.yaml': split, 'paths/orders.yaml': part };
    assert.equal(told(shared).filter((line) => line.endsWith('Found.')).length, 1);
    const lost = { 'a/api.yaml': split, 'b/api.yaml': split };
    assert.ok(told(lost).some((line) => line.startsWith('b/api.yaml: openapi-copy')));
  });

  it('become two when one is changed, and one again, as if they had always been', () => {
    const first = say({ 'a.yaml': yaml, 'b.yaml': yaml });
    const apart = say({ 'a.yaml': yaml, 'b.yaml': `${yaml}x-more: 1\n` }, first);
    assert.deepEqual(lines(apart), ['a.yaml: openapi-root: Found.', 'b.yaml: openapi-root: Found.']);
    assert.deepEqual(lines(say({ 'a.yaml': yaml, 'b.yaml': yaml }, apart)), lines(first));
    assert.deepEqual(lines(say({ 'b.yaml': yaml }, first)), ['b.yaml: openapi-root: Found.']);
  });

  it('keep what is said of them as it is while others are edited', () => {
    const first = say({ 'a.yaml': yaml, 'b.yaml': yaml, 'c.yaml': 'openapi: 3.1.0\n' });
    const sources = [...first.workspace.sources.values()].map((source) =>
      source.uri.endsWith('c.yaml') ? { uri: source.uri, text: 'openapi: 3.1.1\n' } : source,
    );
    const after = review(sources, rulebook, settings, first);
    assert.equal(after.files.get(`${folder}b.yaml`), first.files.get(`${folder}b.yaml`));
  });
});

function say(files: { readonly [name: string]: string }, previous?: Review): Review {
  const sources = Object.entries(files).map(([name, text]) => ({ uri: folder + name, text }));
  return review(sources, rulebook, settings, previous);
}

function told(files: { readonly [name: string]: string }): readonly string[] {
  return lines(say(files));
}

function lines({ files }: Review): readonly string[] {
  return [...files.values()]
    .flatMap(({ uri, role, findings }) =>
      findings.map(({ message }) => `${uri.slice(folder.length)}: ${role}: ${message}`),
    )
    .filter((line) => !line.includes('plumbline/') || line.includes('openapi'))
    .sort();
}
