import { stringify } from 'yaml';
import type { Random } from '../../../bench/random.ts';
import { happens } from './chance.ts';

/**
 * A description whose operations share everything with prose that one rule or another reads: parameters, responses, headers,
 * properties. Below `example` and `x-…` stand keys that only look like prose.
 */
export function proseApi(random: Random): string {
  const names = ['orders', 'invoices', 'users', 'events'].filter(() => happens(random, 0.7));
  const paths = Object.fromEntries(names.flatMap((name) => pathsOf(name, random)));
  const api = {
    openapi: happens(random, 0.5) ? '3.1.0' : '3.0.3',
    info: { title: 'Orders', version: '1', description: 'Some text.' },
    paths,
    webhooks: { changed: { post: { description: 'Sent later.', responses: { '200': shared('responses', 'Done') } } } },
    components,
  };
  return stringify(api, { lineWidth: 100 });
}

function pathsOf(name: string, random: Random): readonly (readonly [string, unknown])[] {
  const error = happens(random, 0.7) ? { default: shared('responses', 'Problem') } : {};
  const limited = happens(random, 0.5) ? { '429': shared('responses', 'Limited') } : {};
  const list = {
    summary: `List ${name}`,
    operationId: `list_${name}`,
    parameters: [shared('parameters', 'Cursor'), shared('parameters', 'Limit'), shared('parameters', 'Filter')],
    responses: { '200': shared('responses', 'Page'), ...limited, ...error },
  };
  const create = {
    summary: 'Create one.',
    operationId: happens(random, 0.8) ? `create_${name}` : 'create',
    requestBody: { content: { 'application/json': { schema: shared('schemas', 'Thing') } } },
    responses: { '201': shared('responses', 'Done'), ...error },
  };
  const show = { description: 'Shows one.', parameters: [shared('parameters', 'Id')], responses: list.responses };
  return [
    [`/${name}`, { description: 'All of them.', get: list, ...(happens(random, 0.6) ? { post: create } : {}) }],
    [`/${name}/{id}`, { get: show }],
  ];
}

function shared(holder: string, name: string): unknown {
  return { $ref: `#/components/${holder}/${name}` };
}

function content(schema: unknown): unknown {
  return { 'application/json': { schema } };
}

const components = {
  parameters: {
    Cursor: { description: 'Where to go on.', name: 'after', in: 'query', schema: { type: 'string' } },
    Limit: { description: 'How many.', name: 'limit', in: 'query', schema: shared('schemas', 'Size') },
    Filter: { description: 'Which ones.', name: 'q', in: 'query', schema: { type: 'string', description: 'A word.' } },
    Id: { description: 'Which one.', name: 'id', in: 'path', required: true, schema: { type: 'string' } },
  },
  responses: {
    Page: { description: 'A page.', content: content({ type: 'array', items: shared('schemas', 'Thing') }) },
    Done: { description: 'Done.', content: content(shared('schemas', 'Thing')) },
    Limited: { description: 'Too many.', headers: { 'X-RateLimit-Reset': { description: 'When.' } } },
    Problem: { description: 'It failed.', content: content({ type: 'object', description: 'Why.' }) },
  },
  schemas: {
    Size: { description: 'A number.', type: 'integer' },
    Thing: {
      description: 'A thing.',
      type: 'object',
      example: { id: 1, description: 'Blue.', summary: 'Short.' },
      'x-owner': { description: 'Somebody.' },
      properties: {
        id: { type: 'integer', description: 'Its number.' },
        description: { type: 'string', description: 'What it is.' },
        password: { type: 'string', description: 'For signing in.' },
      },
    },
  },
};
