import { combinedSchemas } from '#core/openapi/effective/schema-properties.ts';
import type { OrReference, Schema } from '#core/openapi/model.ts';
import type { Scope } from '#core/rule.ts';
import type { Located } from '#core/text/span.ts';
import { entriesOf, findString, findValue, type TreeNode } from '#core/tree/tree.ts';
import { objectParts } from '#rules/detectors/openapi/required-properties.ts';
import { writtenTypes } from '#rules/detectors/openapi/schema-types.ts';

type Resolving = Pick<Scope, 'resolve'>;

/** The property that tells what a value is: `discriminator.propertyName`, in 2.0 `discriminator` itself. */
export function discriminatorName({ tree, context }: Pick<Schema, 'tree' | 'context'>): Located<string> | undefined {
  if (context.version === '2.0') return findString(tree, 'discriminator');
  return findString(findValue(tree, 'discriminator'), 'propertyName');
}

/** A schema that values with a discriminator have, and cannot be told by it. */
export interface UntoldVariant {
  readonly schema: Schema;
  /** What stands in its place: a component or a branch. */
  readonly written: OrReference<Schema>;
  /** `absent`: no property of the name; `optional`: it need not be there. */
  readonly fault: 'absent' | 'optional';
  /** The names of its properties. */
  readonly properties: ReadonlySet<string>;
}

/** Of the branches that a discriminator tells apart those that lack it; without branches others extend the schema, which must have it itself. */
export function untoldVariants(schema: Schema, property: string, scope: Resolving): readonly UntoldVariant[] {
  const branches = [...schema.oneOf, ...schema.anyOf];
  // What a branch lacks may stand in what it is a branch of.
  if (branches.length === 0) return schema.role === 'branch' ? [] : untold(schema, property, scope);
  // What is said beside the branches holds for all of them.
  const own = combinedSchemas(schema, scope);
  if (own.some((part) => lists(part, property))) return [];
  return branches.flatMap((branch) => untold(branch, property, scope));
}

function untold(written: OrReference<Schema>, property: string, scope: Resolving): readonly UntoldVariant[] {
  const schema = scope.resolve(written);
  if (schema === undefined || writtenTypes(schema)?.includes('object') === false) return [];
  const { properties, isOpen } = objectParts(schema, scope);
  // Of one that says nothing nobody knows what it is.
  if (!properties.has(property))
    return isOpen || entriesOf(schema.tree).length === 0 ? [] : [{ schema, written, fault: 'absent', properties }];
  return requires(schema, property, scope, new Set()) ? [] : [{ schema, written, fault: 'optional', properties }];
}

/** True where a schema, all that it includes, or each of its branches requires a property. */
function requires(schema: OrReference<Schema>, property: string, scope: Resolving, seen: Set<TreeNode>): boolean {
  return combinedSchemas(schema, scope).some((part) => {
    if (lists(part, property)) return true;
    if (seen.has(part.tree)) return false;
    seen.add(part.tree);
    return [part.oneOf, part.anyOf].some(
      (branches) => branches.length > 0 && branches.every((branch) => requires(branch, property, scope, seen)),
    );
  });
}

function lists({ required }: Schema, property: string): boolean {
  return required.some(({ value }) => value === property);
}
