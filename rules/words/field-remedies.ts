import type { OpenApiVersion } from '#core/openapi/model.ts';
import type { ObjectName } from '#core/openapi/spec/spec.ts';

/** Fields that people know from other versions or dialects, and what is written here instead: the end of a sentence, by field. */
export function fieldRemedies(version: OpenApiVersion, object: ObjectName): ReadonlyMap<string, string> {
  return remedies.get(`${version === '2.0' ? '2.0' : '3.x'} ${object}`) ?? none;
}

const none: ReadonlyMap<string, string> = new Map();

/** The fields in which 2.0 says where an API can be reached. */
export const addressKeys: ReadonlySet<string> = new Set(['host', 'basePath', 'schemes']);

/** What 3.x calls a field otherwise that holds the same, by object and field. */
export const renamedFields: ReadonlyMap<string, ReadonlyMap<string, string>> = new Map([
  [
    'oauth-flows',
    new Map([
      ['application', 'clientCredentials'],
      ['client_credentials', 'clientCredentials'],
      ['accessCode', 'authorizationCode'],
      ['access_code', 'authorizationCode'],
      ['authorization_code', 'authorizationCode'],
    ]),
  ],
]);

const swagger2 = 'Swagger 2.0';
const ownFlow = 'write “flows” with the flow as its key, and in it what belongs to the flow';

const remedies: ReadonlyMap<string, ReadonlyMap<string, string>> = new Map([
  [
    '3.x document',
    new Map([
      ['swagger', 'a description has either “openapi” or “swagger”'],
      ['host', 'write “servers” with the whole address instead'],
      ['basePath', 'write “servers” with the whole address instead'],
      ['schemes', 'write “servers” with the whole address instead'],
      ['definitions', 'schemas stand below “components”, “schemas”'],
      ['securityDefinitions', 'schemes stand below “components”, “securitySchemes”'],
      ['parameters', 'they stand below “components”'],
      ['responses', 'they stand below “components”'],
      ['consumes', 'media types are the keys of “content” in request bodies'],
      ['produces', 'media types are the keys of “content” in responses'],
      ['schemas', 'they stand below “components”'],
      ['securitySchemes', 'they stand below “components”'],
    ]),
  ],
  [
    '3.x operation',
    new Map([
      ['consumes', 'media types are the keys of “content” in “requestBody”'],
      ['produces', 'media types are the keys of “content” in each response'],
      ['schemes', 'write “servers” instead'],
    ]),
  ],
  [
    '3.x response',
    new Map([
      ['schema', 'it belongs in each media type below “content”'],
      ['examples', 'it belongs in each media type below “content”'],
    ]),
  ],
  ['3.x request-body', new Map([['schema', 'it belongs in each media type below “content”']])],
  ['3.x parameter', new Map([['collectionFormat', 'write “style” and “explode” instead']])],
  ['3.x header', new Map([['collectionFormat', 'write “style” and “explode” instead']])],
  [
    '3.x security-scheme',
    new Map([
      ['flow', ownFlow],
      ['authorizationUrl', ownFlow],
      ['tokenUrl', ownFlow],
      ['scopes', ownFlow],
    ]),
  ],
  [
    '3.x schema',
    new Map([
      ['const', 'it came with OpenAPI 3.1: write “enum” with the one value'],
      ['examples', 'it came with OpenAPI 3.1: write “example” with one value'],
      ['$schema', 'it came with OpenAPI 3.1'],
      ['patternProperties', 'it came with OpenAPI 3.1'],
      ['definitions', 'schemas stand below “components”, “schemas”'],
    ]),
  ],
  [
    '2.0 document',
    new Map([
      ['openapi', 'a description has either “openapi” or “swagger”'],
      ['servers', `${swagger2} writes “host”, “basePath” and “schemes” instead`],
      ['components', `${swagger2} writes “definitions”, “parameters”, “responses” and “securityDefinitions” instead`],
    ]),
  ],
  [
    '2.0 operation',
    new Map([
      ['requestBody', `${swagger2} describes a body by a parameter with “in: body”`],
      ['servers', `${swagger2} writes “host”, “basePath” and “schemes” at the root`],
    ]),
  ],
  [
    '2.0 response',
    new Map([
      ['content', `${swagger2} writes “schema” in the response, and media types in “produces”`],
      ['example', 'write “examples” with the media type as its key'],
    ]),
  ],
  [
    '2.0 parameter',
    new Map([
      ['example', `${swagger2} has no examples of parameters: write “x-example”`],
      ['examples', `${swagger2} has no examples of parameters: write “x-example”`],
      ['style', 'write “collectionFormat” instead'],
      ['explode', 'write “collectionFormat: multi” instead'],
      ['content', `${swagger2} knows no media types of parameters`],
    ]),
  ],
  ['2.0 header', new Map([['example', `${swagger2} has no examples of headers: write “x-example”`]])],
  ['2.0 items', new Map([['$ref', 'items of a parameter are written out']])],
  [
    '2.0 security-scheme',
    new Map([
      ['flows', 'write “flow”, “authorizationUrl”, “tokenUrl” and “scopes” instead'],
      ['scheme', 'write “type: basic” instead, or an API key in the header “Authorization”'],
      ['bearerFormat', `${swagger2} knows no bearer tokens: write an API key in the header “Authorization”`],
    ]),
  ],
  [
    '2.0 schema',
    new Map([
      ['nullable', `${swagger2} has no null: write “x-nullable”`],
      ['oneOf', `it came with OpenAPI 3.0`],
      ['anyOf', `it came with OpenAPI 3.0`],
      ['examples', 'write “example” with one value'],
      ['const', 'write “enum” with the one value'],
    ]),
  ],
]);
