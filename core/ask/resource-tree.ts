import type { EnvelopeKind } from '#core/openapi/resources/list-envelope.ts';
import type { PathKind } from '#core/openapi/resources/path-resource.ts';
import type { SchemaNames } from '#core/openapi/resources/schema-names.ts';
import type { OperationSite, StandardOperation } from '#core/openapi/resources/standard-operations.ts';
import type { Span } from '#core/text/span.ts';

/** A resource of a description with what stands below it. Plain data, in the order of the paths. */
export interface ToldResource {
  /** The path as it is written; where only others begin so, as it would be. */
  readonly path: string;
  /** Its last segment: `orders`. */
  readonly name: string;
  readonly kind: PathKind;
  /** Why it is that. Continues “because …”. */
  readonly reason: string;
  /** Of a collection those of its items, too. */
  readonly operations: readonly ToldOperation[];
  readonly missing: readonly MissingOperation[];
  readonly children: readonly ToldResource[];
}

/** An operation, and the key it stands under. */
export interface ToldOperation {
  /** In capital letters. */
  readonly method: string;
  readonly path: string;
  /** What the method says of the resource; undefined for any other. */
  readonly operation: StandardOperation | undefined;
  readonly schemas: SchemaNames;
  /** How a list is answered; undefined where it is none, or where that is not known. */
  readonly form: ToldForm | undefined;
  readonly uri: string;
  /** Counted from the start of its file. */
  readonly span: Span;
}

/** The form of a list. */
export interface ToldForm {
  readonly kind: EnvelopeKind;
  /** `{ data, meta }` */
  readonly shown: string;
  /** Why it is taken for that. Continues “because …”. */
  readonly reason: string;
}

/** An operation that a client may look for, and the path it would have. */
export interface MissingOperation {
  readonly operation: StandardOperation;
  readonly method: OperationSite['method'];
  readonly path: string;
}
