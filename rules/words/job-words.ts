import { wordSet } from '#rules/words/word-list.ts';

/** Things, in the singular, that stand for work that goes on: what `GET /jobs/{id}` returns. */
export const jobNouns: ReadonlySet<string> = wordSet('job operation execution import export');

/** Words, in the singular, of paths at which the state of such work may be read. */
export const stateNouns: ReadonlySet<string> = wordSet(
  'job task operation execution run import export batch process progress workflow sync status state',
);

/** What is only handed over: nobody waits for what comes of it. */
export const handedOverWords: ReadonlySet<string> = wordSet(
  'event events log logs metric metrics telemetry track tracking ingest ingestion notify notification notifications email emails mail message messages send resend publish signal webhook webhooks hook hooks callback collect beacon span spans trace traces analytics feedback invite invitation invitations forgot reset verify verification confirmation otp ping heartbeat report reports refresh flush purge invalidate cancel stop terminate shutdown restart kill abort interrupt subscribe unsubscribe record records write append enqueue dispatch broadcast alert alerts push sms touch wake warmup delete remove clear revoke',
);

/** Values of a state that say that work is over, and went well. */
export const doneWords: ReadonlySet<string> = wordSet(
  'done complete completed completes succeeded success successful succeed finished finish ok ready closed resolved processed delivered available applied published',
);

/** Values of a state that say that work is over, and did not go well. */
export const failedWords: ReadonlySet<string> = wordSet(
  'failed failure fail error errored errors rejected aborted timedout timeout invalid crashed dead unsuccessful',
);

/** Values of a state that say that work goes on, waits, or was stopped. */
export const goingWords: ReadonlySet<string> = wordSet(
  'pending queued waiting scheduled created new accepted submitted running processing inprogress started starting working active executing paused cancelled canceled cancelling canceling stopped stopping retrying initializing enqueued notstarted planned open idle skipped blocked expired preparing validating',
);
