import { wordSet } from '#rules/words/word-list.ts';

/** Marks in the comment of a column that keep it from clients: ours, and those of generators that write schemas of an API. */
export const sensitiveMark =
  /(?:^|\s)@(?:sensitive|confidential|secret|private|hidden|hide|hidefield|internal|exclude|excluded|dtoapihidden|dtohidden|writeonly|noexpose|noapi)\b(?!\(\{?[^)]*\binput\b)|\b(?:never|not|don't|must not|no) (?:\w+ )?(?:expos\w*|return\w*|leak\w*|shown|serial\w*|send|sent to (?:clients?|the client))\b|(?:^|\n)\s*(?:sensitive|confidential|internal only|for internal use)\b/i;

/** Endings of the names of columns that hold what only the server may know, beside the names that hold a secret in any API. */
export const guardedColumns: readonly string[] = [
  'salt',
  'password digest',
  'password salt',
  'pwd',
  'pwd hash',
  'pass hash',
  'reset token',
  'password reset token',
  'reset password token',
  'verification token',
  'confirmation token',
  'activation token',
  'remember token',
  'otp',
  'otp code',
  'two factor code',
  'two factor backup codes',
  'pin',
  'pin hash',
  'pin code hash',
  'pin digest',
  'key hash',
  'api key hash',
  'secret hash',
  'encryption key',
  'hashed token',
  'hashed refresh token',
  'refresh token hash',
];

/** Endings of the names of columns that hold what lets somebody in; a row that is a session or a connection is there to hand them out. */
export const sessionTokens: readonly string[] = ['refresh token', 'access token', 'session token', 'auth token'];

/** Words in the names of models and schemas that are about such tokens. */
export const tokenModels: ReadonlySet<string> = wordSet(
  'token tokens session sessions auth authentication login signin oauth credential credentials connection integration key keys webhook grant provider response result',
);

/** Whole names of columns that are notes and judgements about somebody who may read the resource. */
export const internalNotes: readonly string[] = [
  'admin note',
  'admin notes',
  'admin comment',
  'admin comments',
  'staff note',
  'staff notes',
  'staff comment',
  'moderator note',
  'moderator notes',
  'moderation notes',
  'support notes',
  'risk score',
  'fraud score',
  'fraud flag',
  'fraud flags',
];
