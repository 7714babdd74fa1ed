/** Texts as they were, asked for one by one. */
export interface BaseTexts {
  /** Another id, other texts. */
  readonly id: string;
  /** What a person calls it. */
  readonly name: string;
  /** What files were called that are called otherwise now, by their uris of today. */
  readonly formerUris: ReadonlyMap<string, string>;
  /** The texts of these files, by their uris; nothing of a file that was not there, or of which only a pointer is kept. */
  read(uris: readonly string[]): Promise<ReadonlyMap<string, string>>;
  /** The uris of the files below a folder with one of these endings. */
  list(folder: string, endings: readonly string[]): Promise<readonly string[]>;
}

/** Why nothing is compared, in few words. */
export interface NoBase {
  readonly reason: string;
}
