import type { Edit } from '#core/text/span.ts';

/** Edits of one file; spans count from the start of the file, do not overlap, and are sorted. */
export interface FileEdits {
  readonly uri: string;
  readonly edits: readonly Edit[];
}
