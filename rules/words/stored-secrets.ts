import { wordList, wordSet } from '#rules/words/word-list.ts';

/** Last words of the names of columns that hold a password. */
export const passwordWords: readonly string[] = wordList(
  'password passwd passphrase passcode pwd senha contrasena passwort motdepasse wachtwoord',
);

/** Names of keys that a program has to show again, as words in lower case; names that end in these words count too. */
export const storedKeyNames: readonly string[] = [
  'secret',
  'api key',
  'apikey',
  'api secret',
  'private key',
  'secret key',
  'secret access key',
  'client secret',
  'signing key',
  'encryption key',
  'webhook secret',
  'credentials',
  'bot token',
  'connection string',
  'connection uri',
  'smtp pass',
  'db pass',
  'database pass',
  'ftp pass',
  'sftp pass',
  'mail pass',
  'imap pass',
  'proxy pass',
  'transaction pin',
  'card pin',
  'atm pin',
  'login pin',
  'security pin',
];

/** Words before `token` that make it one that opens something to whoever has it. */
export const openingTokenWords: ReadonlySet<string> = wordSet(
  'reset password verification verify confirmation magic login signin auth authentication access refresh bearer session recovery api personal activation',
);

/** Words, in the singular, of the names of models whose `token` or `code` does. */
export const openingModelWords: ReadonlySet<string> = wordSet(
  'reset password verification confirmation magic login auth authentication access refresh session recovery api personal activation',
);

/** Numbers of persons and cards that are encrypted, as words in lower case; names that end in these words count too. */
export const personalNumberNames: readonly string[] = [
  'ssn',
  'social security number',
  'social insurance number',
  'national insurance number',
  'card number',
  'credit card number',
  'cc number',
  'passport number',
  'tax id number',
  'national id number',
];

/** Codes of cards that may not be stored, without casing and separators. */
export const cardCodeNames: ReadonlySet<string> = wordSet(
  'cvv cvc cvv2 cvc2 cid cardcvv cardcvc cvvcode cvccode cardcode cardsecuritycode cardverificationcode cardverificationvalue',
);

/** Words of columns and models that say that a secret is kept safe, or is none. */
export const keptSafeWords: ReadonlySet<string> = wordSet(
  'hash hashed digest pk enc wrapped encrypted encryption cipher ciphertext crypt bcrypt argon argon2 scrypt salt sealed vault kms masked redacted obfuscated display displayed preview partial truncated last4 last prefix hint reference ref arn path name label id public publishable expired expires policy strength reset changed change length required protected type status count attempts attempt version last4digits test',
);

/** Words of models whose tax numbers anybody may see. */
export const tradingModelWords: ReadonlySet<string> = wordSet(
  'business company vendor supplier organization organisation firm merchant',
);

/** Words of models that hold numbers of cards that pay for nothing. */
export const harmlessCardWords: ReadonlySet<string> = wordSet(
  'loyalty library gift membership member business id punch game playing flash report score report student employee visitor access key trello kanban board',
);

/** Words, in the singular, of the names of models of people and accounts that sign in. */
export const signInModelWords: ReadonlySet<string> = wordSet(
  'user account member customer admin administrator employee staff person people profile login auth student teacher client patient doctor driver seller buyer vendor owner author operator usuario utilisateur benutzer cliente aluno professor pessoa persona empleado share link room meeting',
);

/** Comments that say that a secret is kept safe. */
export const keptSafePhrases =
  /\b(?:hash\w*|bcrypt\w*|argon2?\w*|scrypt|pbkdf2|sha-?\d+|encrypt\w*|cipher\w*|aes|kms|vault|sealed|redacted|masked|salted|digest|@encrypted|@secure|not (?:a )?secret|public|placeholder|reference|arn|secret ?(?:reference|store|manager)s?)\b/i;
