import type { PrismaPattern } from '#snippets/prisma-pattern.ts';

export const softDeleteFields: PrismaPattern = {
  language: 'prisma',
  id: 'prisma-soft-delete',
  title: 'Soft delete',
  keywords: ['deletedAt', 'restore', 'archive', 'trash'],
  description: 'A nullable deletedAt with its index.',
  context: 'model',
  members: {
    columns: [
      {
        name: 'deletedAt',
        type: 'moment',
        isOptional: true,
        documentation:
          'Set instead of deleting. What is unique among living rows needs a partial unique index (WHERE deletedAt IS NULL).',
      },
    ],
    attributes: [{ name: 'index', fields: ['deletedAt'] }],
  },
};
