import type { PrismaModel } from '#core/prisma/model.ts';
import { wordsOf } from '#core/text/casing.ts';

/**
 * True for a credential that is kept as a hash and revoked at a time of its own (`keyHash`, `revokedAt`): nothing else becomes of
 * it. The hash of a password is part of a user.
 */
export function isRevocable({ fields }: PrismaModel): boolean {
  const columns = fields.map(({ name, type }) => ({ words: wordsOf(name.value), type: type.value }));
  const isHashed = columns.some(({ words }) => words.some((word) => hashWords.has(word)) && !isOfPassword(words));
  const isRevoked = columns.some(({ words, type }) => type === 'DateTime' && words[0] === 'revoked');
  return isHashed && isRevoked && !columns.some(({ words }) => isOfPassword(words));
}

const hashWords: ReadonlySet<string> = new Set('hash hashed digest'.split(' '));

function isOfPassword(words: readonly string[]): boolean {
  return words.some((word) => word === 'password' || word === 'passwd' || word === 'passphrase');
}
