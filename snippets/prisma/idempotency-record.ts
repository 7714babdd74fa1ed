import { createdAtColumn, keyColumn, updatedAtColumn } from '#snippets/prisma/usual-columns.ts';
import type { PrismaPattern } from '#snippets/prisma-pattern.ts';

export const idempotencyRecord: PrismaPattern = {
  language: 'prisma',
  id: 'prisma-idempotency',
  title: 'Idempotency keys',
  keywords: ['retry', 'duplicate', 'idempotency', 'key'],
  description: 'The first answer to each idempotency key, with a hash of the request and an end.',
  context: 'schema',
  blocks: [
    {
      kind: 'model',
      name: 'IdempotencyRecord',
      documentation:
        'The answer to the first request with a key. Without a responseStatus that request is still running.',
      columns: [
        keyColumn,
        { name: 'scope', type: 'string' },
        { name: 'key', type: 'string' },
        { name: 'requestHash', type: 'string' },
        { name: 'responseStatus', type: 'integer', isOptional: true },
        { name: 'responseBody', type: 'json', isOptional: true },
        { name: 'expiresAt', type: 'moment' },
        createdAtColumn,
        updatedAtColumn,
      ],
      attributes: [
        { name: 'unique', fields: ['scope', 'key'] },
        { name: 'index', fields: ['expiresAt'] },
      ],
    },
  ],
};
