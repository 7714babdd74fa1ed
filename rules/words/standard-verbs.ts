import type { StandardOperation } from '#core/openapi/resources/standard-operations.ts';
import { wordSet } from '#rules/words/word-list.ts';

/**
 * Verbs that say what a standard operation does, as ids of operations begin or end with them. Of any other nothing is said; to add and to
 * remove is done to what is there before and after.
 */
export const standardVerbs: Readonly<Record<StandardOperation, ReadonlySet<string>>> = {
  list: wordSet('list get find fetch index browse retrieve read show'),
  create: wordSet('create post new make'),
  read: wordSet('get read find fetch retrieve show view describe'),
  replace: wordSet('replace update put set edit change modify'),
  update: wordSet('update patch edit change modify'),
  delete: wordSet('delete destroy'),
};
