import type { Column } from '#snippets/prisma-pattern.ts';

/** The primary key of a model with a single one. */
export const keyColumn: Column = { name: 'id', type: 'key' };

export const createdAtColumn: Column = { name: 'createdAt', type: 'moment', attributes: '@default(now())' };

export const updatedAtColumn: Column = { name: 'updatedAt', type: 'moment', attributes: '@updatedAt' };
