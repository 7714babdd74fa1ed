import { wordSet } from '#rules/words/word-list.ts';

/** Things, in the singular, that stand for work that goes on: what `GET /jobs/{id}` returns. */
export const jobNouns: ReadonlySet<string> = wordSet('job operation execution import export');

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
