import { createdAtColumn, keyColumn, updatedAtColumn } from '#snippets/prisma/usual-columns.ts';
import type { PrismaPattern } from '#snippets/prisma-pattern.ts';

export const saga: PrismaPattern = {
  language: 'prisma',
  id: 'prisma-saga',
  title: 'Saga',
  keywords: ['workflow', 'compensation', 'distributed transaction', 'orchestration', 'state machine'],
  description: 'The state of a transaction over several services: its step, its data, and whether it is compensating.',
  context: 'schema',
  blocks: [
    {
      kind: 'enum',
      name: 'SagaState',
      values: ['RUNNING', 'COMPENSATING', 'COMPLETED', 'COMPENSATED', 'FAILED'],
    },
    {
      kind: 'model',
      name: 'Saga',
      documentation: 'Saved after every step; what has not moved for long is taken up again.',
      columns: [
        keyColumn,
        { name: 'type', type: 'string' },
        { name: 'state', type: { kind: 'enum', name: 'SagaState' }, attributes: '@default(RUNNING)' },
        { name: 'step', type: 'integer', attributes: '@default(0)' },
        { name: 'payload', type: 'json' },
        createdAtColumn,
        updatedAtColumn,
      ],
      attributes: [{ name: 'index', fields: ['state', 'updatedAt'] }],
    },
  ],
};
