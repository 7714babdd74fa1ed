import type { Place } from '#core/openapi/place.ts';
import type { Located } from '#core/text/span.ts';

/** A text that names something which is written elsewhere. */
interface NamedUse {
  /** As it is written; the span counts from the start of the section. */
  readonly value: Located<string>;
  /** By which the uses of one thing are found: the name it has where it is written, mostly the last step of a reference. */
  readonly name: string;
}

/** A use in a description: `ref` is a `$ref`; `operation-ref` and `mapping` are references in other words. */
export interface OpenApiUse extends NamedUse {
  readonly kind:
    | 'ref'
    | 'operation-ref'
    | 'mapping'
    | 'operation'
    | 'tag'
    | 'security-scheme'
    | 'scope'
    | 'property'
    | 'parameter';
  /** The object around a `$ref`, the schema that requires a property, the path item of a path, else the map it stands in. */
  readonly owner: Place;
  /** The security scheme a scope is asked of. */
  readonly scheme?: string;
}

/** A use in a Prisma schema. */
export interface PrismaUse extends NamedUse {
  readonly kind: 'type' | 'field' | 'enum-value';
  /** The model, type or enum that is named; of a field or value, the one it is looked for in. */
  readonly block: BlockReference;
  /** The fields that lead to it from there, through composite types. */
  readonly way: readonly string[];
}

/** How a block of a schema is named, and from where. */
export interface BlockReference {
  readonly name: string;
  /** The namespace that is written before it. */
  readonly qualifier: string | undefined;
  /** The namespace it is written in. */
  readonly from: string | undefined;
}

export type Use = OpenApiUse | PrismaUse;
