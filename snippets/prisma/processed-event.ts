import type { PrismaPattern } from '#snippets/prisma-pattern.ts';

export const processedEvent: PrismaPattern = {
  language: 'prisma',
  id: 'prisma-processed-event',
  title: 'Processed events',
  keywords: ['inbox', 'deduplication', 'exactly once', 'consumer', 'idempotency'],
  description: 'Which consumer has processed which event, so that a repeated delivery changes nothing.',
  context: 'schema',
  blocks: [
    {
      kind: 'model',
      name: 'ProcessedEvent',
      documentation:
        'Inserted in the transaction of the effect; a duplicate fails on the key. Kept longer than the broker redelivers.',
      columns: [
        { name: 'consumer', type: 'string' },
        { name: 'eventId', type: 'string' },
        { name: 'processedAt', type: 'moment', attributes: '@default(now())' },
      ],
      key: ['consumer', 'eventId'],
      attributes: [{ name: 'index', fields: ['processedAt'] }],
    },
  ],
};
