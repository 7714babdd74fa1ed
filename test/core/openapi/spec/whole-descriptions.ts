import type { OpenApiVersion } from '#core/openapi/model.ts';
import type { PlainValue } from '#core/tree/tree.ts';

type PlainMap = { readonly [key: string]: PlainValue };

/** A valid description of each version that holds every object, and nearly every field, of the specification. */
export function wholeDescription(version: OpenApiVersion): PlainMap {
  return version === '2.0' ? swagger20() : openApi3(version);
}

const info = {
  title: 'Library',
  description: 'Books.',
  termsOfService: 'https://example.com/terms',
  contact: { name: 'Desk', url: 'https://example.com', email: 'desk@example.com', 'x-room': 1 },
  license: { name: 'MIT', url: 'https://example.com/mit' },
  version: '1.0.0',
  'x-own': null,
};
const externalDocs = { url: 'https://example.com/docs', description: 'More.' };
const limits = {
  maximum: 9,
  minimum: 1,
  multipleOf: 2,
  maxLength: 9,
  minLength: 1,
  pattern: '^a',
  maxItems: 9,
  minItems: 1,
};

function schemas(version: OpenApiVersion): PlainMap {
  const isNew = version === '3.1' || version === '3.2';
  const reference = { $ref: version === '2.0' ? '#/definitions/Book' : '#/components/schemas/Book' };
  const old = { exclusiveMaximum: true, exclusiveMinimum: false };
  const choice =
    version === '2.0' ? {} : { oneOf: [reference, { type: 'string' }], anyOf: [{}], not: { type: 'integer' } };
  return {
    Book: {
      title: 'Book',
      description: 'A book.',
      type: 'object',
      required: ['id'],
      properties: {
        id: { type: 'string', format: 'uuid', readOnly: true },
        pages: { type: 'integer', ...limits, ...(isNew ? { exclusiveMinimum: 0 } : old), default: 1 },
        tags: { type: 'array', items: { type: 'string', enum: ['a', 'b'] }, uniqueItems: true },
        author: reference,
      },
      additionalProperties: { type: 'string' },
      maxProperties: 9,
      minProperties: 1,
      xml: { name: 'book', namespace: 'https://example.com/xml', prefix: 'b', attribute: false, wrapped: false },
      externalDocs,
      example: { id: 'a' },
    },
    Other: { allOf: [reference, { type: 'object', additionalProperties: false }], ...choice },
    ...(version === '2.0' || isNew
      ? {}
      : { Old: { type: 'string', nullable: true, writeOnly: true, deprecated: true } }),
    ...(isNew ? newSchemas : {}),
    Kind: {
      type: 'object',
      discriminator:
        version === '2.0' ? 'kind' : { propertyName: 'kind', mapping: { book: '#/components/schemas/Book' } },
      required: ['kind'],
      properties: { kind: { type: 'string' } },
    },
  };
}

const thenKey = 'then';

const newSchemas: PlainMap = {
  New: {
    $id: 'https://example.com/new',
    $schema: 'https://json-schema.org/draft/2020-12/schema',
    $anchor: 'new',
    $comment: 'New.',
    $defs: { A: true },
    type: ['object', 'null'],
    const: null,
    if: { type: 'object' },
    [thenKey]: { required: ['a'] },
    else: false,
    dependentSchemas: { a: {} },
    dependentRequired: { a: ['b'] },
    patternProperties: { '^a': true },
    propertyNames: { minLength: 1 },
    unevaluatedProperties: false,
    examples: [{}],
  },
  List: {
    type: 'array',
    prefixItems: [{ type: 'string' }],
    items: false,
    contains: { type: 'string' },
    minContains: 1,
    maxContains: 2,
    unevaluatedItems: false,
    contentEncoding: 'base64',
    contentMediaType: 'application/json',
    contentSchema: true,
    writeOnly: true,
    deprecated: true,
  },
};

