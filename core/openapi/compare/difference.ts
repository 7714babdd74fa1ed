import type { Schema } from '#core/openapi/model.ts';
import type { Span } from '#core/text/span.ts';

/**
 * What a difference does to the values that a schema allows: some are no longer (`narrowed`), others are now (`widened`), both, or nobody can
 * tell (`unknown`).
 */
export type Effect = 'narrowed' | 'widened' | 'both' | 'unknown';

/** A schema, and where in its section it says something. */
export interface SchemaSpan {
  readonly schema: Schema;
  readonly span: Span;
}

/** One thing that two versions of a schema say differently. */
export interface SchemaDifference {
  readonly what: DifferenceKind;
  readonly effect: Effect;
  /** The way from the compared schema: names of properties, `[]` for items, `{}` for other properties, `oneOf` and `anyOf` for branches. */
  readonly path: readonly string[];
  /** Where it stands now: at the keyword, or at what lacks it. */
  readonly place: SchemaSpan;
  /** Where it stood. */
  readonly former: SchemaSpan;
  /** The keyword, or the property's name. */
  readonly name: string;
  /** What was said, in words for a message; undefined where nothing was. */
  readonly before: string | undefined;
  readonly after: string | undefined;
  /** Of the values it is about: clients do not send them, servers do not answer with them. */
  readonly isReadOnly: boolean;
  readonly isWriteOnly: boolean;
}

export type DifferenceKind =
  | 'type'
  | 'null'
  | 'format'
  /** Values of a list that are gone (`narrowed`), or new (`widened`); also where there is a list now, or none any more. */
  | 'values'
  | 'bound'
  | 'pattern'
  /** A property that is required now (`narrowed`), or no longer (`widened`). */
  | 'required'
  /** A property that is new and required. */
  | 'required-property'
  /** A property that is gone and was required, or was not. */
  | 'property-removed'
  | 'optional-property-removed'
  /** Other properties, items, branches that may or may not be. */
  | 'open'
  | 'branch'
  | 'unique'
  | 'multiple'
  | 'default'
  | 'read-only'
  | 'write-only'
  | 'discriminator'
  /** A keyword of which nobody can tell what its change does: `not`, `if`, `contains` … */
  | 'other';
