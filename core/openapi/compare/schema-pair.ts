import type { DifferenceKind, Effect, SchemaDifference, SchemaSpan } from '#core/openapi/compare/difference.ts';
import type { Said, SchemaShape } from '#core/openapi/compare/schema-shape.ts';
import type { Step } from '#core/openapi/compare/step.ts';
import type { Schema } from '#core/openapi/model.ts';

/** One version of a schema. */
export interface Version {
  readonly shape: SchemaShape;
  /** True where null is allowed by a branch around it. */
  readonly isNullable: boolean;
}

/** What a difference says beyond its places. */
interface Told {
  readonly what: DifferenceKind;
  readonly effect: Effect;
  readonly name: string;
  readonly before?: string | undefined;
  readonly after?: string | undefined;
}

/** Two versions of a schema, on the way from the schema whose versions are compared. */
export class SchemaPair {
  readonly before: Version;
  readonly after: Version;
  readonly path: readonly string[];
  readonly isReadOnly: boolean;
  readonly isWriteOnly: boolean;
  /** True where values are sent as text. */
  readonly isText: boolean;

  constructor(before: Version, after: Version, around: Omit<Step, 'before' | 'after'>) {
    this.before = before;
    this.after = after;
    this.path = around.path;
    this.isText = around.isText;
    // What was read-only before was never sent; what is so now is another difference.
    this.isReadOnly = around.isReadOnly || before.shape.parts.some(({ readOnly }) => readOnly);
    this.isWriteOnly = around.isWriteOnly || before.shape.parts.some(({ writeOnly }) => writeOnly);
  }

  /** A difference at these places; at the schemas themselves where there is no other. */
  difference(told: Told, place?: SchemaSpan, former?: SchemaSpan): SchemaDifference {
    const { path, isReadOnly, isWriteOnly } = this;
    return {
      before: undefined,
      after: undefined,
      ...told,
      path,
      isReadOnly,
      isWriteOnly,
      place: place ?? schemaSpan(this.after.shape.schema),
      former: former ?? schemaSpan(this.before.shape.schema),
    };
  }
}

/** Where a schema stands. */
export function schemaSpan(schema: Schema): SchemaSpan {
  return { schema, span: schema.anchor };
}

/** Where a keyword is said. */
export function saidSpan(said: Said | undefined): SchemaSpan | undefined {
  return said && { schema: said.schema, span: said.span };
}
