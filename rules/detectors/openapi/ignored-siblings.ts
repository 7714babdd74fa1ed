import type { OpenApiNode, OpenApiVersion, OrReference } from '#core/openapi/model.ts';
import { fieldOf, objectOf } from '#core/openapi/spec/objects-of.ts';
import { objectNameOf, shapeOfTarget } from '#core/openapi/spec/spec-of.ts';
import type { Reference } from '#core/openapi/view.ts';
import type { Scope } from '#core/rule.ts';
import { equalValues } from '#core/tree/equal-values.ts';
import { entriesOf, type TreeEntry, type TreeNode, toPlainValue } from '#core/tree/tree.ts';

/** What stands beside a `$ref` and is ignored there, though it says something that its target does not. */
export interface IgnoredSiblings {
  readonly entries: readonly [TreeEntry, ...TreeEntry[]];
  /** What the `$ref` leads to. */
  readonly target: OpenApiNode;
}

/**
 * The fields beside a `$ref` that its version ignores: all of them up to 3.0 (Reference Object), all but `summary` and `description`
 * from 3.1 on, where a schema with a `$ref` is no reference. Undefined where they say nothing that the target does not say, and where
 * that is not known. What tells people something counts `withProse` alone.
 */
export function ignoredSiblings(
  reference: Reference,
  version: OpenApiVersion,
  withProse: boolean,
  scope: Scope,
): IgnoredSiblings | undefined {
  const isOlder = version === '2.0' || version === '3.0';
  if (mayHaveSiblings.has(reference.to) || (reference.to === 'openapi.schema' && !isOlder)) return undefined;
  const target: OpenApiNode | undefined = scope.resolve(reference as OrReference<OpenApiNode & { kind: string }>);
  if (target === undefined) return undefined;
  const shape = shapeOfTarget(version, reference.to, undefined);
  const name = objectNameOf(shape);
  const spec = name && objectOf(version, name);
  const [first, ...others] = entriesOf(reference.tree).filter(({ key: { value: key }, value, merged }) => {
    if (key === '$ref' || merged || spec === undefined || fieldOf(spec, key) === undefined || saysNothing(value))
      return false;
    if (isProse(key)) return withProse && (isOlder || !countsBeside.has(key));
    return !equalValues(toPlainValue(value), toPlainValue(fieldValue(target, key)));
  });
  return first && { entries: [first, ...others], target };
}

/** Kinds beside whose `$ref` other fields may stand, or of whose `$ref` the specification says nothing. */
const mayHaveSiblings = new Set(['openapi.path-item', 'openapi.part', 'openapi.operation', 'openapi.info']);

const countsBeside = new Set(['summary', 'description']);

const prose = new Set(['title', 'summary', 'description', 'example', 'examples', 'externalDocs', '$comment']);

/** True for fields that tell people something, and change nothing about what is sent. */
export function isProse(key: string): boolean {
  return prose.has(key);
}

/** A flag that is not set, and an empty list, map or value: they say what holds without them. */
function saysNothing(value: TreeNode | undefined): boolean {
  if (value === undefined || value.kind === 'scalar') return (value?.value ?? false) === false;
  return value.kind === 'list' ? value.items.length === 0 : value.entries.length === 0;
}

function fieldValue({ tree }: OpenApiNode, wanted: string): TreeNode | undefined {
  return entriesOf(tree).find(({ key }) => key.value === wanted)?.value;
}
