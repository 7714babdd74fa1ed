import { wordSet } from '#rules/words/word-list.ts';

/** Roles that may do all, without casing and separators. */
export const powerfulRoles: ReadonlySet<string> = wordSet(
  'admin administrator admins superadmin superadministrator superuser sysadmin systemadmin globaladmin root orgadmin',
);

/** In a team the owner may do all; elsewhere an owner has a flat, a shop or a dog. */
export const membershipWords: ReadonlySet<string> = wordSet(
  'member members membership memberships invite invites invitation invitations collaborator collaborators',
);

/** Flags that give all rights, without casing and separators. */
export const powerFlags: ReadonlySet<string> = wordSet(
  'isadmin admin isadministrator issuperuser superuser issuperadmin superadmin isroot issysadmin isstaff',
);

/** Roles that may do least, without casing and separators. */
export const leastRoles: ReadonlySet<string> = wordSet(
  'viewer reader guest user member customer readonly basic standard regular participant subscriber',
);
