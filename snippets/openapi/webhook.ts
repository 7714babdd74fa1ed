import { itemExample, itemReference, itemSchema } from '#snippets/openapi/resource.ts';
import { webhookParameters } from '#snippets/openapi/webhook-parameters.ts';
import type { OpenApiPattern, Values } from '#snippets/pattern.ts';
import { placeholders } from '#snippets/placeholders.ts';

const { singular, variable, words } = placeholders;
const type = `${variable}.created`;
const name = `${variable}Created`;
const expression = '{$request.body#/callbackUrl}';

const operation: Values = {
  operationId: `on${singular}Created`,
  summary: `Tell of a new ${words}`,
  description:
    'Sent until it is answered with 2XX, at growing intervals, for three days. Signed; no other credentials.',
  security: [],
  parameters: webhookParameters,
  requestBody: {
    required: true,
    content: {
      'application/json': {
        schema: {
          type: 'object',
          required: ['type', 'timestamp', 'data'],
          properties: {
            type: { type: 'string', enum: [type] },
            timestamp: { type: 'string', format: 'date-time', description: 'When it happened.' },
            data: itemReference,
          },
        },
        example: { type, timestamp: '2026-01-15T09:30:00Z', data: itemExample },
      },
    },
  },
  responses: {
    '2XX': { description: 'Received; answered before the work is done.' },
    '410': { description: 'No longer wanted: nothing more is sent to this address.' },
  },
};

export const webhook: OpenApiPattern = {
  language: 'openapi',
  id: 'oas-webhook',
  title: 'Signed webhook',
  keywords: ['callback', 'event', 'notification', 'HMAC', 'signature'],
  description: 'An outgoing webhook with id, timestamp and signature headers; a callback in OpenAPI 3.0.',
  components: { schemas: { [singular]: itemSchema } },
  contributions: [
    { context: 'webhooks', body: { [name]: { post: operation } } },
    {
      prefix: 'oas-callback',
      context: 'operation',
      body: { callbacks: { [name]: { [expression]: { post: operation } } } },
    },
  ],
  insertion: { kind: 'webhook', name, operation, callback: { name, expression } },
};
