/** Verbs that say what the HTTP method says already. */
export const crudVerbs: readonly string[] = [
  'get',
  'list',
  'create',
  'add',
  'update',
  'edit',
  'delete',
  'remove',
  'fetch',
  'save',
];

/** Words that name something done, and hardly ever a thing: `cancel`, `search`. Those that name things as often are `actionNouns`. */
export const actionVerbs: ReadonlySet<string> = new Set(
  [
    ...crudVerbs,
    'accept acknowledge ack activate adjust apply approve assign associate attach authenticate authorise authorize autocomplete autosuggest bind browse calculate calc cancel clear close compare complete compute configure confirm connect consume convert deactivate decline decode decrypt deny deploy detach detect disable disassociate discard disconnect dismiss dispatch duplicate',
    'broadcast burn embed enable encode encrypt enqueue enroll evaluate exec execute expire extend extract finalise finalize find finish flush forgot freeze generate geocode hide ignore impersonate increment decrement ingest initialise initialize initiate inspect introspect invalidate invoke join kick kill leave login logon logoff logout lookup mark migrate minimise minimize mint modify notify',
    'parse pause perform predict prepare promote demote provision prune purge put reactivate reassign rebuild recalculate reconcile recover redeem refresh regenerate reindex reject reload rename renew reopen reorder reparse replace reprocess rerun resend reserve resize resolve restrict respond restart resume retrieve retry revalidate revert revoke rewind rollback rotate',
    'set shutdown signin signoff signout signup simulate skip sort split stop submit subscribe suggest suspend swap synchronise synchronize terminate toggle transform translate trigger truncate unarchive unassign unban unbind unblock unfollow unfreeze uninstall unlike unlink unlock unmerge unmute unpause unpin unpublish unregister unshare unstar unsubscribe untag update upsert verify void wait wake withdraw',
    'start validate search send refund reset resolve restore',
  ].flatMap((line) => line.split(' ')),
);

/** Words that may stand before a verb: `bulk-delete`, `batchGet`, `try-login`. */
export const beforeVerbs: ReadonlySet<string> = new Set(
  'bulk batch mass multi auto async re self do force try'.split(' '),
);

/** Words that make a noun of the verb before them: `add-on`, `save-point`, `list-price`, `update-window`. */
export const nounMakers: ReadonlySet<string> = new Set(
  [
    'on ons in ins point points price prices item items entry entries view views page pages member members membership memberships',
    'size sizes mode modes history histories log logs event events policy policies preview previews window windows schedule schedules',
    'started channel channels marker markers request requests notification notifications queue queues',
  ].flatMap((line) => line.split(' ')),
);

/** At the end of several words these are what the verb before them is about: `create-account-requests`. */
export const requestWords: ReadonlySet<string> = new Set(
  'request requests event events policy policies notification notifications log logs history'.split(' '),
);

/** Verbs before which nouns stand as well: `search-results`, `reset-tokens`, but not `generate-link`. */
export const nounVerbs: ReadonlySet<string> = new Set(
  'login logon refresh reset restart restore retry search send set signin signup sort split start stop suggest sync validate verify wait'.split(
    ' ',
  ),
);

/** At the end of several words these make a noun of such a verb: `search-results`. */
export const outcomeWords: ReadonlySet<string> = new Set(
  [
    'attempt attempts audit code codes config configuration configurations count counts engine engines engagement group groups hash id ids index indexes indices info',
    'job jobs key keys limit limits link links list lists metadata metrics ms number numbers option options profile profiles record records report reports result results',
    'rule rules session sessions setting settings state states statistics stats status statuses suggestion suggestions summary task tasks template templates term terms',
    'time times token tokens type types url urls usage word words',
  ].flatMap((line) => line.split(' ')),
);
