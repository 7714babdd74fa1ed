import { resourceIn } from '#core/openapi/resources/judged-path.ts';
import { pathFact } from '#core/openapi/resources/path-fact.ts';
import { noPaths, type PathNode } from '#core/openapi/resources/path-node.ts';
import { PathTree } from '#core/openapi/resources/path-tree.ts';

/** The tree of some paths: `GET,POST /orders`. Without methods a path has a GET. */
export function treeOf(lines: readonly string[]): PathNode {
  const tree = new PathTree(noPaths);
  for (const line of lines) {
    const [first = '', second] = line.split(' ');
    const methods = second === undefined ? ['get'] : first.toLowerCase().split(',');
    tree.add(pathFact(second ?? first, methods));
  }
  return tree.root;
}

/** What the parts of a path are: `orders collection, {} item`. */
export function kindsOf(path: string, lines: readonly string[]): string {
  const parts = resourceIn(treeOf(lines), path)?.parts ?? [];
  return parts.map(({ key, kind }) => `${key} ${kind}`).join(', ');
}
