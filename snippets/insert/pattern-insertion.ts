import type { FileEdits } from '#core/fix/file-edits.ts';

/** What putting a pattern into a document comes to: edits, or the reason why it does not fit there. */
export type PatternInsertion = InsertedPattern | { readonly problem: string };

export interface InsertedPattern {
  readonly files: readonly FileEdits[];
  /** An offset in the document after the edit. */
  readonly cursor?: number;
}
