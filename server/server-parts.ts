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
  /** How long the first review waits for the walk of the folders, in milliseconds; undefined: as long as people do not notice. */
  readonly walkPatience?: number | undefined;
}
