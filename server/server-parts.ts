import type { Rulebook } from '#core/rulebook.ts';
import type { Platform } from '#server/platform.ts';
import type { Clock } from '#server/typing/clock.ts';
import type { PatternBook } from '#snippets/pattern-book.ts';
/** What the server is made of, beside the protocol. */
export interface ServerParts {
  readonly rulebook: Rulebook;
  readonly patterns: PatternBook;
  readonly version: string;
  readonly platform: Platform;
  /** What tells when typing rests; undefined: the clock of the platform. */
  readonly typingClock?: Clock | undefined;
}
