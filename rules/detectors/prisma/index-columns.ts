import type { ModelIndex } from '#core/prisma/indexes.ts';

/** A B-tree over all rows that keeps nothing apart: it is there to find rows by its first columns. */
export function isPlainIndex({ kind, type, where }: ModelIndex): boolean {
  return kind === 'index' && (type === undefined || type === 'BTree') && where === undefined;
}

/** The names of its columns. */
export function columnsOfIndex({ fields }: ModelIndex): readonly string[] {
  return fields.map(({ value }) => value);
}

/** `@@index([a, b])` */
export function indexInWords(index: ModelIndex): string {
  return `@@${index.kind}([${columnsOfIndex(index).join(', ')}])`;
}
