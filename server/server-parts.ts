import type { Rulebook } from '#core/rulebook.ts';
import type { HeapPace } from '#files/tune-v8.ts';
import type { BackgroundPlan } from '#server/background/background-thread.ts';
import type { Clock } from '#server/typing/clock.ts';
import type { PatternBook } from '#snippets/pattern-book.ts';
/** What the server is made of, beside the protocol. */
export interface ServerParts {
  readonly rulebook: Rulebook;
  readonly patterns: PatternBook;
  readonly version: string;
  /** Undefined: everything is reviewed on this thread. */
  readonly background?: BackgroundPlan | undefined;
  /** Undefined: as the process has it. */
  readonly heapPace?: HeapPace | undefined;
  /** Undefined: the one on the wall. */
  readonly clock?: Clock | undefined;
}
