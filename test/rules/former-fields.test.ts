import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { rules } from '#rules/index.ts';
import { applyFixes, findingsIn, reviewFiles } from './check-rule.ts';

const judges = rules.filter(({ id }) =>
  [
    'openapi/field-known',
    'openapi/keyword-known',
    'openapi/reference-allowed',
    'openapi/reference-kind',
    'openapi/value-allowed',
  ].includes(id),
);

/** The texts after the first fix of each finding, and what was told. */
function mended(text: string): { readonly told: readonly string[]; readonly text: string | undefined } {
  const files = { 'openapi.yaml': text };
  const reviewed = reviewFiles(files, judges);
  const found = findingsIn(reviewed, 'openapi.yaml');
  const fixes = found.flatMap(({ fixes: [first] }) => (first === undefined ? [] : [first]));
  return { told: found.map(({ message }) => message), text: applyFixes(reviewed, files, fixes)['openapi.yaml'] };
}

const head = (version: string) => `openapi: ${version}\ninfo: { title: Shop, version: '1' }\n`;
const response = (version: string, lines: string) => `${head(version)}paths:
  /orders:
    get:
      responses:
        '200':
          description: The orders.
${lines}        '400':
          description: Wrong.
          content:
            application/vnd.shop+json: {}
`;

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

describe('a schema that stands for a media type', () => {
  it('is told as such, and goes below “schema”', () => {
    const { told, text } = mended(
      response(
        '3.1.0',
        '          content:\n            application/json:\n              # All of them.\n              type: array\n              items: { type: string }\n',
      ),
    );
    assert.deepEqual(told, [
      '“application/json” is written as a schema itself. Put “type” and “items” below “schema”.',
    ]);
    assert.equal(
      text,
      response(
        '3.1.0',
        '          content:\n            application/json:\n              schema:\n                # All of them.\n                type: array\n                items: { type: string }\n',
      ),
    );
  });

  for (const version of ['3.0.3', '3.2.0']) {
    it(`goes there as a reference in ${version}`, () => {
      const components = 'components:\n  schemas:\n    Order: { type: string }\n';
      const content = (value: string) =>
        response(version, `          content:\n            application/json: ${value}\n`) + components;
      const { told, text } = mended(content("{ $ref: '#/components/schemas/Order' }"));
      assert.equal(told.length, 1);
      assert.equal(text, content("{ schema: { $ref: '#/components/schemas/Order' } }"));
    });
  }
});

describe('nullable without a type, in 3.1', () => {
  const schemas = (lines: string) => `${head('3.1.0')}paths: {}
components:
  schemas:
    Name: { type: string }
${lines}`;

  it('is an alternative, as elsewhere', () => {
    const others = "    Other: { oneOf: [{ $ref: '#/components/schemas/Name' }, { type: 'null' }] }\n";
    const { text } = mended(
      schemas(
        `${others}    A:\n      $ref: '#/components/schemas/Name'\n      nullable: true\n      description: Maybe.\n`,
      ),
    );
    assert.equal(
      text,
      schemas(
        `${others}    A:\n      oneOf:\n        - $ref: '#/components/schemas/Name'\n        - type: 'null'\n      description: Maybe.\n`,
      ),
    );
  });

  it('is an alternative of what is there', () => {
    const { text } = mended(
      schemas(
        "    A: { anyOf: [{ $ref: '#/components/schemas/Name' }], nullable: true }\n    B: { enum: [a], nullable: true }\n    C: { allOf: [{ type: string }, { minLength: 1 }], nullable: true }\n",
      ),
    );
    assert.equal(
      text,
      schemas(
        "    A: { anyOf: [{ $ref: '#/components/schemas/Name' }, { type: 'null' }] }\n    B: { enum: [a, null] }\n    C: { anyOf: [{ allOf: [{ type: string }, { minLength: 1 }] }, { type: 'null' }] }\n",
      ),
    );
  });

  it('is left alone where a discriminator would have to tell it, or nothing is said of values', () => {
    const text = schemas(
      "    A: { oneOf: [{ $ref: '#/components/schemas/Name' }], discriminator: { propertyName: a }, nullable: true }\n    B: { properties: {}, nullable: true }\n",
    );
    assert.equal(mended(text).text, text);
  });
});
