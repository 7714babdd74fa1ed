import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { head, mended } from './mended.ts';

describe('what 2.0 sends as parameters, in a description of 3.x', () => {
  const operation = (lines: string) => `${head('3.0.3')}consumes: [application/xml]
paths:
  /orders:
    post:
${lines}      responses:
        '201': { description: Made. }
`;
  const rest = '“consumes” is no field of the OpenAPI Object: media types are the keys of “content” in request bodies.';

  it('becomes a request body', () => {
    const { told, text } = mended(
      operation(`      parameters:
        - { name: page, in: query, schema: { type: integer } }
        - name: order
          in: body
          required: true
          description: What is ordered.
          schema: { type: object }
`),
    );
    assert.deepEqual(told, [
      rest,
      '“body” is no “in” of the Parameter Object: a body is described by “requestBody” of the operation.',
    ]);
    assert.equal(
      text,
      operation(`      parameters:
        - { name: page, in: query, schema: { type: integer } }
      requestBody:
        description: What is ordered.
        content:
          application/xml:
            schema: { type: object }
        required: true
`),
    );
  });

  it('is one form, and one finding', () => {
    const { told, text } = mended(
      operation(`      parameters:
        - { name: photo, in: formData, type: file, required: true }
        - { name: title, in: formData, type: string, maxLength: 20 }
`),
    );
    assert.equal(told.length, 2);
    assert.equal(
      text,
      operation(`      requestBody:
        content:
          multipart/form-data:
            schema:
              type: object
              required: [photo]
              properties:
                photo:
                  type: string
                  format: binary
                title:
                  type: string
                  maxLength: 20
`),
    );
  });

  it('is left alone where a request body is there, or lists are written in a way of their own', () => {
    for (const lines of [
      '      requestBody: { content: {} }\n      parameters: [{ name: a, in: body, schema: { type: object } }]\n',
      '      parameters: [{ name: a, in: formData, type: array, items: { type: string }, collectionFormat: csv }]\n',
    ])
      assert.equal(mended(operation(lines)).text, operation(lines));
  });
});
