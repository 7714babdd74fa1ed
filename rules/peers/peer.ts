/** Another reviewer of OpenAPI descriptions or of Prisma schemas, and for each of its rules what of ours looks at the same. */
export interface Peer {
  /** As `plumbline explain <name>:<rule>` takes it. */
  readonly name: string;
  readonly title: string;
  /** The version whose rules are listed. */
  readonly version: string;
  readonly rules: Readonly<Record<string, Counterpart>>;
  /** What people leave out of its ids when they write them, or put before them: `etag-header` for `ibm-etag-header`. */
  readonly optional?: RegExp;
}

/** The ids of our rules, or a sentence that says why there are none. */
export type Counterpart = readonly string[] | string;
