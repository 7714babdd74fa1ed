import { placeholders } from '#snippets/placeholders.ts';
import { createdAtColumn, keyColumn, updatedAtColumn } from '#snippets/prisma/usual-columns.ts';
import type { PrismaPattern } from '#snippets/prisma-pattern.ts';

export const basicModel: PrismaPattern = {
  language: 'prisma',
  id: 'prisma-model',
  title: 'Model',
  keywords: ['table', 'entity', 'timestamps', 'UUID', 'audit'],
  description: 'A model with a UUID key, createdAt and updatedAt.',
  context: 'schema',
  hasExampleNames: true,
  blocks: [
    {
      kind: 'model',
      name: placeholders.singular,
      columns: [keyColumn, { name: 'name', type: 'string' }, createdAtColumn, updatedAtColumn],
    },
  ],
};
