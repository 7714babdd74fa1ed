import { createdAtColumn, keyColumn } from '#snippets/prisma/usual-columns.ts';
import type { PrismaPattern } from '#snippets/prisma-pattern.ts';

export const outbox: PrismaPattern = {
  language: 'prisma',
  id: 'prisma-outbox',
  title: 'Transactional outbox',
  keywords: ['events', 'messaging', 'publish', 'reliable', 'audit'],
  description: 'Events written in the transaction that causes them, published later at least once.',
  context: 'schema',
  blocks: [
    {
      kind: 'model',
      name: 'OutboxEvent',
      documentation:
        'Written in the transaction that causes it; a relay publishes what has no publishedAt, oldest first.',
      columns: [
        keyColumn,
        { name: 'aggregateType', type: 'string' },
        { name: 'aggregateId', type: 'string' },
        { name: 'type', type: 'string' },
        { name: 'version', type: 'integer', attributes: '@default(1)' },
        { name: 'payload', type: 'json' },
        { name: 'attempts', type: 'integer', attributes: '@default(0)' },
        createdAtColumn,
        { name: 'publishedAt', type: 'moment', isOptional: true },
      ],
      attributes: [
        { name: 'index', fields: ['publishedAt', 'createdAt'] },
        { name: 'index', fields: ['aggregateType', 'aggregateId'] },
      ],
    },
  ],
};
