import { wordList, wordSet } from '#rules/words/word-list.ts';

/** Last words of the names of columns with a closed set of values. */
export const stateWords: readonly string[] = wordList('status state role priority severity visibility stage phase');

/** Those that have one where a comment lists it. */
export const kindWords: ReadonlySet<string> = wordSet(
  'type kind mode level plan tier category gender frequency interval channel source method action access',
);

/** Words beside them that make them somebody else's, or a place. */
export const foreignStateWords: ReadonlySet<string> = wordSet(
  'external provider gateway remote http response mime media content address billing shipping country province us oauth auth csrf session token payload raw custom other job deploy',
);

/** States of one life, each list in its order: a row is in one of them. */
export const lives: readonly ReadonlySet<string>[] = [
  wordSet('draft submitted pending approved accepted rejected declined denied withdrawn'),
  wordSet('draft scheduled published unpublished archived'),
  wordSet(
    'new open waiting pending onhold triaged assigned escalated answered started inprogress progress blocked solved resolved reopened closed done completed cancelled canceled',
  ),
  wordSet('pending queued processing running succeeded success failed completed cancelled canceled finished'),
  wordSet('placed confirmed paid processing packed shipped delivered received returned refunded cancelled canceled'),
  wordSet(
    'pending active inactive suspended banned blocked deactivated expired cancelled canceled paused trial trialing closed',
  ),
  wordSet('todo doing started inprogress done completed'),
  wordSet('requested scheduled confirmed rescheduled attended completed noshow cancelled canceled'),
  wordSet('pending authorized authorised captured settled paid failed voided refunded disputed chargedback'),
  wordSet('picked packed dispatched shipped intransit outfordelivery delivered returned lost'),
  wordSet('applied screened shortlisted interviewed offered hired rejected withdrawn'),
  wordSet('booked reserved confirmed checkedin checkedout cancelled canceled noshow'),
];

/** What is made of a request, without casing and separators: unrelated enums have these. */
export const verdicts: ReadonlySet<string> = wordSet(
  'pending open approved accepted rejected declined denied cancelled canceled expired withdrawn revoked',
);
