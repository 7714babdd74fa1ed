import { growingTexts } from './growing-texts.ts';

/** Something nobody writes, in any size: files by path, the same work per unit of size whatever the size. */
export interface HostileInput {
  readonly name: string;
  /** How large it is where it is doubled. */
  readonly size: number;
  readonly files: (size: number) => Files;
}

export type Files = { readonly [path: string]: string };

const head = "openapi: 3.1.0\ninfo: { title: T, version: '1' }\n";
const prismaHead = 'datasource db {\n  provider = "postgresql"\n}\n';

/** One line for each number below a size. */
function lines(size: number, line: (index: number) => string): string {
  return Array.from({ length: size }, (_, index) => `${line(index)}\n`).join('');
}

function yaml(name: string, size: number, text: (size: number) => string): HostileInput {
  return { name, size, files: (of) => ({ 'api.yaml': text(of) }) };
}

function prisma(name: string, size: number, text: (size: number) => string): HostileInput {
  return { name, size, files: (of) => ({ 'schema.prisma': `${prismaHead}${text(of)}` }) };
}

function json(name: string, size: number, text: (size: number) => string): HostileInput {
  return { name, size, files: (of) => ({ 'api.json': text(of) }) };
}

function config(name: string, size: number, text: (size: number) => string): HostileInput {
  const folder = `${'a'.repeat(60)}/`.repeat(3);
  return {
    name,
    size,
    files: (of) => ({ 'plumbline.yaml': text(of), [`${folder}b.yaml`]: `${head}paths: {}\n` }),
  };
}

const schemas = (size: number, schema: (index: number) => string) =>
  `${head}paths: {}\ncomponents:\n  schemas:\n${lines(size, (index) => `    A${index}: ${schema(index)}`)}`;

const path = (template: string) =>
  `${head}paths:\n  '/${template}':\n    get:\n      responses:\n        '200': { description: Fine }\n`;

/** A description that holds a text wherever prose, a name or a value may stand. */
const everywhere = (text: string) => {
  const quoted = JSON.stringify(text);
  const prose = { summary: text, description: text };
  const schema = {
    type: 'string',
    title: text,
    description: text,
    default: text,
    example: text,
    pattern: text,
    format: text,
    enum: [text],
  };
  const answer = {
    description: text,
    headers: { [text]: { description: text, schema } },
    content: { 'application/json': { schema, example: text } },
  };
  const parameter = { name: text, in: 'query', description: text, schema };
  const operation = {
    operationId: text,
    tags: [text],
    ...prose,
    parameters: [parameter],
    responses: { '200': answer, '400': answer },
  };
  return `openapi: 3.1.0
info: ${JSON.stringify({ title: text, version: text, description: text, license: { name: text, url: text } })}
servers: [{ url: ${quoted}, description: ${quoted} }]
tags: [{ name: ${quoted}, description: ${quoted} }]
paths:
  ${JSON.stringify(`/${text}`)}: ${JSON.stringify({ get: operation })}
  /orders: ${JSON.stringify({ get: operation, post: { ...operation, requestBody: { description: text, content: { [text]: { schema } } } } })}
components:
  schemas: ${JSON.stringify({ A: { ...schema, type: 'object', properties: { a: schema, b: { type: 'integer', description: text } } }, B: { ...schema, enum: [text, `${text}a`] } })}
  securitySchemes: { a: { type: apiKey, in: query, name: ${quoted}, description: ${quoted} } }
`;
};

const words = growingTexts.map(({ name, text }) => yaml(`texts of ${name}`, 500, (size) => everywhere(text(size))));
const comments = growingTexts.map(({ name, text }) =>
  prisma(`comments of ${name}`, 1_500, (size) => {
    const [long, word] = [text(size), text(size).replace(/\W/g, '_')];
    return `/// ${long}\nmodel A {\n  id Int @id\n  /// ${long}\n  b String? // ${long}\n  a${word} String\n  ${long}\n}\n`;
  }),
);

