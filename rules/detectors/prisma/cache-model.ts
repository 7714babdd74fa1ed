import type { PrismaField, PrismaModel } from '#core/prisma/model.ts';
import { foldedName, wordsOf } from '#core/text/casing.ts';

/** Whether the rows of a model are those of a cache: named so, and with an end. */
export function isCacheModel(model: PrismaModel): boolean {
  return isNamedCache(model) && model.fields.some(isEnd);
}

function isNamedCache({ name, fields }: PrismaModel): boolean {
  const words = wordsOf(name.value);
  const isCalled =
    words.at(-1) === 'cache' || words.join(' ').endsWith('cache entry') || words.join(' ').endsWith('cache item');
  const names = new Set(fields.map((field) => foldedName(field.name.value)));
  return isCalled || (words.includes('cached') && (names.has('key') || names.has('cachekey')));
}

function isEnd({ name, type }: PrismaField): boolean {
  const isTime = type.value === 'DateTime' || type.value === 'Int' || type.value === 'BigInt';
  return isTime && wordsOf(name.value).some((word) => /^(?:expires|expiry|expire|expiration|ttl)$/.test(word));
}
