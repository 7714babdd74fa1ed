import { judgedParameter } from '#core/openapi/resources/judged-parameter.ts';
import { judgedWord } from '#core/openapi/resources/judged-word.ts';
import type { PathNode } from '#core/openapi/resources/path-node.ts';
import { isParameterPart, isWithinSegment, partsOf } from '#core/openapi/resources/path-parts.ts';
import type { JudgedPart, PathResource } from '#core/openapi/resources/path-resource.ts';

/** What a path names among those of a tree; undefined for one that none of them begins with, and for `/`. */
export function resourceIn(root: PathNode, path: string): PathResource | undefined {
  let node: PathNode | undefined = root;
  let resource: PathResource | undefined;
  for (const { key } of partsOf(path)) {
    node = node.children.get(key);
    if (node === undefined) return undefined;
    resource = judgedNode(node, resource);
  }
  return resource;
}

/**
 * What a node names, which follows from it and from what it stands below, `undefined` at the root. The very same object for the same
 * two, so that a path costs little however often it is asked about.
 */
export function judgedNode(node: PathNode, parent: PathResource | undefined): PathResource {
  const known = node.judged;
  if (known !== undefined && known.parent === parent) return known.resource;
  const resource = judge(node, parent);
  node.judged = { parent, resource };
  return resource;
}

function judge(node: PathNode, parent: PathResource | undefined): PathResource {
  const { template, key, facts, methods } = node;
  const { kind, reason } = isParameterPart(key) ? judgedParameter(node, parent) : judgedWord(node, parent);
  const before = parent?.parts.at(-1)?.segment ?? -1;
  const part: JudgedPart = { template, key, segment: isWithinSegment(key) ? before : before + 1, kind, reason };
  const parts = parent === undefined ? [part] : [...parent.parts, part];
  const items = kind === 'collection' ? itemsOf(node) : undefined;
  const paths = facts.length < 2 ? facts.map(({ path }) => path) : [...new Set(facts.map(({ path }) => path))].sort();
  return { template, paths, methods, kind, reason, parts, parent: ownerOf(parts), items };
}

function itemsOf({ children }: PathNode): string | undefined {
  return (children.get('{}') ?? [...children.values()].find(({ key }) => key.startsWith('(')))?.template;
}

/** What the last part belongs to: the nearest part before it that names something. */
function ownerOf(parts: readonly JudgedPart[]): string | undefined {
  for (let place = parts.length - 2; place >= 0; place--) {
    const part = parts[place];
    if (part?.kind === 'collection' || part?.kind === 'item' || part?.kind === 'singleton') return part.template;
  }
  return undefined;
}
