import type { PublishDiagnosticsParams } from 'vscode-languageserver';
import type { ReviewedNews } from '#server/protocol.ts';
/** What a session tells the client, and where it says what went wrong. */
export interface SessionOutput {
  publishDiagnostics(params: PublishDiagnosticsParams): void;
  reviewed(news: ReviewedNews): void;
  /** What lines above operations and models tell is another thing now. */
  lensesChanged(): void;
  log(message: string): void;
  /** Says in the log what is worth knowing, and no fault. */
  note(message: string): void;
  /** Tells the user. */
  say(message: string): void;
}
