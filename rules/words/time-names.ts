import { wordSet } from '#rules/words/word-list.ts';

/** What has happened or will, before `at`, `on`, `date` or `time`: `createdAt`, `expires_on`, `lastModifiedDate`. */
export const timedEvents: ReadonlySet<string> = wordSet(
  [
    'accepted accessed acknowledged activated activity added applied approved archived arrived assigned attempted authorized available awarded backup banned billed blocked booked cached called canceled cancelled captured changed charged checked claimed cleared closed collected committed completed confirmed connected consumed contacted converted create created creation deactivated declined decommissioned deleted deletion delivered departed deployed deprecated detected disabled disconnected dismissed dispatched disputed downloaded due edited emailed enabled ended enqueued enrolled established evaluated executed exited expire expired expires expiration expiry exported failed fetched filed finalized finished fired first fulfilled generated granted grouped hired imported indexed ingested initiated inserted installed invited invoiced issued joined labeled last launched left liked listed locked login logged made marked matched merged migrated modification modified moved notified observed occurred opened ordered paid paused performed pinned placed planned posted printed processed promoted published purchased pushed queued read received recorded redeemed refreshed refunded registered rejected released reminded removed renewed replaced replied reported requested required rescheduled reserved reset resolved responded restarted restored resumed retired retried returned reverted reviewed revoked rotated run saved scanned scheduled seen sent settled shared shipped signed snoozed solved sorted sourced staged started stopped stored submitted subscribed succeeded suspended synced synchronized tagged terminated tested timed transferred transitioned triggered trusted unblocked unlocked unpublished unsubscribed update updated updation upgraded uploaded used valid validated verified viewed visited voided withdrawn written',
  ].join(' '),
);

/** Before `date` alone: a day that is meant, however it comes about. */
export const dayNouns: ReadonlySet<string> = wordSet(
  'accident anniversary arrival billing birth booking cancellation checkin checkout close closing commencement completion contract creation death deletion delivery departure due effective end ending enrollment estimated event expected expiration expiry filing finish fulfillment graduation hire holiday incorporation invoice issue join joining last launch maturity modification next order original payment planned posting publication publish purchase receipt redemption registration release renewal report request return sale scheduled service settlement shipment shipping signature signing start starting statement submission termination trade transaction trial verification visit',
);

/** Words that make of a time something else: a length of time, a zone, one of several forms, text for people. */
export const untimedWords: ReadonlySet<string> = wordSet(
  'zone timezone tz format formatted pattern range ranges style label text string str human readable relative display local localized name type field fields column precision unit units period interval duration response processing lead run running cook prep preparation travel wait waiting load loading elapsed spent total average avg uptime estimated part real by code id ids key count number raw unix epoch ms millis seconds sec',
);
