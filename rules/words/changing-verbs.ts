import { wordSet } from '#rules/words/word-list.ts';

/**
 * Verbs that change something, in their plain form. Those that are nouns as often behind a resource (`archive`, `block`, `upload`) count only where
 * an operation id or a summary begins with them, too. What a mail links to (`confirm`, `verify`, `unsubscribe`) and what redirects (`login`,
 * `authorize`) is a GET by nature.
 */
export const changingVerbs: ReadonlySet<string> = wordSet(
  [
    'create add insert update edit modify delete remove destroy purge erase drop clear reset replace rename move',
    'cancel send resend approve reject activate deactivate enable disable start stop restart pause resume revoke rotate regenerate',
    'publish unpublish save set unset assign unassign invite ban unban block unblock lock unlock archive unarchive restore',
    'pay charge refund void withdraw transfer redeem subscribe follow unfollow like unlike mark toggle',
  ].join(' '),
);

/** Words that say that a name beginning with such a verb names a thing, or a question: `set_allowed`, `edit-form`, `delete-preview`. */
export const namingWords: ReadonlySet<string> = wordSet(
  [
    'allowed permitted possible preflight preview check status state result results info detail details form forms view page dialog modal',
    'url urls link links count counts template templates reason reasons stat stats report reports options defaults schema estimate quote',
    'fee fees cost costs limit limits quota eligibility requirements instructions token tokens history list logs log words word',
  ].join(' '),
);

/** Verbs that an operation begins with that reads, in their plain form. */
export const readingWords: ReadonlySet<string> = wordSet(
  'get list fetch read retrieve return show view find search query look check test determine describe download export count preview estimate display render obtain see whether is has can',
);
