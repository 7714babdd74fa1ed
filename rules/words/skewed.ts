import { wordSet } from '#rules/words/word-list.ts';

/** Words of flags that nearly all rows, or hardly any, have: an index over them finds the few. */
export const skewedWords: ReadonlySet<string> = wordSet(
  'processed sent delivered synced failed pending deleted removed archived flagged read seen notified handled done completed finished resolved expired revoked consumed used acknowledged exported imported indexed featured pinned banned blocked suspended spam reported locked status state invalid invalidated nsfw newest latest current default primary hidden draft test demo suppressed unsubscribed bounced passed succeeded',
);

/** Words of models whose rows are worked through: those that wait are few. */
export const skewedModelWords: ReadonlySet<string> = wordSet(
  'job jobs task tasks queue outbox inbox delivery deliveries webhook webhooks event events message messages notification notifications run runs import export batch',
);
