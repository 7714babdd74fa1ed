import { wordList, wordSet } from '#rules/words/word-list.ts';

/** Words before `token` or `code` that make it one that must end. */
export const endingTokenWords: ReadonlySet<string> = wordSet(
  'reset password verification verify confirmation confirm email magic login signin auth authentication refresh activation recovery unlock session remember onetime one otp mfa invitation invite',
);

/** Whole names of models, without casing and separators and in the singular, of credentials that end. */
export const endingModels: readonly string[] = wordList(
  'passwordreset passwordresetrequest resetpassword emailverification emailconfirmation verificationrequest magiclink otp onetimepassword onetimecode loginlink loginattemptcode emailchange',
);

/** Words of the names of models that are kept to be shown or used up, and have no end. */
export const endlessWords: ReadonlySet<string> = wordSet(
  'backup device push fcm apns event log history blacklist blocked revoked attempt',
);

/** Words, without casing, of columns that say when a credential ends, or how long it holds. */
export const endingWords: ReadonlySet<string> = wordSet(
  'expires expire expiry expired expiration exp ttl until till valid validity lifetime deadline maxage end ends ended expirydate expireat expiresat expiresin expiretime notafter expira expiracion vencimiento ablauf',
);

/** Columns, without casing and separators, that hold what is shown to use a credential. */
export const shownColumns: ReadonlySet<string> = wordSet(
  'token tokenhash hashedtoken hash code codehash hashedcode otp otphash sessiontoken refreshtoken accesstoken secret key uuid jti',
);
