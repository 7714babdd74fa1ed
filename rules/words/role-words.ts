import { wordSet } from '#rules/words/word-list.ts';

/** Words before the name of a model that say which of its rows is meant: `billingAddressId`, `author_user_id`. */
export const roleWords: ReadonlySet<string> = wordSet(
  'author owner owning creator created creating updater updated updating modified deleted deleting approved approving approver rejected reviewed reviewer reviewing assigned assignee assigner by to from sender sending receiver receiving recipient parent child main primary secondary default current last latest first next previous preceding following billing shipping delivery invoicing mailing home work office source target origin original destination related linked root base manager managing supervisor referred referring referrer inviting invited inviter seller buyer host guest winner loser away visiting responsible lead leader head assigned preferred favorite favourite selected chosen active closing opening requesting requested requester reporting reported reporter submitting submitted publishing published uploading uploaded uploader performing performed acting pickup dropoff departure arrival paying payer payee blocking blocked follower followed converted merged replaced replacing duplicate successor predecessor fk ref backup deputy substitute alternate alternative assistant emergency',
);

/** What a person is called who did something, or is in charge: the id of a user, where no model is called so. In one word. */
export const actorNouns: ReadonlySet<string> = wordSet(
  'author owner creator assignee assigner approver reviewer editor updater uploader sender recipient receiver inviter invitee moderator requester requestor reporter submitter publisher performer actor organizer organiser',
);

/** What several people are called: the ids of users, where no model is called so. */
export const groupNouns: ReadonlySet<string> = wordSet(
  'member participant attendee follower viewer collaborator contributor admin watcher subscriber guest friend voter player',
);

/** What was done `by` or `to` somebody: `created_by`, `assignedTo`. */
export const deedWords: ReadonlySet<string> = wordSet(
  'created updated modified deleted removed changed edited edited approved rejected reviewed assigned uploaded invited added submitted verified cancelled canceled processed closed opened requested performed published locked archived granted reported resolved completed confirmed issued signed authorized authorised booked registered recorded entered accepted handled completed owned',
);

/** Those that the program does for whoever is signed in: a text that says by whom holds the id of a user. */
export const recordedDeeds: ReadonlySet<string> = wordSet(
  'created updated modified deleted removed edited uploaded added invited assigned',
);

/** Comments that say that somebody is kept by name. */
export const keptByName = /\b(?:names?|e-?mails?|logins?|usernames?|system|display|free text|initials|signature)\b/i;

/** Words before a deed: `last_edited_by`. */
export const deedTimes: ReadonlySet<string> = wordSet('last first originally initially lastly');

/** Words before the name of a model that say that the row is kept elsewhere. */
export const elsewhereWords: ReadonlySet<string> = wordSet(
  'external ext remote provider vendor legacy old third foreign partner upstream gateway bank merchant raw import imported idp sso oauth oidc saml client platform api public short display tracking session device network carrier courier global universal hash',
);