/** Many of something. */
const many: readonly HostileInput[] = [
  json('a blank root', 100_000, (size) => `{${' '.repeat(size)}"x" "openapi"`),
  json(
    'broken members by the hundred',
    500,
    (size) =>
      `{\n  "openapi": "3.1.0",\n  "paths": {\n${lines(size, (index) => `    "/a${index}": { "get": { "responses": { "200": { "description": "x" } } } }`)}`,
  ),
  json('an open list', 1_000, (size) => `{"openapi": "3.1.0", "x": [${'"a": 1, '.repeat(size)}`),
  json('open brackets', 4_000, (size) => `{"openapi": "3.1.0", "x": ${'['.repeat(size)}`),
  json('open maps', 4_000, (size) => `{"openapi": "3.1.0", "x": ${'{"a":'.repeat(size)}`),
  json('slashes', 20_000, (size) => `{"openapi": "3.1.0", "x": ${'/* '.repeat(size)}`),
  json('open quotes', 4_000, (size) => `{"openapi": "3.1.0",\n${lines(size, () => '"a: "b",')}`),
  json('closing brackets', 4_000, (size) => `{"openapi": "3.1.0", "x": ${'[1}'.repeat(size)}`),
  yaml('comment lines before the root', 50_000, (size) => `${lines(size, () => '# c')}${head}paths: {}\n`),
  yaml('blank lines before the root', 50_000, (size) => `${lines(size, () => '')}${head}paths: {}\n`),
  yaml('directives before the root', 10_000, (size) => `${lines(size, () => '%A b')}---\n${head}paths: {}\n`),
  yaml('documents', 2_000, (size) => `${head}paths: {}\n${lines(size, () => '---')}`),
  yaml('open flow lists', 2_000, (size) => `${head}x: ${'['.repeat(size)}`),
  yaml('open flow maps', 2_000, (size) => `${head}x: ${'{a: '.repeat(size)}`),
  yaml('open quotes in yaml', 400, (size) => `${head}${lines(size, (index) => `x${index}: "a`)}`),
  yaml('deep lists', 2_000, (size) => `${head}x:\n  ${'- '.repeat(size)}a\n`),
  yaml('mistakes', 400, (size) => `${head}x:\n${lines(size, (index) => `  - b${index}: c: d`)}`),
  yaml('tabs', 400, (size) => `${head}x:\n${lines(size, () => '\ta: b')}`),
  yaml('doubled keys', 2_000, (size) => `${head}x:\n${lines(size, () => '  a: b')}`),
  yaml(
    'merges of one anchor',
    1_000,
    (size) => `${head}x:\n  a: &a { b: c }\n${lines(size, (index) => `  d${index}: { <<: *a }`)}`,
  ),
  yaml(
    'a merge of many',
    500,
    (size) =>
      `${head}x:\n${lines(size, (index) => `  a${index}: &a${index} { b${index}: c }`)}  m: { <<: [${Array.from({ length: size }, (_, index) => `*a${index}`).join(', ')}] }\n`,
  ),
  yaml(
    'a chain of merges',
    200,
    (size) =>
      `${head}x:\n  a0: &a0 { b: c }\n${lines(size, (index) => `  a${index + 1}: &a${index + 1} { <<: *a${index} }`)}`,
  ),
  yaml('aliases', 2_000, (size) => `${head}x:\n  a: &a { b: c }\n${lines(size, (index) => `  d${index}: *a`)}`),
  yaml('unknown aliases', 500, (size) => `${head}x:\n${lines(size, (index) => `  d${index}: *a${index}`)}`),
  yaml(
    'suppressions in comments',
    400,
    (size) =>
      `${head}paths: {}\nx:\n${lines(size, (index) => `  # plumbline-ignore path-casing: because\n  a${index}: b`)}`,
  ),
  yaml(
    'suppressions behind values',
    400,
    (size) =>
      `${head}paths: {}\nx:\n${lines(size, (index) => `  a${index}: b # plumbline-ignore no-such-rule: because`)}`,
  ),
  json(
    'suppressions of the file',
    300,
    (size) =>
      `{"openapi": "3.1.0", "info": {"title": "T", "version": "1"}, "paths": {}, "x-plumbline-ignore": [${Array.from({ length: size }, () => '"path-casing: because"').join(', ')}]}`,
  ),
  yaml(
    'suppressed findings',
    200,
    (size) =>
      `${head}paths: {}\ncomponents:\n  schemas:\n    A:\n      type: object\n      properties:\n${lines(size, (index) => `        # plumbline-ignore property-casing, no-such: because\n        a_B${index}: { type: strin }`)}`,
  ),
  prisma(
    'suppressions in Prisma',
    400,
    (size) =>
      `model A {\n  id Int @id\n${lines(size, (index) => `  /// plumbline-ignore field-casing: because\n  a_b${index} Int`)}}\n`,
  ),
  yaml('schemas', 300, (size) => schemas(size, () => '{ type: object, properties: { a_B: { type: string } } }')),
  yaml(
    'fields of no object',
    300,
    (size) =>
      `${head}paths:\n  /a:\n    get:\n${lines(size, (index) => `      some${index}: b`)}      responses: { '200': { description: Fine } }\n`,
  ),
  yaml('missing references', 250, (size) =>
    schemas(size, (index) => `{ type: object, properties: { a: { $ref: '#/components/schemas/B${index}' } } }`),
  ),
  yaml(
    'missing parameters beside others',
    300,
    (size) =>
      `${head}paths:\n${lines(size, (index) => `  /a${index}: { get: { parameters: [{ $ref: '#/components/parameters/B${index}' }] } }`)}components:\n  parameters:\n${lines(size, (index) => `    A${index}: { name: a_${index}, in: query, schema: { type: string } }`)}`,
  ),
  yaml(
    'path parameters that only others declare',
    300,
    (size) =>
      `${head}paths:\n${lines(size, (index) => `  '/a${index}/{b}': { get: { responses: { '200': { description: Fine } } } }`)}components:\n  parameters:\n${lines(size, (index) => `    A${index}: { name: a${index}, in: path, required: true, schema: { type: string } }`)}`,
  ),
  yaml(
    'paths with one parameter behind one segment',
    150,
    (size) =>
      `${head}paths:\n${lines(size, (index) => `  '/a${index}/b/{c}': { get: { responses: { '200': { description: Fine } } } }`)}`,
  ),
  yaml(
    'rate limits beside headers',
    150,
    (size) =>
      `${head}paths:\n${lines(size, (index) => `  /a${index}: { get: { responses: { '429': { description: Too many } } } }`)}components:\n  headers:\n${lines(size, (index) => `    A${index}: { schema: { type: string } }`)}`,
  ),
  yaml(
    'dynamic references of an example',
    300,
    (size) =>
      `${head}paths: {}\ncomponents:\n  schemas:\n    A:\n      $id: https://example.com/a\n      type: array\n      items: { $dynamicRef: '#c' }\n      $defs:\n${lines(size, (index) => `        b${index}: { type: string }`)}        c: { $dynamicAnchor: c, type: string }\n      examples: [[${'a, '.repeat(size)}]]\n`,
  ),
  yaml('missing files', 300, (size) => schemas(size, (index) => `{ $ref: './b${index}.yaml' }`)),
  yaml('a circle of references', 300, (size) =>
    schemas(size, (index) => `{ $ref: '#/components/schemas/A${(index + 1) % size}' }`),
  ),
  yaml('a chain of allOf', 300, (size) =>
    schemas(
      size,
      (index) =>
        `{ allOf: [{ $ref: '#/components/schemas/A${index + 1}' }], properties: { a${index}: { type: string } } }`,
    ),
  ),
  yaml('a chain of properties', 300, (size) =>
    schemas(size, (index) => `{ type: object, properties: { a: { $ref: '#/components/schemas/A${index + 1}' } } }`),
  ),
  yaml('a chain of items', 300, (size) =>
    schemas(size, (index) => `{ type: array, items: { $ref: '#/components/schemas/A${index + 1}' } }`),
  ),
  yaml(
    'a wide allOf',
    300,
    (size) =>
      `${schemas(size, (index) => `{ type: object, properties: { a${index}: { type: string } } }`)}    B:\n      allOf:\n${lines(size, (index) => `        - $ref: '#/components/schemas/A${index}'`)}`,
  ),
  yaml('path parameters', 100, (size) => path(Array.from({ length: size }, (_, index) => `{a${index}}`).join('/'))),
  yaml(
    'declared path parameters',
    100,
    (size) =>
      `${head}paths:\n  '/${Array.from({ length: size }, (_, index) => `{a${index}}`).join('/')}':\n    get:\n      parameters:\n${lines(size, (index) => `        - { name: a${index}, in: path, required: true, schema: { type: string } }`)}      responses: { '200': { description: Fine } }\n`,
  ),
  yaml(
    'operations',
    60,
    (size) =>
      `${head}paths:\n${lines(size, (index) => `  /a${index}: { get: { operationId: a${index}, responses: { '200': { description: Fine } } } }`)}`,
  ),
  yaml(
    'responses',
    200,
    (size) =>
      `${head}paths:\n  /a:\n    get:\n      responses:\n${lines(size, (index) => `        '${200 + index}': { description: Fine }`)}`,
  ),
  yaml(
    'query parameters',
    200,
    (size) =>
      `${head}paths:\n  /a:\n    get:\n      parameters:\n${lines(size, (index) => `        - { name: a${index}, in: query, schema: { type: string } }`)}      responses: { '200': { description: Fine } }\n`,
  ),
  yaml(
    'properties',
    500,
    (size) =>
      `${head}paths: {}\ncomponents:\n  schemas:\n    A:\n      type: object\n      required: [${Array.from({ length: size }, (_, index) => `b${index}`).join(', ')}]\n      properties:\n${lines(size, (index) => `        b${index}: { type: string }`)}`,
  ),
  yaml(
    'values of an enum',
    1_000,
    (size) =>
      `${head}paths: {}\ncomponents:\n  schemas:\n    A:\n      type: string\n      enum:\n${lines(size, (index) => `        - b${index}`)}`,
  ),
  yaml('tags', 500, (size) => `${head}tags:\n${lines(size, (index) => `  - name: b${index}`)}paths: {}\n`),
  yaml(
    'servers',
    500,
    (size) => `${head}servers:\n${lines(size, (index) => `  - url: https://b${index}.example.com/v1`)}paths: {}\n`,
  ),
  prisma('fields', 500, (size) => `model A {\n  id Int @id\n${lines(size, (index) => `  b${index} String`)}}\n`),
  prisma(
    'fields named ids',
    300,
    (size) => `model A {\n  id Int @id\n${lines(size, (index) => `  b${index}Id Int`)}}\n`,
  ),
  prisma(
    'relations',
    60,
    (size) =>
      `model A {\n  id Int @id\n${lines(size, (index) => `  b${index}Id Int\n  b${index} B @relation("r${index}", fields: [b${index}Id], references: [id])`)}}\nmodel B {\n  id Int @id\n${lines(size, (index) => `  a${index} A[] @relation("r${index}")`)}}\n`,
  ),
  prisma('indexes', 300, (size) => `model A {\n  id Int @id\n  b Int\n${lines(size, () => '  @@index([b])')}}\n`),
  prisma(
    'comments above a field',
    20_000,
    (size) =>
      `model A {\n  id Int @id\n  b B @relation(fields: [bId], references: [id])\n${lines(size, () => '  // c')}  bId Int\n}\nmodel B {\n  id Int @id\n  a A[]\n}\n`,
  ),
  prisma(
    'indexes of other fields',
    300,
    (size) =>
      `model A {\n  id Int @id\n${lines(size, (index) => `  b${index} Int`)}${lines(size, (index) => `  @@index([b${index}, id])`)}}\n`,
  ),
  prisma(
    'fields of one index',
    300,
    (size) =>
      `model A {\n  id Int @id\n${lines(size, (index) => `  b${index} Int`)}  @@index([${Array.from({ length: size }, (_, index) => `b${index}`).join(', ')}])\n}\n`,
  ),
  prisma('models', 150, (size) => lines(size, (index) => `model A${index} {\n  id Int @id\n}`)),
  prisma('models of one name', 150, (size) => lines(size, () => 'model A {\n  id Int @id\n}')),
  prisma('values of an enum in Prisma', 500, (size) => `enum A {\n${lines(size, (index) => `  B${index}`)}}\n`),
  prisma('mistakes in Prisma', 1_000, (size) => `model A {\n${lines(size, () => '  ?')}}\n`),
  prisma('attributes of a field', 500, (size) => `model A {\n  id Int @id${' @a'.repeat(size)}\n}\n`),
  prisma('slashes in Prisma', 10_000, (size) => `model A {\n  ${'/ '.repeat(size)}\n}\n`),
  prisma(
    'slashes before a model',
    10_000,
    (size) => `${'/'.repeat(size)}\nmodel A {\n ${' /'.repeat(size)}\n id Int @id ${'/*'.repeat(size)}\n}\n`,
  ),
  prisma('open braces in Prisma', 4_000, (size) => `model A ${'{ '.repeat(size)}\n`),
  prisma('models that are not closed', 500, (size) => lines(size, (index) => `model A${index} {\n  id Int @id`)),
  prisma('open lists in Prisma', 2_000, (size) => `model A {\n  id Int @default(${'['.repeat(size)}\n}\n`),
  prisma('open calls in Prisma', 2_000, (size) => `model A {\n  id Int @default(${'a('.repeat(size)}\n}\n`),
  prisma(
    'an attribute over lines',
    2_000,
    (size) => `model A {\n  id Int @id\n  b Int @default(\n${lines(size, () => '    [')}\n}\n`,
  ),
  prisma('an open string', 10_000, (size) => `model A {\n  id Int @default("${'\\'.repeat(size)}\n}\n`),
  prisma(
    'members of several lines',
    500,
    (size) => `model A {\n  id Int @id\n${lines(size, (index) => `  b${index} Int @default(\n    1\n  )`)}}\n`,
  ),
  prisma('open comments', 2_000, (size) => `model A {\n  id Int @id\n${lines(size, () => '  /* a')}}\n`),
];

const globs: readonly HostileInput[] = [
  config('a long glob', 20_000, (size) => `exclude: ['${'a'.repeat(size)}']\n`),
  config('stars', 8, (size) => `exclude: ['${'*a'.repeat(size)}c']\n`),
  config('double stars', 6, (size) => `exclude: ['${'**/a*'.repeat(size)}c']\n`),
  config('nested groups', 8, (size) => `exclude: ['${'+(a|'.repeat(size)}a*${')'.repeat(size)}c']\n`),
  config('groups of stars', 8, (size) => `exclude: ['+(*)c', '${'+(*)'.repeat(size)}c']\n`),
  config('what must not be there', 8, (size) => `exclude: ['${'!(a*b)'.repeat(Math.ceil(size / 8))}!(x)']\n`),
  config('braces', 8, (size) => `exclude: ['${'{a,b}'.repeat(size)}c']\n`),
  config('globs', 200, (size) => `exclude:\n${lines(size, (index) => `  - 'a*${index}/**'`)}`),
  config('rules', 200, (size) => `rules:\n${lines(size, (index) => `  no-such-rule-${index}: off`)}`),
];

export const hostileInputs: readonly HostileInput[] = [...many, ...globs, ...words, ...comments];
