import { wordSet } from '#rules/words/word-list.ts';

/** Names, without casing and separators, of what an outbox stores with each event. */
export const payloadNames: ReadonlySet<string> = wordSet(
  'payload data body message content event value details params args attributes snapshot',
);
export const typeNames: ReadonlySet<string> = wordSet(
  'type event eventtype eventname name topic subject kind messagetype action routingkey channel queue exchange command operation job jobname',
);
export const attemptNames: ReadonlySet<string> = wordSet(
  'attempts attempt attemptcount attemptscount attemptno attemptnumber retries retry retrycount retriescount tries trycount failures failurecount failcount errorcount deliveryattempts publishattempts sendattempts numattempts numretries failedattempts sendcount publishcount deliverycount',
);

/** Last words, or words before a time, of what says that an event was published: `publishedAt`, `processed`. */
export const publishedWords: ReadonlySet<string> = wordSet(
  'published processed sent delivered dispatched relayed completed forwarded emitted handled pushed done',
);
export const stateNames: ReadonlySet<string> = wordSet('status state stage');

/** Names of the next try, without casing and separators. */
export const nextTryNames: ReadonlySet<string> = wordSet(
  'nextattemptat nextattempt nextretryat nextretry retryat retryafter scheduledat scheduledfor runat availableat visibleat nextrunat nextdeliveryat nexttryat notbefore backoffuntil lockeduntil',
);

/** A comment says that something else than a poll reads the table, and takes rows out of it. */
export const changeCapturePhrases =
  /\b(?:debezium|cdc|change data capture|wal|logical replication|binlog|kafka connect|deleted (?:after|once|when)|delete[sd]? (?:it|them|rows?|on)|drained|removed (?:after|once|when))\b/i;

/** Names of versions of what a message looks like, without casing and separators. */
export const messageVersionNames: ReadonlySet<string> = wordSet(
  'version schemaversion eventversion payloadversion messageversion dataversion typeversion schema schemaid dataschema specversion v',
);
