import { wordSet } from '#rules/words/word-list.ts';

/** Last words of flags that are set or not: a row without an answer counts as not. */
export const knownFlags: ReadonlySet<string> = wordSet(
  'verified active inactive enabled disabled published archived visible hidden locked featured pinned public private deleted blocked banned suspended primary default required admin staff superuser online read seen favorite favourite premium draft test internal system',
);

/** Words of what may be unknown for good reason: answers, results, what somebody has still to decide. */
export const openWords: ReadonlySet<string> = wordSet(
  'answer answers response responses survey question questionnaire form application applicant screening patient medical health consent assessment inspection check result results override overrides filter filters approved accepted confirmed passed correct valid success successful attended moderation review verdict',
);
