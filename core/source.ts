import type { Edit } from '#core/text/span.ts';

/** A file as the engine sees it: the editor's text where it is open, the disk's otherwise. */
export interface Source {
  /** As `new URL` prints it; sources are told apart by this string. */
  readonly uri: string;
  readonly text: string;
  /** What the editor calls the language; decides where the file's ending does not. */
  readonly languageId?: string;
  /** Stands for this text of the file; the next source names it in `edited`. It must not hold the source alive. */
  readonly revision?: symbol;
  /**
   * How the text came from the one that `from` stands for: what did not change need not be looked at. `text` is then asked
   * for only when the edits change how the file is cut, so it may be a getter that puts it together.
   */
  readonly edited?: { readonly from: symbol; readonly edits: readonly Edit[] };
}

/** The name of the configuration file. */
export const configFileName = 'plumbline.yaml';

/** The name of the file that keeps which changes are accepted. */
export const acceptedFileName = 'plumbline.changes.yaml';

/** The name of the file that keeps the answers of the checklist. */
export const answersFileName = 'plumbline.review.yaml';
