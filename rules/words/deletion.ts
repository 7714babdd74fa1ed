/** Names of times of a soft deletion, without casing and separators. */
export const deletionTimeNames: readonly string[] = [
  'deletedat',
  'deletedon',
  'deletedate',
  'deleteddate',
  'deletetime',
  'deletedtime',
  'deletiontime',
  'deletiondate',
  'softdeletedat',
];

/** Names of flags of a soft deletion, without casing and separators. */
export const deletionFlagNames: readonly string[] = [
  'isdeleted',
  'isdelete',
  'isdel',
  'deleted',
  'deletedflag',
  'deleteflag',
  'delflag',
  'softdeleted',
  'issoftdeleted',
  'softdelete',
  'isremoved',
  'removed',
  'removedflag',
  'istrashed',
  'trashed',
  'intrash',
  'isintrash',
];

/** Words that speak of a deletion, in the names of columns and models. */
export const deletionWords: readonly string[] = [
  'deleted',
  'deletion',
  'deletions',
  'delete',
  'removed',
  'removal',
  'removals',
  'trashed',
  'archived',
  'purged',
  'purge',
  'cleanup',
  'tombstone',
  'tombstones',
];

/** Words in the names of models whose rows are work to do: what is done with is no loss. */
export const workModelWords: readonly string[] = [
  'pending',
  'scheduled',
  'queue',
  'queued',
  'job',
  'jobs',
  'task',
  'tasks',
  'outbox',
  'inbox',
  'staging',
  'sync',
];
