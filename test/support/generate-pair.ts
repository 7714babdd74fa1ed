import { pluralOf } from '#core/text/english.ts';
import { nouns } from './nouns.ts';
import { Random } from './random.ts';

/** A schema and the description of the API over it: each model has paths, filters and schemas of its own. */
export interface GeneratedPair {
  readonly prisma: string;
  readonly openapi: { readonly [key: string]: unknown };
}

/** About 19 lines of Prisma and 10 kB of YAML for each model, the same for the same seed. */
export function generatePair(models: number, seed = 1): GeneratedPair {
  const random = new Random(seed);
  const all = Array.from({ length: models }, (_, index) => modelAt(index, random));
  const paths = all.flatMap((model) => pathsOf(model));
  const schemas = all.flatMap((model) => schemasOf(model));
  return {
    prisma: `datasource db {\n  provider = "postgresql"\n}\n\n${all.map(blockOf).join('\n')}`,
    openapi: {
      openapi: '3.1.0',
      info: { title: 'Generated', version: '1.0.0' },
      servers: [{ url: 'https://api.example.com/v1' }],
      security: [{ bearer: [] }],
      paths: Object.fromEntries(paths),
      components: {
        securitySchemes: { bearer: { type: 'http', scheme: 'bearer' } },
        schemas: { Problem: problemSchema, ...Object.fromEntries(schemas) },
      },
    },
  };
}

interface Model {
  readonly name: string;
  readonly path: string;
  /** Those of its own, beside the id, the times and the parent. */
  readonly columns: readonly { readonly name: string; readonly type: string }[];
  /** The model it belongs to. */
  readonly parent: string | undefined;
  readonly isSoftDeleted: boolean;
}

const types = ['String', 'String', 'String?', 'Int', 'Boolean', 'Decimal', 'DateTime?'];

function modelAt(index: number, random: Random): Model {
  const columns = Array.from({ length: 8 }, (_, at) => ({
    name: `${random.pick(nouns)}${at}`,
    type: types[at % types.length] ?? 'String',
  }));
  const parent = index === 0 ? undefined : nameAt(random.below(index));
  const noun = nouns[index % nouns.length] ?? nouns[0];
  const path = `/${pluralOf(noun)}${suffixAt(index)}`;
  return { name: nameAt(index), path, columns, parent, isSoftDeleted: random.next() < 0.3 };
}

function nameAt(index: number): string {
  const noun = nouns[index % nouns.length] ?? nouns[0];
  return `${noun.charAt(0).toUpperCase()}${noun.slice(1)}${suffixAt(index)}`;
}

function suffixAt(index: number): string {
  return index < nouns.length ? '' : String(Math.floor(index / nouns.length));
}

function blockOf({ name, columns, parent, isSoftDeleted }: Model): string {
  const lines = [
    'id String @id @default(uuid())',
    'tenantId String',
    ...columns.map((column) => `${column.name} ${column.type}`),
    ...(parent === undefined
      ? []
      : ['parentId String', `parent ${parent} @relation("${name}", fields: [parentId], references: [id])`]),
    'createdAt DateTime @default(now())',
    'updatedAt DateTime @updatedAt',
    ...(isSoftDeleted ? ['deletedAt DateTime?'] : []),
    '',
    '@@index([tenantId, createdAt])',
    ...(parent === undefined ? [] : ['@@index([parentId])']),
  ];
  return `model ${name} {\n${lines.map((line) => (line === '' ? '' : `  ${line}`)).join('\n')}\n}\n`;
}

const problemSchema = {
  type: 'object',
  properties: { type: { type: 'string' }, title: { type: 'string' }, status: { type: 'integer' } },
};

const said = 'What it means to those who call, in a sentence of some length that nobody reads twice.';

function answer(description: string, schema: string) {
  return { description, content: { 'application/json': { schema: { $ref: `#/components/schemas/${schema}` } } } };
}

const problem = {
  description: 'The request was refused.',
  content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } },
};

function pathsOf({ name, path, columns }: Model): readonly (readonly [string, unknown])[] {
  const body = { required: true, ...answer('The new state.', `New${name}`) };
  const filters = columns.map((column) => ({
    name: column.name,
    in: 'query',
    description: said,
    schema: { type: 'string' },
  }));
  const list = {
    operationId: `list${name}`,
    summary: `List ${name}`,
    parameters: [
      ...filters,
      { name: 'sort', in: 'query', description: said, schema: { type: 'string', enum: ['createdAt', '-createdAt'] } },
      { name: 'cursor', in: 'query', description: 'An opaque cursor.', schema: { type: 'string' } },
      { name: 'limit', in: 'query', schema: { type: 'integer', minimum: 1, maximum: 100 } },
    ],
    responses: { '200': answer('A page.', `${name}Page`), '400': problem, '401': problem },
  };
  const create = {
    operationId: `create${name}`,
    parameters: [{ name: 'Idempotency-Key', in: 'header', description: said, schema: { type: 'string' } }],
    requestBody: body,
    responses: { '201': answer('Created.', name), '400': problem, '409': problem },
  };
  const id = [{ name: 'id', in: 'path', required: true, description: said, schema: { type: 'string' } }];
  const write = (operationId: string) => ({
    operationId,
    description: said,
    parameters: [{ name: 'If-Match', in: 'header', description: said, schema: { type: 'string' } }],
    requestBody: body,
    responses: { '200': answer('Written.', name), '400': problem, '404': problem, '412': problem },
  });
  const item = {
    parameters: id,
    get: { operationId: `get${name}`, responses: { '200': answer('Found.', name), '404': problem } },
    put: write(`replace${name}`),
    patch: write(`change${name}`),
    delete: {
      operationId: `delete${name}`,
      description: said,
      responses: { '204': { description: 'Deleted.' }, '404': problem },
    },
  };
  const restore = {
    parameters: id,
    post: { operationId: `restore${name}`, responses: { '200': answer('Restored.', name), '404': problem } },
  };
  return [
    [path, { get: list, post: create }],
    [`${path}/{id}`, item],
    [`${path}/{id}/restore`, restore],
  ];
}

function schemasOf({ name, columns }: Model): readonly (readonly [string, unknown])[] {
  const own = columns.map((column) => [column.name, { type: 'string', description: said }] as const);
  const given = ['id', 'createdAt', 'updatedAt'].map(
    (each) => [each, { type: 'string', readOnly: true, description: said }] as const,
  );
  const page = {
    type: 'object',
    properties: {
      items: { type: 'array', items: { $ref: `#/components/schemas/${name}` } },
      nextCursor: { type: ['string', 'null'] },
    },
  };
  return [
    [name, { type: 'object', properties: Object.fromEntries([...given, ...own]) }],
    [`New${name}`, { type: 'object', properties: Object.fromEntries(own) }],
    [`${name}Page`, page],
  ];
}
