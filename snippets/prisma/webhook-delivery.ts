import { createdAtColumn, keyColumn, updatedAtColumn } from '#snippets/prisma/usual-columns.ts';
import type { PrismaPattern } from '#snippets/prisma-pattern.ts';

export const webhookDelivery: PrismaPattern = {
  language: 'prisma',
  id: 'prisma-webhook-delivery',
  title: 'Webhook deliveries',
  keywords: ['callback', 'retry', 'backoff', 'queue', 'notification'],
  description: 'What is still to be delivered to which endpoint, how often it was tried, and when it is tried next.',
  context: 'schema',
  blocks: [
    {
      kind: 'model',
      name: 'WebhookDelivery',
      documentation:
        'Tried again at nextAttemptAt, at growing intervals; without it, delivered or given up. Without foreign keys, so that it outlives what it names.',
      columns: [
        keyColumn,
        { name: 'endpointId', type: 'string' },
        { name: 'eventId', type: 'string' },
        { name: 'attempts', type: 'integer', attributes: '@default(0)' },
        { name: 'nextAttemptAt', type: 'moment', isOptional: true },
        { name: 'lastStatus', type: 'integer', isOptional: true },
        { name: 'deliveredAt', type: 'moment', isOptional: true },
        createdAtColumn,
        updatedAtColumn,
      ],
      attributes: [
        { name: 'unique', fields: ['endpointId', 'eventId'] },
        { name: 'index', fields: ['nextAttemptAt'] },
      ],
    },
  ],
};
