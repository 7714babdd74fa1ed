import type { PrismaPattern } from '#snippets/prisma-pattern.ts';

export const moneyFields: PrismaPattern = {
  language: 'prisma',
  id: 'prisma-money',
  title: 'Money',
  keywords: ['amount', 'currency', 'price', 'decimal'],
  description: 'An exact amount and its currency.',
  context: 'model',
  unfitFor: ['mongodb'],
  members: {
    columns: [
      { name: 'amount', type: 'amount' },
      { name: 'currency', type: 'currency' },
    ],
  },
};
