import { wordSet } from '#rules/words/word-list.ts';

/** What brings a deleted thing back, as the whole last part of a path. */
export const restoringVerbs: ReadonlySet<string> = wordSet(
  'restore undelete untrash unarchive undestroy recover undodelete',
);

/** Copies of a state, in the singular: what is restored from them was not deleted. */
export const copyNouns: ReadonlySet<string> = wordSet(
  'backup snapshot version revision checkpoint database volume purchase draft dump image history archive point',
);

/** What somebody gets back into, in the singular: to recover it is no restoring. */
export const accessNouns: ReadonlySet<string> = wordSet('password account user session device wallet member customer');

/** Query parameters, without casing and separators, that list what was deleted. */
export const listsDeletedNames: ReadonlySet<string> = wordSet(
  'includedeleted withdeleted showdeleted onlydeleted isdeleted deleted trashed includetrashed withtrashed onlytrashed intrash includeremoved',
);

/** Words in the name of a column, whole or as its beginning, that may say that a row is gone, or no longer in use. */
export const goneWords: readonly string[] =
  'archiv trash remov delet discard status state phase stage active enabled disabled hidden visib lifecycle revoked suspended closed expired expires inactive deactivat cancel published withdrawn'.split(
    ' ',
  );

/** Words in the names of models that keep what was deleted, or a row's earlier states. */
export const keeperWords: ReadonlySet<string> = wordSet(
  'trash recycle tombstone tombstones deleted archive archived archives history version versions revision revisions snapshot snapshots audit',
);

/** What a list of deleted things is called, as the whole last part of a path, without separators. */
export const deletedPlaces: ReadonlySet<string> = wordSet('trash deleted recyclebin bin trashed');

/** Query parameters of a deletion, without casing and separators, that choose between marking and deleting for good. */
export const hardDeletionNames: ReadonlySet<string> = wordSet(
  'permanent permanently hard harddelete ishard purge soft softdelete skiptrash forcedelete',
);
