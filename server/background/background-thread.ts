import type { BackgroundAnswer, BackgroundRequest } from '#server/background/background-message.ts';
import type { ClientAbilities } from '#server/client-abilities.ts';

/** Where files are reviewed beside the main thread. */
export interface BackgroundThread {
  post(request: BackgroundRequest): void;
  /** Ends it, whatever it is doing; `onEnd` is not called then. */
  end(): void;
}

/** What is to be done with what a thread says. */
export interface BackgroundListener {
  onAnswer(answer: BackgroundAnswer): void;
  /** It stopped by itself. */
  onEnd(reason: string): void;
}

export type StartBackground = (abilities: ClientAbilities, listener: BackgroundListener) => BackgroundThread;

/** How files are reviewed in the background, and from how much text on, in UTF-16 units. */
export interface BackgroundPlan {
  readonly start: StartBackground;
  readonly worthThread: number;
  /** How long files are left alone until a document is opened, in milliseconds; undefined: as long as editors need. */
  readonly openingPatience?: number;
}
