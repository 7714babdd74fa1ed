import { wordSet } from '#rules/words/word-list.ts';

/** What stands before `Type` and `Id` where a row leads to one of several models; words in `able` do so, too (`commentable`). */
export const anythingWords: ReadonlySet<string> = wordSet(
  'entity target subject owner resource object parent item record reference ref related linked model content holder actor author creator assignee recipient scope context attached associated likeable',
);

/** Last words of names in `able` that are adjectives of the row itself. */
export const ownAdjectives: ReadonlySet<string> = wordSet(
  'table variable cable enable disable available payable receivable deliverable',
);
