import type { Outcome } from '#core/openapi/validate/outcome.ts';
import type { SchemaSite } from '#core/openapi/validate/schema-site.ts';
import type { MapNode, TreeNode } from '#core/tree/tree.ts';

/** What one keyword says of a value. */
export type KeywordCheck = (run: Evaluation, schema: SchemaSite, value: TreeNode, out: Outcome) => void;

/** Makes the check of a keyword from what it says and what stands beside it; undefined where that is nothing, or not understood. */
export type ReadKeyword = (said: TreeNode, schema: MapNode) => KeywordCheck | undefined;

/** What checks may do: let other schemas speak, of the same value or of one within it. */
export interface Evaluation {
  /** True where so much was asked that nothing will be said. */
  readonly isSpent: boolean;
  /** Counts what takes time beyond a schema and a value each. */
  spend(steps: number): void;
  /** Lets another schema speak of the same value. */
  apply(schema: SchemaSite, value: TreeNode, out: Outcome): void;
  /** The same, for itself. */
  attempt(schema: SchemaSite, value: TreeNode, keepsEvaluated: boolean): Outcome;
  /** Lets a schema speak of a value within the one looked at. */
  below(schema: SchemaSite, value: TreeNode, out: Outcome): void;
  /** The same for a scalar that fits whatever stands around; false where the schema has to speak. */
  fitsAtAGlance(schema: TreeNode, value: TreeNode, out: Outcome): boolean;
  /** Lets the schema speak that a `$ref` or `$dynamicRef` of this one leads to. */
  follow(schema: SchemaSite, keyword: '$ref' | '$dynamicRef', value: TreeNode, out: Outcome): void;
  /** The schema that was first asked of the value looked at; the others are parts of it. */
  readonly asked: SchemaSite | undefined;
  /** True for a property that need not be there, as it is read or written only. */
  maySpare(name: string): boolean;
}
