import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { singleFindings } from '#core/place/folded-findings.ts';
import { type Review, review } from '#core/review.ts';
import { listEnvelopeConsistent } from '#rules/openapi/list-envelope-consistent.ts';
import { listPropertyConsistent } from '#rules/openapi/list-property-consistent.ts';

const rulebook = {
  rules: [listEnvelopeConsistent, listPropertyConsistent],
  presets: [{ name: 'all', description: 'every rule given', base: 'all', rules: {} }],
} as const;
const settings = { folders: ['file:///w/'], preset: 'all', unread: new Map(), failFast: true } as const;

const rows = 'type: array, items: { type: object }';
const apart = `{ type: object, properties: { data: { ${rows} }, meta: { type: object, properties: { total: { type: integer } } } } }`;
const beside = `{ type: object, properties: { data: { ${rows} }, total: { type: integer } } }`;
const paths = (nouns: readonly string[]): string =>
  nouns
    .map(
      (noun) => `  /${noun}:
    get: { responses: { '200': { description: a, content: { application/json: { schema: { $ref: '#/components/schemas/${noun}' } } } } } }
  /${noun}/{id}: { get: {} }
`,
    )
    .join('');
const nouns = ['orders', 'users', 'books', 'loans', 'refunds', 'payments'];
const text = `openapi: 3.1.0
paths:
${paths(nouns)}components:
  schemas:
${nouns.map((noun) => `    ${noun}: ${noun === 'payments' ? beside : apart}\n`).join('')}`;

function toldOf({ files }: Review): readonly string[] {
  return [...files.values()].flatMap((file) => [...singleFindings(file.findings)].map(({ message }) => message));
}

/** What is told after each edit; a review that begins with the one before tells the same as one from scratch. */
function toldAfter(texts: readonly string[]): readonly (readonly string[])[] {
  let before: Review | undefined;
  return texts.map((each) => {
    const sources = [{ uri: 'file:///w/api.yaml', text: each }];
    before = review(sources, rulebook, settings, before);
    assert.deepEqual(toldOf(before), toldOf(review(sources, rulebook, settings)));
    return toldOf(before);
  });
}

const unlike = 'GET /payments returns { data, total }, 5 other lists are like { data, meta }. Return it as those do.';

describe('The form most lists have', () => {
  it('follows edits of the schemas that lists refer to', () => {
    const told = toldAfter([
      text,
      text.replace(beside, apart),
      text,
      text.replace('total: { type: integer } } } } }', 'total: { type: integer } } } }, oneOf: [{}] }'),
      text.replace('/users:', '/user-list/x:'),
      text,
      text.replaceAll('meta', 'pagination').replace('pagination', 'meta'),
    ]);
    assert.deepEqual(told.slice(0, 3), [[unlike], [], [unlike]]);
    // One of five lists is not known now, or is no longer one: of the others four of five have that form.
    assert.deepEqual(told[3], [unlike.replace('5 other', '4 other')]);
    assert.deepEqual(told[4], [unlike.replace('5 other', '4 other')]);
    assert.deepEqual(told[5], [unlike]);
    assert.equal(told[6]?.length, 2);
    assert.ok(
      told[6]?.includes('GET /orders tells of its pages in “meta”, 4 lists in “pagination”. Give it one name.'),
    );
  });

  it('is followed by the edits of a list, its path and its parameters', () => {
    const bare = text.replace(`payments: ${beside}`, `payments: { ${rows} }`);
    const wholeToPaged = bare.replace(
      '/payments:\n    get: {',
      '/payments:\n    get: { parameters: [{ name: limit, in: query, schema: { type: integer } }, { name: offset, in: query, schema: { type: integer } }],',
    );
    const told = toldAfter([bare, wholeToPaged, text, text.replace('/payments/{id}: { get: {} }', '/x: {}')]);
    assert.deepEqual(told.slice(0, 3), [[], [], [unlike]]);
  });
});
