/** Where a file is for the client: the uri it uses, and the version of its text where it is open. */
export interface ClientDocument {
  readonly uri: string;
  /** `null` for a file that is not open. */
  readonly version: number | null;
}
