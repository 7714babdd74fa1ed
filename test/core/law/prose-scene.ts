import { stringify } from 'yaml';
import type { Random } from '../../support/random.ts';
import { happens, pickFrom } from './chance.ts';
import { phrases } from './vocabulary.ts';

/**
 * A description whose operations share everything with prose that one rule or another reads: parameters, responses,
 * properties. Below `example` stand keys that only look like prose.
 */
export function proseApi(random: Random): string {
  const paths = Object.fromEntries(['orders', 'users'].flatMap((name) => pathsOf(name, random)));
  const openapi = happens(random, 0.5) ? '3.1.0' : '3.0.3';
  const api = { openapi, info: { title: 'T', version: '1', description: 'Text.' }, paths, components };
  const written = JSON.stringify(api, (key, value: unknown) =>
    key === 'description' && typeof value === 'string' && happens(random, 0.4) ? pickFrom(random, phrases) : value,
  );
  return stringify(JSON.parse(written), { lineWidth: 100 });
}

function pathsOf(name: string, random: Random): readonly (readonly [string, unknown])[] {
  const limited = happens(random, 0.2) ? { '429': { description: 'Too many.' } } : {};
  const list = {
    operationId: happens(random, 0.8) ? `list_${name}` : 'list',
    parameters: [shared('parameters', 'After'), shared('parameters', 'Limit')],
    responses: { '200': shared('responses', 'Page'), ...limited, default: shared('responses', 'Problem') },
  };
  const show = {
    operationId: happens(random, 0.8) ? `show_${name}` : 'list',
    parameters: [{ name: 'id', in: 'path', required: true, schema: { type: 'string' } }],
    responses: { '200': shared('responses', 'One'), default: shared('responses', 'Problem') },
  };
  return [
    [`/${name}`, { get: list }],
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
    After: { description: 'Where to go on.', name: 'after', in: 'query', schema: { type: 'string' } },
    Limit: { description: 'How many.', name: 'limit', in: 'query', schema: shared('schemas', 'Size') },
  },
  responses: {
    Page: { description: 'A page.', content: content({ type: 'array', items: shared('schemas', 'Thing') }) },
    One: { description: 'One of them.', content: content(shared('schemas', 'Thing')) },
    Problem: { description: 'It failed.' },
  },
  schemas: {
    Size: { description: 'A number.', type: 'integer' },
    Thing: {
      type: 'object',
      properties: {
        id: { type: 'integer' },
        description: { type: 'string' },
        password: { type: 'string', description: 'For signing in.' },
        owner: { type: 'object', example: { id: 1, description: 'Blue.' } },
      },
    },
  },
};
