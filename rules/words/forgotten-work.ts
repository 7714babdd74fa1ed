import { wordSet } from '#rules/words/word-list.ts';

/** Words in the paths of what is sent and forgotten: nobody asks what became of it. */
export const forgottenWords: ReadonlySet<string> = wordSet(
  [
    'event events track tracking telemetry metric metrics log logs trace traces span spans ping heartbeat beacon ingest collect',
    'webhook webhooks hook hooks callback callbacks notify notification notifications feedback analytics usage impression impressions',
    'password forgot resend verification magiclink otp',
  ].join(' '),
);
