import { wordSet } from '#rules/words/word-list.ts';

/** Last words of the names of models whose rows are written once: logs, events, copies of a past state, what was uploaded. */
export const logModelWords: readonly string[] = [
  'event',
  'events',
  'log',
  'logs',
  'history',
  'audit',
  'audits',
  'outbox',
  'inbox',
  'snapshot',
  'snapshots',
  'version',
  'versions',
  'activity',
  'activities',
  'record',
  'revision',
  'entry',
  'entries',
  'view',
  'views',
  'visit',
  'visits',
  'click',
  'clicks',
  'impression',
  'archive',
  'trace',
  'tombstone',
  'partitioned',
  'file',
  'files',
  'upload',
  'uploads',
  'attachment',
  'attachments',
  'query',
  'queries',
  'adjustment',
  'adjustments',
  'histories',
  'trail',
  'changelog',
  'changelogs',
  'logbook',
  'logbooks',
  'historial',
  'historico',
  'historicos',
  'historique',
  'historiques',
  'storico',
  'verlauf',
  'bitacora',
  'bitacoras',
  'auditoria',
  'auditorias',
  'evento',
  'eventos',
  'evenement',
  'evenements',
  'ereignis',
  'ereignisse',
  'protokoll',
  'protokolle',
  'riwayat',
  'rizhi',
];

/** Those of them that are nothing without the row they belong to: it has to be there as long as they are. */
export const boundRowWords: ReadonlySet<string> = wordSet(
  'file files upload uploads attachment attachments version versions revision entry entries record visit visits adjustment adjustments',
);

/** Words for a log anywhere in a model's name: in Romance languages they come first, as in `HistorialPrecios`. */
export const anyLogWords: readonly string[] =
  'log audit historial historico historique bitacora auditoria riwayat rizhi'.split(' ');

/** Words that stand before `log`, `history`, `event` and the like in one word: `auditlog`, `loginhistory`; not `catalog`, `blog`. */
export const joinedLogWords: readonly string[] =
  'access account action activity admin agent alarm alert api app application asset async attendance audit auth backup balance billing block bot build bulk call cash chat click command conversion credit cron crawl customer data db debug delivery deploy deployment device discord document download edit email error event export fetch file game http import inventory job letter location log login logon logout mail maintenance message mod moderation name notification op oper operation operate order page password payment permission play point points price print process push query read request reset role run sale sales scan schedule search security send server service session sign signin signup sms state status stock sync sys system task ticket time track transaction transfer trip update upload usage user view visit vote wallet watch web webhook work workflow'.split(
    ' ',
  );

/** What is tried, before `attempt`, and recorded each time. */
export const triedWords: ReadonlySet<string> = wordSet(
  'login logon signin sign in auth authentication access password otp verification failed unlock',
);
