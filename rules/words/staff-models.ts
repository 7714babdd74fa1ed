import { wordSet } from '#rules/words/word-list.ts';

/** What those who work with a program are called where no model is called user: each in one word, in the singular. */
export const staffNouns: readonly string[] = [
  'employee',
  'staff',
  'staff_member',
  'team_member',
  'admin',
  'administrator',
  'operator',
];

/** What they may be called, too: only where they sign in. */
export const accountNouns: readonly string[] = ['account', 'profile', 'member', 'person'];

/** Columns, without casing and separators, of somebody who signs in, or is shown to others. */
export const signInColumns: ReadonlySet<string> = wordSet(
  'username handle login loginname nickname password passwordhash hashedpassword passworddigest avatar avatarurl displayname',
);

/** What staff does, not customers: `created` by, `approved` by. */
export const staffDeeds: ReadonlySet<string> = wordSet(
  'created updated modified deleted removed edited uploaded added approved reviewed verified published',
);
