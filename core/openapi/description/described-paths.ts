import type { FragmentIndex } from '#core/openapi/description/fragments.ts';
import { changedSections, sameFiles } from '#core/openapi/description/stale-reads.ts';
import type { OpenApiNode } from '#core/openapi/model.ts';
import type { NamedThing } from '#core/openapi/read/read-part.ts';
import { noNaming } from '#core/openapi/read/read-reference.ts';
import type { ReferenceResolver } from '#core/openapi/reference/resolve-reference.ts';
import { type PathIndex, type PathsBefore, readPaths } from '#core/openapi/resources/path-index.ts';
import type { TreeNode } from '#core/tree/tree.ts';
import type { Steps } from '#core/work/steps.ts';
import { isUnderstood } from '#core/work/understood.ts';

/** What a description knew of its paths. */
export interface DescribedPaths {
  readonly index: PathIndex;
  readonly fragments: FragmentIndex;
}

/** The paths of a description in steps; `previous` is what was known of them before an edit, in the same context. */
export function readDescribedPaths(
  { extracts, files }: FragmentIndex,
  resolver: ReferenceResolver,
  previous: DescribedPaths | undefined,
): Steps<PathIndex> {
  const before = previous && {
    index: previous.index,
    extracts: previous.fragments.extracts,
    changed: () => changedSections(previous.fragments.files, files).map(({ id }) => id),
    isSameFiles: sameFiles(previous.fragments.files, files),
  };
  const follow = (definition: NamedThing) => pathItemTrees(definition, resolver);
  return readPaths({ extracts, version: resolver.context.version, follow }, before satisfies PathsBefore | undefined);
}

/** The values that make up a path item: the one it is defined by, and what its `$ref` leads to; undefined where that is not known. */
function pathItemTrees(
  { kind, name, place }: NamedThing,
  resolver: ReferenceResolver,
): readonly TreeNode[] | undefined {
  if (!isUnderstood(place.location.section)) return undefined;
  const node = resolver.read(kind, place, { ...noNaming, name, origin: 'path' });
  const target = node?.kind === 'openapi.path-item' ? node.reference : node;
  const found = target && followed(target, resolver);
  return found && [place.tree, found.tree];
}

function followed(node: OpenApiNode, resolver: ReferenceResolver): OpenApiNode | undefined {
  if (node.kind !== 'openapi.reference') return node;
  const resolution = resolver.resolve(node);
  return 'found' in resolution ? resolution.found : undefined;
}
