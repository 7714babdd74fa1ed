import type { Description } from '#core/openapi/description/description.ts';
import { ItemNames } from '#core/openapi/resources/item-names.ts';
import { judgedNode } from '#core/openapi/resources/judged-path.ts';
import { parameterName } from '#core/openapi/resources/parameter-name.ts';
import type { PathNode } from '#core/openapi/resources/path-node.ts';
import { isParameterPart } from '#core/openapi/resources/path-parts.ts';
import type { PathResource } from '#core/openapi/resources/path-resource.ts';
import { writtenPath } from '#core/openapi/resources/written-path.ts';
import { cost, type Pace } from '#core/work/pace.ts';
import type { Steps } from '#core/work/steps.ts';

/** A resource with those that belong to it, in any order. */
export interface NamedResource {
  readonly resource: PathResource;
  /** Its path as it is, or would be, written. */
  readonly written: string;
  readonly children: NamedResource[];
}

export interface NamedResources {
  /** Those that belong to no other. */
  readonly outermost: readonly NamedResource[];
  /** How most items are changed here. */
  readonly change: 'replace' | 'update';
  readonly itemNames: ItemNames;
}

/** The resources of a description: all paths, and the collections and items that only begin others. In steps. */
export function* namedResources({ paths }: Pick<Description, 'paths'>, pace: Pace): Steps<NamedResources> {
  const outermost: NamedResource[] = [];
  const byTemplate = new Map<string, NamedResource>();
  const changes = { put: 0, patch: 0 };
  const itemNames = new ItemNames();
  const pending: (readonly [PathNode, PathResource | undefined])[] = [];
  for (const node of paths.children.values()) pending.push([node, undefined]);
  for (let next = pending.pop(); next !== undefined; next = pending.pop()) {
    const [node, above] = next;
    const resource = judgedNode(node, above);
    const { kind, methods = [], template, parent } = resource;
    for (const child of node.children.values()) pending.push([child, resource]);
    if (kind === 'item') {
      const name = isParameterPart(node.key) ? parameterName(node) : undefined;
      if (name !== undefined) itemNames.add(name, above?.parts.at(-1)?.key ?? '');
      if (methods.includes('put')) changes.put++;
      if (methods.includes('patch')) changes.patch++;
    }
    if (pace.isDue(cost.followed)) yield;
    if (resource.paths.length === 0 && kind !== 'collection' && kind !== 'item') continue;
    const named: NamedResource = { resource, written: writtenPath(node), children: [] };
    byTemplate.set(template, named);
    // What a node belongs to was met before it.
    (byTemplate.get(parent ?? '')?.children ?? outermost).push(named);
  }
  return { outermost, change: changes.put > changes.patch ? 'replace' : 'update', itemNames };
}
