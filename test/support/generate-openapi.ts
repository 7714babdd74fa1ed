import { toPascalCase } from '#core/text/casing.ts';
import { pluralOf } from '#core/text/english.ts';
import { nouns } from './nouns.ts';
import { Random } from './random.ts';

/** An OpenAPI 3.1 description as a value; each resource takes about 4 kB of YAML. The same for the same seed. */
export function generateOpenApi(resources: number, seed = 1): { readonly [key: string]: unknown } {
  const random = new Random(seed);
  const paths: [string, unknown][] = [];
  const schemas: [string, unknown][] = [];
  for (let index = 0; index < resources; index++) {
    const noun = nouns[index % nouns.length] ?? nouns[0];
    const suffix = index < nouns.length ? '' : String(Math.floor(index / nouns.length));
    const name = `${toPascalCase(noun)}${suffix}`;
    const collection = `/${pluralOf(noun)}${suffix}`;
    const problem = problemName(index);
    if (index % resourcesPerProblem === 0) schemas.push([problem, problemSchema]);
    paths.push([collection, collectionItem(name, problem)], [`${collection}/{id}`, singleItem(name, problem)]);
    schemas.push([name, resourceSchema(random)], [`${name}Page`, pageSchema(name)]);
  }
  return {
    openapi: '3.1.0',
    info: { title: 'Generated', version: '1.0.0' },
    servers: [{ url: 'https://api.example.com/v1' }],
    security: [{ bearer: [] }],
    paths: Object.fromEntries(paths),
    components: {
      securitySchemes: { bearer: { type: 'http', scheme: 'bearer' } },
      schemas: Object.fromEntries(schemas),
    },
  };
}

const problemSchema = {
  type: 'object',
  properties: { type: { type: 'string' }, title: { type: 'string' }, status: { type: 'integer' } },
};

/** Each problem schema is used about 500 times. */
const resourcesPerProblem = 75;

function problemName(index: number): string {
  const group = Math.floor(index / resourcesPerProblem);
  return group === 0 ? 'Problem' : `Problem${group}`;
}

function refusal(problem: string) {
  return {
    description: 'The request was refused.',
    content: { 'application/problem+json': { schema: { $ref: `#/components/schemas/${problem}` } } },
  };
}

function answer(description: string, schema: string) {
  return { description, content: { 'application/json': { schema: { $ref: `#/components/schemas/${schema}` } } } };
}

function collectionItem(name: string, problemSchemaName: string) {
  const problem = refusal(problemSchemaName);
  return {
    get: {
      operationId: `list${name}`,
      summary: `List ${name}`,
      parameters: [
        { name: 'cursor', in: 'query', schema: { type: 'string' } },
        { name: 'limit', in: 'query', schema: { type: 'integer', minimum: 1, maximum: 100 } },
      ],
      responses: { '200': answer('A page.', `${name}Page`), default: problem },
    },
    post: {
      operationId: `create${name}`,
      requestBody: { required: true, ...answer('', name), description: 'The new one.' },
      responses: { '201': answer('Created.', name), '400': problem, '409': problem },
    },
  };
}

function singleItem(name: string, problemSchemaName: string) {
  const problem = refusal(problemSchemaName);
  return {
    parameters: [{ name: 'id', in: 'path', required: true, schema: { type: 'string', format: 'uuid' } }],
    get: { operationId: `get${name}`, responses: { '200': answer('Found.', name), '404': problem } },
    put: {
      operationId: `replace${name}`,
      requestBody: { required: true, ...answer('The new state.', name) },
      responses: { '200': answer('Replaced.', name), '404': problem, '412': problem },
    },
    delete: { operationId: `delete${name}`, responses: { '204': { description: 'Deleted.' }, '404': problem } },
  };
}

function resourceSchema(random: Random) {
  const properties: [string, unknown][] = [['id', { type: 'string', format: 'uuid', readOnly: true }]];
  const count = 5 + random.below(10);
  for (let index = 0; index < count; index++) {
    const type = random.pick(['string', 'integer', 'number', 'boolean']);
    properties.push([
      `${random.pick(nouns)}${index}`,
      { type, description: 'What it means, in a sentence of some length.' },
    ]);
  }
  return { type: 'object', required: ['id'], properties: Object.fromEntries(properties) };
}

function pageSchema(name: string) {
  return {
    type: 'object',
    properties: {
      items: { type: 'array', items: { $ref: `#/components/schemas/${name}` } },
      nextCursor: { type: ['string', 'null'] },
    },
  };
}
