import type { Span } from '#core/text/span.ts';

/** What the schemas of a description are in the database it is compared with. Plain data. */
export interface ToldDataMap {
  /** The root file of the description. */
  readonly rootUri: string;
  readonly pairs: readonly ToldPair[];
  /** The schemas of objects that describe no model. */
  readonly schemas: readonly ToldSchema[];
  /** The models that no schema describes. */
  readonly models: readonly ToldName[];
  readonly paths: readonly ToldPath[];
}

/** Where something stands; the span counts from the start of the file. */
export interface ToldPlace {
  readonly uri: string;
  readonly span: Span;
}

export interface ToldName {
  readonly name: string;
  readonly place: ToldPlace;
}

/** Something that stands in the description, and the keys and list indexes that lead to it in its file. */
export interface WrittenName extends ToldName {
  readonly pointer: readonly string[];
}

/** A schema that stands in `components`, or in an operation: then it is called as that. */
export interface SchemaName extends WrittenName {
  readonly isComponent: boolean;
}

export interface ToldSchema extends SchemaName {
  /** Why it describes no model. Continues “because …”. */
  readonly doubt: string;
}

export interface ToldPair {
  readonly schema: SchemaName;
  readonly model: ToldName;
  /** From 0 to 1; 1 is what somebody wrote. */
  readonly score: number;
  readonly reasons: readonly string[];
  readonly fields: readonly ToldField[];
  /** The properties without a field, and the columns without a property. */
  readonly properties: readonly ToldName[];
  readonly columns: readonly ToldName[];
}

/** A path of which it is known whose rows it names. */
export interface ToldPath {
  readonly path: ToldName;
  readonly model: ToldName;
  readonly score: number;
  readonly reasons: readonly string[];
  readonly keys: readonly ToldKey[];
}

/** `{userId}` is `User.id`, and in the model of the path `userId`; undefined where that has no such column. */
export interface ToldKey {
  readonly parameter: string;
  readonly field: ToldName;
  readonly column: string | undefined;
}

/** A property. Beside a `$ref` nothing can be written of it in every version. */
export interface PropertyName extends WrittenName {
  readonly isReference: boolean;
}

export interface ToldField {
  /** `metadata.id` where it is nested. */
  readonly property: PropertyName;
  readonly field: ToldName;
  readonly reason: string;
}
