import { collectionPath, json } from '#snippets/openapi/resource.ts';
import { componentReference, problems } from '#snippets/openapi/shared-components.ts';
import type { OpenApiPattern, Values } from '#snippets/pattern.ts';
import { placeholders } from '#snippets/placeholders.ts';

const { singular, words } = placeholders;
const id = '0190f5a4-7c1e-7a35-9d5b-3c1b2f6f9a10';

const start: Values = {
  operationId: `start${singular}`,
  summary: `Start one ${words}`,
  description: 'The work goes on after the answer; Location leads to its state.',
  requestBody: {
    required: true,
    content: {
      'application/json': {
        schema: {
          type: 'object',
          properties: { format: { type: 'string', enum: ['csv', 'json'], default: 'csv' } },
        },
        example: { format: 'csv' },
      },
    },
  },
  responses: {
    '202': {
      description: 'Accepted; the work is queued.',
      headers: {
        Location: {
          description: 'Where the state of the work is read.',
          schema: { type: 'string', format: 'uri-reference' },
          example: `/operations/${id}`,
        },
        'Retry-After': componentReference('headers', 'RetryAfter'),
      },
    },
    ...problems('400', '401', '422', '429', 'default'),
  },
};

const operationSchema: Values = {
  type: 'object',
  required: ['id', 'status', 'createdAt'],
  properties: {
    id: { type: 'string', format: 'uuid' },
    status: { type: 'string', enum: ['queued', 'running', 'succeeded', 'failed'] },
    createdAt: { type: 'string', format: 'date-time' },
    resultUrl: { type: 'string', format: 'uri-reference', description: 'Where the result is, once it succeeded.' },
    error: componentReference('schemas', 'Problem'),
  },
};

const read: Values = {
  operationId: 'getOperation',
  summary: 'Read the state of work in progress',
  responses: {
    '200': json('The state; error says why it failed.', componentReference('schemas', 'AsyncOperation'), {
      id,
      status: 'running',
      createdAt: '2026-01-15T09:30:00Z',
    }),
    ...problems('400', '401', '404', '429', 'default'),
  },
};

const operationPath = '/operations/{operationId}';

export const asyncAccepted: OpenApiPattern = {
  language: 'openapi',
  id: 'oas-async-202',
  title: 'Work that takes its time (202)',
  keywords: ['async', 'job', 'long-running', 'polling', 'background', 'Retry-After'],
  description: 'A POST answered with 202, Location and Retry-After, and the GET that reads the state of the work.',
  collection: 'exports',
  components: { schemas: { AsyncOperation: operationSchema } },
  contributions: [{ context: 'paths', body: { [collectionPath]: { post: start }, [operationPath]: { get: read } } }],
  insertion: {
    kind: 'paths',
    parts: [
      { path: collectionPath, operations: { post: start } },
      { path: operationPath, operations: { get: read }, isShared: true },
    ],
  },
};
