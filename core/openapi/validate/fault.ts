import type { SchemaSite } from '#core/openapi/validate/schema-site.ts';
import type { Located } from '#core/text/span.ts';
import type { TreeNode } from '#core/tree/tree.ts';

/** One thing in which a value is not as its schema says. */
export type Fault = FaultPlace & FaultKind;

interface FaultPlace {
  /** The value that is wrong: the one looked at, or one within it. */
  readonly value: TreeNode;
  /** The schema that says so, and by which of its keywords. */
  readonly schema: SchemaSite;
  readonly keyword: string;
}

export type FaultKind =
  /** `expected` are names of types, as JSON Schema has them. */
  | { readonly kind: 'type'; readonly expected: readonly string[] }
  /** The value is none of these; of a `const` there is one. */
  | { readonly kind: 'enum'; readonly allowed: readonly TreeNode[] }
  /** `names` are the first of those that are missing, at most `mostMissing`. `asked` is the schema that was first asked of the value. */
  | { readonly kind: 'missing'; readonly names: readonly string[]; readonly asked: SchemaSite }
  /** `name` has to come with the property `because`. */
  | { readonly kind: 'missing-with'; readonly name: string; readonly because: string; readonly asked: SchemaSite }
  /** `known` are the names the schema has. */
  | { readonly kind: 'extra-property'; readonly key: Located<string>; readonly known: readonly string[] }
  | { readonly kind: 'property-name'; readonly key: Located<string> }
  /** The schema is `false`. */
  | { readonly kind: 'nothing' }
  /** A number against `minimum` and the like, a length or a count against `maxLength` and the like. */
  | { readonly kind: 'bound'; readonly limit: number; readonly found: number }
  | { readonly kind: 'pattern'; readonly pattern: string }
  | { readonly kind: 'same-items' }
  /** Fits none of so many schemas. `nearest` is what the first of those it comes closest to says, where that is of the same type. */
  | { readonly kind: 'none-fits'; readonly count: number; readonly nearest: NearestBranch | undefined }
  /** Fits more than one of so many, where one is meant. */
  | { readonly kind: 'several-fit'; readonly count: number; readonly fitting: readonly number[] }
  | { readonly kind: 'forbidden' }
  /** So many items fit `contains`. */
  | { readonly kind: 'contains'; readonly found: number; readonly limit: number };

/** A branch that a value comes closest to. */
export interface NearestBranch {
  /** Which one it is, counted from 0. */
  readonly index: number;
  readonly fault: Fault;
}

/** So many missing names are told of one value. */
export const mostMissing = 20;
