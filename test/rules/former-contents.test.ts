import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { head, mended, response } from './mended.ts';

describe('what 2.0 writes of contents and parameters, in a description of 3.x', () => {
  it('puts the schema of a response below the media type that is used most', () => {
    const { told, text } = mended(response('3.1.0', '          schema: { type: string }\n'));
    assert.equal(told.length, 1);
    assert.equal(
      text,
      response(
        '3.1.0',
        '          content:\n            application/vnd.shop+json:\n              schema: { type: string }\n',
      ),
    );
  });

  it('puts examples beside the schema, in their media types', () => {
    const { told, text } = mended(
      response('3.0.3', "          schema: { type: string }\n          examples: { text/plain: 'a' }\n"),
    );
    assert.equal(told.length, 1);
    assert.equal(
      text,
      response(
        '3.0.3',
        '          content:\n            application/vnd.shop+json:\n              schema: { type: string }\n' +
          '            text/plain:\n              schema: { type: string }\n              example: a\n',
      ),
    );
  });

  it('uses the media types that an operation lists', () => {
    const { text } = mended(`${head('3.0.3')}paths:
  /orders:
    get:
      produces: [text/csv]
      responses:
        '200': { description: All, schema: { type: string } }
`);
    assert.match(
      text ?? '',
      /'200': \{ description: All, content: \{ text\/csv: \{ schema: \{ type: string \} \} \} \}/,
    );
  });

  it('goes where operations say nothing more by it', () => {
    const operation = (listed: string, rest: string) => `${head('3.0.3')}paths:
  /orders:
    get:
${listed}      responses:
        '200': ${rest}
`;
    const lists = '      produces: [text/csv]\n      consumes: [text/csv]\n';
    const whole = '{ description: All, content: { text/csv: {} } }';
    assert.equal(mended(operation(lists, whole)).text, operation('', whole));
    const old = operation(lists, '{ description: All, schema: { type: string } }');
    assert.match(mended(old).text ?? '', /produces: \[text\/csv\]/);
  });

  it('moves all keywords of a parameter into its schema at once, and writes the style of its list', () => {
    const parameter = (lines: string) => `${head('3.0.3')}paths: {}
components:
  parameters:
    Ids:
      name: ids
      in: query
${lines}`;
    const { told, text } = mended(
      parameter('      type: array\n      collectionFormat: pipes\n      items: { type: string }\n      maxItems: 5\n'),
    );
    assert.deepEqual(told, [
      '“type”, “collectionFormat”, “items” and “maxItems” are no fields of the Parameter Object: they belong in “schema”, “style” and “explode”.',
    ]);
    assert.equal(
      text,
      parameter(
        '      style: pipeDelimited\n      explode: false\n      schema:\n        type: array\n        items: { type: string }\n        maxItems: 5\n',
      ),
    );
  });

  it('takes away what says nothing of items, and leaves lists in lists alone', () => {
    const parameter = (fields: string) =>
      `${head('3.0.3')}paths: {}\ncomponents:\n  parameters:\n    Ids: { name: ids, in: query, ${fields} }\n`;
    assert.equal(
      mended(parameter('type: array, items: { type: string, collectionFormat: csv }')).text,
      parameter('schema: { type: array, items: { type: string } }'),
    );
    const nested = parameter('type: array, items: { type: array, items: { type: string }, collectionFormat: csv }');
    assert.equal(mended(nested).text, nested);
  });
});
