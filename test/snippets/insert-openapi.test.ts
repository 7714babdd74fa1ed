import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { openApiPatterns } from '#snippets/patterns.ts';
import { asJson, bare, shop } from './openapi-hosts.ts';
import { assertClean, assertLinesKept, insertAt } from './review-document.ts';

/** Where the cursor stands in the shop, as the text behind it in YAML or JSON. */
const places: { readonly [patternId: string]: readonly [yaml: string, json: string] } = {
  'oas-list-cursor': ['post:', '"post"'],
  'oas-list-offset': ['post:', '"post"'],
  'oas-create-201': ['operationId: listNotes', '"listNotes"'],
  'oas-merge-patch': ['operationId: getOrder', '"getOrder"'],
  'oas-429': ['operationId: getHealth', '"getHealth"'],
  'oas-idempotency-key': ['operationId: createOrder', '"createOrder"'],
  'oas-etag-if-match': ['operationId: getOrder', '"getOrder"'],
  'oas-cache-get': ['operationId: replaceOrder', '"replaceOrder"'],
  'oas-deprecate': ['operationId: getOrder', '"getOrder"'],
  'oas-webhook': ['operationId: createOrder', '"createOrder"'],
  'oas-soft-delete': ['operationId: getOrder', '"getOrder"'],
  'oas-bulk': ['operationId: createOrder', '"createOrder"'],
};
const anywhere: readonly [string, string] = ['title: Shop', '"Shop"'];

/** What a callback leaves to a person in 3.0: where the client says its address. */
const callbackLeaves: { readonly [patternId: string]: readonly string[] } = {
  'oas-webhook': [
    'POST /orders does not describe “callbackUrl” in the request body.',
    'GET /health has no request body.',
  ],
};

/** Patterns for an operation that the bare description has not. */
const needOperation = new Set(['oas-create-201', 'oas-merge-patch', 'oas-idempotency-key', 'oas-etag-if-match']);

describe('Insert Pattern in OpenAPI', () => {
  for (const version of ['3.0.3', '3.1.0', '3.2.0']) {
    for (const language of version === '3.2.0' ? (['yaml'] as const) : (['yaml', 'json'] as const)) {
      const name = `openapi.${language}`;
      const textOf = (yaml: string): string => (language === 'yaml' ? yaml : asJson(yaml));

      it(`starts from clean descriptions (${version}, ${language})`, () => {
        assertClean({ [name]: textOf(shop(version)) }, 'the shop');
        assertClean({ [name]: textOf(bare(version)) }, 'the bare one');
      });

      for (const { id } of openApiPatterns) {
        const left = version === '3.0.3' ? callbackLeaves[id] : [];
        it(`${id} is clean in ${version}, ${language}`, () => {
          const before = textOf(shop(version));
          const marker = (places[id] ?? anywhere)[language === 'yaml' ? 0 : 1];
          const once = insertAt({ [name]: before }, name, id, marker);
          assert.ok(!('problem' in once), 'problem' in once ? once.problem : '');
          assertLinesKept(before, once.files[name] ?? '');
          assertClean(once.files, `${id} in the shop`, left);
          assert.ok(once.cursor !== undefined && once.cursor > 0, 'has a cursor');
          const twice = insertAt(once.files, name, id, marker);
          if ('problem' in twice) assert.match(twice.problem, /^[A-Z].*\.$/);
          else assertClean(twice.files, `${id} twice in the shop`, left);
        });

        it(`${id} is clean in next to nothing of ${version}, ${language}`, () => {
          const before = textOf(bare(version));
          const once = insertAt({ [name]: before }, name, id, language === 'yaml' ? 'operationId' : '"operationId"');
          if ('problem' in once) {
            assert.ok(needOperation.has(id), once.problem);
            return;
          }
          assertLinesKept(before, once.files[name] ?? '');
          assertClean(once.files, `${id} in next to nothing`, left);
        });
      }
    }
  }
});
