import { judgedParameter } from '#core/openapi/resources/judged-parameter.ts';
import { judgedWord } from '#core/openapi/resources/judged-word.ts';
import { methodsAt, type PathNode } from '#core/openapi/resources/path-node.ts';
import { isParameterPart, partsOf } from '#core/openapi/resources/path-parts.ts';
import type { JudgedPart, PathResource } from '#core/openapi/resources/path-resource.ts';

/** What a path names among those of a tree; undefined for one that none of them begins with, and for `/`. */
export function resourceIn(root: PathNode, path: string): PathResource | undefined {
  let node: PathNode | undefined = root;
  let resource: PathResource | undefined;
  for (const { key, segment } of partsOf(path)) {
    node = node.children.get(key);
    if (node === undefined) return undefined;
    resource = judgedNode(node, resource, segment);
  }
  return resource;
}

/**
 * What a node names, which follows from it and from what it stands below, `undefined` at the root. The very same object for the same
 * two, so that a path costs little however often it is asked about.
 */
export function judgedNode(node: PathNode, parent: PathResource | undefined, segment?: number): PathResource {
  const known = resources.get(node);
  if (known !== undefined && known.parent === parent) return known.resource;
  const resource = judge(node, parent, segment ?? segmentBelow(node, parent));
  resources.set(node, { parent, resource });
  return resource;
}

const resources = new WeakMap<
  PathNode,
  { readonly parent: PathResource | undefined; readonly resource: PathResource }
>();

function segmentBelow({ key }: PathNode, parent: PathResource | undefined): number {
  const last = parent?.parts.at(-1);
  if (parent === undefined || last === undefined) return 0;
  return /^[:(]/.test(key) ? last.segment : last.segment + 1;
}

function judge(node: PathNode, parent: PathResource | undefined, segment: number): PathResource {
  const { template, key, facts } = node;
  const { kind, reason } = isParameterPart(key) ? judgedParameter(node, parent) : judgedWord(node, parent);
  const part: JudgedPart = { template, key, segment, kind, reason };
  const parts = [...(parent?.parts ?? []), part];
  const items = kind === 'collection' ? itemsOf(node) : undefined;
  const paths = [...new Set(facts.map(({ path }) => path))].sort();
  return { template, paths, methods: methodsAt(node), kind, reason, parts, parent: ownerOf(parts), items };
}

function itemsOf({ children }: PathNode): string | undefined {
  return (children.get('{}') ?? [...children.values()].find(({ key }) => /^\(/.test(key)))?.template;
}

/** What the last part belongs to: the nearest part before it that names something. */
function ownerOf(parts: readonly JudgedPart[]): string | undefined {
  return parts.slice(0, -1).findLast(({ kind }) => kind === 'collection' || kind === 'item' || kind === 'singleton')
    ?.template;
}
