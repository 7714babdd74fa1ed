import { problems } from '#snippets/openapi/shared-components.ts';
import { webhookParameters } from '#snippets/openapi/webhook-parameters.ts';
import type { OpenApiPattern, Values } from '#snippets/pattern.ts';

const path = '/webhooks/{provider}';

const receive: Values = {
  operationId: 'receiveWebhook',
  summary: 'Receive a webhook of a provider',
  description: 'The signature is checked against the raw body, the message queued, the answer sent at once.',
  security: [],
  parameters: webhookParameters,
  requestBody: {
    required: true,
    content: {
      'application/json': {
        schema: {
          type: 'object',
          required: ['type', 'data'],
          properties: { type: { type: 'string', maxLength: 100 }, data: { type: 'object' } },
        },
        example: { type: 'invoice.paid', data: { id: 'in_42' } },
      },
    },
  },
  responses: {
    '202': { description: 'Queued. A message with a webhook-id that was seen before is dropped with the same answer.' },
    ...problems('400', '401', '404', '409', '429', 'default'),
  },
};

export const webhookReceiver: OpenApiPattern = {
  language: 'openapi',
  id: 'oas-webhook-receiver',
  title: 'Webhook receiver',
  keywords: ['callback', 'inbound', 'event', 'HMAC', 'signature'],
  description: 'A POST that takes signed webhooks of other systems and answers before the work is done.',
  contributions: [{ context: 'paths', body: { [path]: { post: receive } } }],
  insertion: { kind: 'paths', isFixed: true, parts: [{ path, operations: { post: receive } }] },
};
