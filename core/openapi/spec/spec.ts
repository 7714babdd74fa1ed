/** What the specification calls the things a description is made of; `items`, `scopes` and the like are of 2.0 alone. */
export type ObjectName =
  | 'document'
  | 'info'
  | 'contact'
  | 'license'
  | 'server'
  | 'server-variable'
  | 'components'
  | 'paths'
  | 'path-item'
  | 'operation'
  | 'external-docs'
  | 'parameter'
  | 'items'
  | 'request-body'
  | 'media-type'
  | 'encoding'
  | 'responses'
  | 'response'
  | 'callback'
  | 'example'
  | 'link'
  | 'header'
  | 'tag'
  | 'reference'
  | 'schema'
  | 'discriminator'
  | 'xml'
  | 'security-scheme'
  | 'oauth-flows'
  | 'implicit-flow'
  | 'password-flow'
  | 'client-credentials-flow'
  | 'authorization-code-flow'
  | 'device-authorization-flow'
  | 'scopes'
  | 'security-requirement';

/** An object of the specification: which fields it has, and what keys it may have beside them. */
export interface ObjectSpec {
  /** `Operation Object`. */
  readonly title: string;
  /** Where the specification describes it: `operation-object`. */
  readonly anchor: string;
  /** One line on what it is for. */
  readonly about: string;
  readonly fields: Readonly<Record<string, FieldSpec>>;
  /** Keys that the author chooses, within a form: templates of paths, status codes, names. */
  readonly entries?: EntriesSpec;
  /** True where `x-…` may stand. */
  readonly isExtensible: boolean;
  /** True where one entry at least must stand there, or a field in its place. */
  readonly isNeverEmpty?: true;
  /** Of each group one field must stand there. */
  readonly needsOneOf?: readonly (readonly string[])[];
  /** Of each group at most one field may stand there. */
  readonly excludes?: readonly (readonly string[])[];
  /** True where further keys are legal, and mean nothing (JSON Schema Core 2020-12 §6.5). */
  readonly isOpen?: true;
}

export interface EntriesSpec {
  /** Undefined where any key may stand. */
  readonly keys?: KeyForm;
  readonly value: ValueShape;
}

export interface FieldSpec {
  readonly value: ValueShape;
  /** One line on what it is for. */
  readonly about: string;
  readonly isRequired?: true;
  /** Beside what it means something; nothing is said of it elsewhere. */
  readonly onlyWith?: Condition;
  /** Beside what it means nothing. */
  readonly notWith?: Condition;
  /** Beside what it must stand. */
  readonly requiredWith?: Condition;
  /** True where the specification advises against it. */
  readonly isDeprecated?: true;
}

/** A field that has one of these values. */
export interface Condition {
  readonly field: string;
  readonly values: readonly string[];
}

/** What a value must be. Of `any` nothing is known: it is data of the author. */
export type ValueShape = TextShape | PlainShape | ObjectShape | ListShape | MapShape | EitherShape;

export interface TextShape {
  readonly kind: 'text';
  readonly form?: TextForm;
  /** The values there are. */
  readonly values?: readonly string[];
  /** True where other values may stand, too. */
  readonly isOpen?: true;
}

export interface PlainShape {
  readonly kind: 'number' | 'integer' | 'boolean' | 'any';
}

export interface ObjectShape {
  readonly kind: 'object';
  readonly of: ObjectName;
  /** True where a Reference Object may stand in its place. */
  readonly orReference?: true;
}

export interface ListShape {
  readonly kind: 'list';
  readonly of: ValueShape;
  /** How many items there must be at least. */
  readonly least?: number;
  /** True where no text stands twice. */
  readonly isSet?: true;
}

export interface MapShape {
  readonly kind: 'map';
  readonly keys?: KeyForm;
  readonly of: ValueShape;
}

/** One of several, told apart by the type of the value. */
export interface EitherShape {
  readonly kind: 'either';
  readonly of: readonly ValueShape[];
}

/** How a text must be written. */
export type TextForm =
  | 'markdown'
  /** A URL or a reference to one, relative or with a fragment (RFC 3986 §4.1). */
  | 'url'
  /** A URI with its scheme (RFC 3986 §3). */
  | 'uri'
  /** A URL with variables in braces. */
  | 'url-template'
  | 'email'
  /** `application/json; charset=utf-8`, `image/*`. */
  | 'media-type'
  /** Several of them, with commas between. */
  | 'media-types'
  /** A regular expression of ECMA-262. */
  | 'regex'
  | 'version-2.0'
  | 'version-3.0'
  | 'version-3.1'
  | 'version-3.2'
  /** `example.com:8080`. */
  | 'host'
  /** Begins with a slash. */
  | 'base-path'
  /** What follows a `#` without being a pointer. */
  | 'anchor';

/** How a key must be written that the author chooses. */
export type KeyForm =
  /** Begins with a slash. */
  | 'path'
  /** `200`, `4XX`. */
  | 'status'
  /** 2.0: `200`. */
  | 'plain-status'
  /** `^[A-Za-z0-9._-]+$`. */
  | 'component'
  | 'media-type'
  /** A token of RFC 9110 §5.6.2. */
  | 'header'
  /** A method other than those with a field of their own. */
  | 'method'
  | 'regex';

/** What one version of the specification knows. */
export type ObjectTable = Readonly<Partial<Record<ObjectName, ObjectSpec>>>;
