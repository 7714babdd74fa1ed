import { wordSet } from '#rules/words/word-list.ts';

/** Last words of flags that are set or not: a row without an answer counts as not. */
export const knownFlags: ReadonlySet<string> = wordSet(
  'verified active inactive enabled disabled published archived visible hidden locked featured pinned public private deleted blocked banned suspended primary default required admin staff superuser online read seen favorite favourite premium draft test internal system newsletter subscribed muted anonymous sold taxable refundable shippable recurring urgent completed processed exported synced closed',
);

/** First words of flags that say what somebody gets, or what is done: `receiveEmails`, `hide_from_list`. */
export const settingVerbs: ReadonlySet<string> = wordSet(
  'receive receives enable enables disable disables hide hides notify notifies subscribe',
);

/** What somebody agrees to get, before `opt in`. */
export const optedWords: ReadonlySet<string> = wordSet(
  'marketing email emails mail newsletter newsletters sms push promo promotions promotional notification notifications',
);

/** What somebody does about it: `acceptsMarketing`, `wants_newsletter`. */
export const gettingVerbs: ReadonlySet<string> = wordSet('accept accepts want wants get gets allow allows send sends');

/** Words of what may be unknown for good reason: answers, results, what somebody has still to decide. */
export const openWords: ReadonlySet<string> = wordSet(
  'answer answers response responses survey question questionnaire form application applications applicant applicants screening patient medical health consent assessment inspection check result results override overrides filter filters approved accepted confirmed passed correct valid success successful attended moderation review verdict',
);
