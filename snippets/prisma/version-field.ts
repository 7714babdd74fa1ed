import type { PrismaPattern } from '#snippets/prisma-pattern.ts';

export const versionField: PrismaPattern = {
  language: 'prisma',
  id: 'prisma-version',
  title: 'Version for optimistic locking',
  keywords: ['optimistic locking', 'concurrency', 'lost update', 'conflict'],
  description: 'A version that every update compares and increments, so that no update is lost.',
  context: 'model',
  members: {
    columns: [
      {
        name: 'version',
        type: 'integer',
        attributes: '@default(0)',
        documentation:
          'Update where id and version match, and increment it; no row changed means someone else was faster.',
      },
    ],
  },
};
