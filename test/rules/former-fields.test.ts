import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { head, mended } from './mended.ts';

describe('what 2.0 writes, in a description of 3.x', () => {
  it('says the address in one finding, and becomes servers', () => {
    const { told, text } = mended(
      `${head('3.0.3')}host: api.example.com\nbasePath: /v1/\nschemes: [https, http]\npaths: {}\n`,
    );
    assert.deepEqual(told, [
      '“host”, “basePath” and “schemes” are no fields of the OpenAPI Object: write “servers” with the whole address instead.',
    ]);
    assert.equal(
      text,
      `${head('3.0.3')}servers:\n  - url: https://api.example.com/v1\n  - url: http://api.example.com/v1\npaths: {}\n`,
    );
  });

  it('only goes where servers are there', () => {
    const { text } = mended(`${head('3.1.0')}servers:\n  - url: /v2\nbasePath: /v1\npaths: {}\n`);
    assert.equal(text, `${head('3.1.0')}servers:\n  - url: /v2\npaths: {}\n`);
  });

  it('moves definitions to the components, and what refers to them follows', () => {
    const { told, text } = mended(`${head('3.0.3')}paths: {}
definitions:
  # An order.
  Order:
    type: object
    properties:
      line: { $ref: '#/definitions/Line' }
      old: { type: object, example: { $ref: '#/definitions/Line' } }
    discriminator:
      propertyName: line
      mapping: { a: '#/definitions/Line' }
  Line: { type: string }
components:
  schemas:
    Item: { type: string }
`);
    assert.deepEqual(told, [
      '“definitions” is no field of the OpenAPI Object: schemas stand below “components”, “schemas”.',
    ]);
    assert.equal(
      text,
      `${head('3.0.3')}paths: {}
components:
  schemas:
    Item: { type: string }
    # An order.
    Order:
      type: object
      properties:
        line: { $ref: '#/components/schemas/Line' }
        old: { type: object, example: { $ref: '#/definitions/Line' } }
      discriminator:
        propertyName: line
        mapping: { a: '#/components/schemas/Line' }
    Line: { type: string }
`,
    );
  });

  it('moves security schemes, and writes them as 3.x does', () => {
    const { told, text } = mended(`${head('3.0.3')}paths: {}
securityDefinitions:
  basic:
    type: basic
  key: { type: apiKey, in: header, name: X-Key }
  login:
    type: oauth2
    flow: accessCode
    authorizationUrl: https://example.com/authorize
    tokenUrl: https://example.com/token
    scopes: { read: Read }
`);
    assert.equal(told.length, 1);
    assert.equal(
      text,
      `${head('3.0.3')}paths: {}
components:
  securitySchemes:
    basic:
      type: http
      scheme: basic
    key: { type: apiKey, in: header, name: X-Key }
    login:
      type: oauth2
      flows:
        authorizationCode:
          authorizationUrl: https://example.com/authorize
          tokenUrl: https://example.com/token
          scopes: { read: Read }
`,
    );
  });

  it('writes a flow below “flows”, and calls it as 3.x does', () => {
    const { told, text } = mended(`${head('3.0.3')}paths: {}
components:
  securitySchemes:
    A:
      type: oauth2
      flow: accessCode
      authorizationUrl: https://example.com/authorize
      tokenUrl: https://example.com/token
      scopes: { read: Read }
    B:
      type: oauth2
      flows:
        application:
          tokenUrl: https://example.com/token
          scopes: {}
`);
    assert.equal(told.length, 2);
    assert.equal(
      text,
      `${head('3.0.3')}paths: {}
components:
  securitySchemes:
    A:
      type: oauth2
      flows:
        authorizationCode:
          authorizationUrl: https://example.com/authorize
          tokenUrl: https://example.com/token
          scopes: { read: Read }
    B:
      type: oauth2
      flows:
        clientCredentials:
          tokenUrl: https://example.com/token
          scopes: {}
`,
    );
  });
});