function swagger20(): PlainMap {
  const error = { $ref: '#/responses/Error' };
  const book = { $ref: '#/definitions/Book' };
  return {
    swagger: '2.0',
    info,
    host: 'api.example.com:8080',
    basePath: '/v1',
    schemes: ['https'],
    consumes: ['application/json'],
    produces: ['application/json; charset=utf-8'],
    tags: [{ name: 'books', description: 'Books.', externalDocs }],
    security: [{ key: [] }, { oauth: ['read'] }],
    externalDocs,
    paths: {
      '/books/{id}': {
        parameters: [{ name: 'id', in: 'path', required: true, type: 'string', description: 'Which.' }],
        get: {
          tags: ['books'],
          summary: 'Reads a book.',
          description: 'Reads.',
          externalDocs,
          operationId: 'getBook',
          produces: ['application/json'],
          schemes: ['https'],
          deprecated: false,
          parameters: [
            {
              name: 'q',
              in: 'query',
              type: 'array',
              items: { type: 'integer', maximum: 3 },
              collectionFormat: 'multi',
              allowEmptyValue: true,
            },
            { $ref: '#/parameters/Page' },
          ],
          responses: {
            200: {
              description: 'The book.',
              schema: book,
              headers: { 'X-Rate': { type: 'integer', description: 'Rate.', minimum: 0 } },
              examples: { 'application/json': { id: 'a' } },
            },
            default: error,
          },
        },
        put: {
          consumes: ['application/json'],
          parameters: [{ name: 'book', in: 'body', required: true, description: 'It.', schema: book }],
          responses: { 204: { description: 'Done.' } },
        },
        post: {
          consumes: ['multipart/form-data'],
          parameters: [{ name: 'file', in: 'formData', type: 'file', required: true }],
          responses: { 201: { description: 'Made.' } },
          security: [],
        },
      },
    },
    definitions: schemas('2.0'),
    parameters: { Page: { name: 'page', in: 'query', type: 'integer', format: 'int32', default: 1, minimum: 1 } },
    responses: { Error: { description: 'It failed.' } },
    securityDefinitions: {
      basic: { type: 'basic', description: 'Name and password.' },
      key: { type: 'apiKey', name: 'X-Key', in: 'header' },
      oauth: {
        type: 'oauth2',
        flow: 'accessCode',
        authorizationUrl: 'https://example.com/a',
        tokenUrl: 'https://example.com/t',
        scopes: { read: 'Read.' },
      },
      implicit: { type: 'oauth2', flow: 'implicit', authorizationUrl: 'https://example.com/a', scopes: {} },
    },
  };
}

