import type { OpenApiPattern, Values } from '#snippets/pattern.ts';

const money: Values = {
  type: 'object',
  description: 'An amount of money; decimal text, since binary floating point cannot hold it exactly.',
  required: ['amount', 'currency'],
  properties: {
    amount: { type: 'string', pattern: '^-?[0-9]{1,15}(\\.[0-9]{1,4})?$', example: '19.99' },
    currency: { type: 'string', pattern: '^[A-Z]{3}$', description: 'ISO 4217 code.', example: 'EUR' },
  },
};

export const moneySchema: OpenApiPattern = {
  language: 'openapi',
  id: 'oas-money',
  title: 'Money',
  keywords: ['amount', 'currency', 'price', 'decimal', 'ISO 4217'],
  description: 'A schema with the amount as decimal text and the currency as ISO 4217 code.',
  components: { schemas: { Money: money } },
  contributions: [{ context: 'schemas', body: { Money: money } }],
  insertion: { kind: 'components', names: ['schemas/Money'] },
};