function openApi3(version: OpenApiVersion): PlainMap {
  const isNew = version !== '3.0';
  const isNewest = version === '3.2';
  const book = { $ref: '#/components/schemas/Book' };
  const json = { schema: book, example: { id: 'a' } };
  const error = { $ref: '#/components/responses/Error' };
  const variables = { port: { enum: ['443', '8443'], default: '443', description: 'Port.' } };
  const servers = [
    { url: 'https://example.com:{port}/v1', description: 'Main.', variables, ...(isNewest && { name: 'main' }) },
  ];
  const get = {
    tags: ['books'],
    summary: 'Reads a book.',
    description: 'Reads.',
    externalDocs,
    operationId: 'getBook',
    parameters: [
      {
        name: 'q',
        in: 'query',
        style: 'form',
        explode: true,
        allowReserved: false,
        allowEmptyValue: false,
        deprecated: false,
        schema: { type: 'string' },
        examples: { one: { value: 'a', summary: 'One.' } },
      },
      { name: 'X-Id', in: 'header', content: { 'application/json': { schema: book } } },
      { $ref: '#/components/parameters/Page' },
    ],
    responses: {
      '200': {
        description: 'The book.',
        headers: { 'X-Rate': { description: 'Rate.', required: true, schema: { type: 'integer' } } },
        content: { 'application/json': json, 'text/*': {} },
        links: { next: { operationId: 'getBook', parameters: { id: '$response.body#/id' }, description: 'Next.' } },
      },
      '4XX': error,
      default: error,
    },
    security: [{ key: [] }, { oauth: ['read'] }],
    servers,
  };
  const post = {
    requestBody: {
      description: 'A book.',
      required: true,
      content: {
        'multipart/form-data': {
          schema: { type: 'object', properties: { file: { type: 'string' } } },
          encoding: {
            file: {
              contentType: 'image/png, image/jpeg',
              headers: { 'X-Part': { schema: { type: 'string' } } },
              explode: true,
              style: 'form',
              allowReserved: false,
            },
          },
        },
      },
    },
    responses: { '201': { description: 'Made.' } },
    callbacks: { made: { '{$request.body#/url}': { post: { responses: { '200': { description: 'OK.' } } } } } },
    deprecated: true,
  };
  return {
    openapi: version === '3.0' ? '3.0.3' : `${version}.0`,
    info: isNew ? { ...info, summary: 'Books.', license: { name: 'MIT', identifier: 'MIT' } } : info,
    servers,
    tags: [{ name: 'books', description: 'Books.', externalDocs, ...(isNewest && { summary: 'Books', kind: 'nav' }) }],
    security: [],
    externalDocs,
    ...(isNew && {
      jsonSchemaDialect: 'https://spec.openapis.org/oas/3.1/dialect/base',
      webhooks: { made: { post: { responses: { '200': { description: 'OK.' } } } } },
    }),
    ...(isNewest && { $self: 'https://example.com/api' }),
    paths: {
      '/books/{id}': {
        summary: 'A book.',
        description: 'One book.',
        parameters: [
          {
            name: 'id',
            in: 'path',
            required: true,
            style: 'simple',
            schema: { type: 'string' },
            description: 'Which.',
          },
        ],
        get,
        post,
        ...(isNewest && { query: { responses: { '200': { summary: 'OK', description: 'Found.' } } } }),
      },
      'x-own': 1,
    },
    components: {
      schemas: schemas(version),
      parameters: { Page: { name: 'page', in: 'query', schema: { type: 'integer' }, required: false } },
      responses: {
        Error: { description: 'It failed.', content: { 'application/problem+json': { schema: { type: 'object' } } } },
      },
      examples: {
        Book: { summary: 'A book.', description: 'A book.', externalValue: 'https://example.com/book.json' },
      },
      requestBodies: { Book: { content: { 'application/json': json } } },
      headers: { Rate: { schema: { type: 'integer' }, style: 'simple', explode: false, deprecated: false } },
      links: { Get: { operationRef: '#/paths/~1books~1%7Bid%7D/get', requestBody: 1, server: { url: '/' } } },
      callbacks: { Made: { $ref: '#/paths/~1books~1%7Bid%7D/post/callbacks/made' } },
      securitySchemes: {
        key: { type: 'apiKey', name: 'X-Key', in: 'header', description: 'A key.' },
        bearer: { type: 'http', scheme: 'bearer', bearerFormat: 'JWT' },
        connect: { type: 'openIdConnect', openIdConnectUrl: 'https://example.com/o' },
        oauth: {
          type: 'oauth2',
          flows: {
            implicit: {
              authorizationUrl: 'https://example.com/a',
              refreshUrl: 'https://example.com/r',
              scopes: { read: 'Read.' },
            },
            password: { tokenUrl: 'https://example.com/t', scopes: {} },
            clientCredentials: { tokenUrl: 'https://example.com/t', scopes: {} },
            authorizationCode: {
              authorizationUrl: 'https://example.com/a',
              tokenUrl: 'https://example.com/t',
              scopes: {},
            },
          },
        },
      },
      ...(isNew && { pathItems: { Own: { get: { responses: { '200': { description: 'OK.' } } } } } }),
      ...(isNewest && { mediaTypes: { Lines: { itemSchema: book } } }),
    },
  };
}
