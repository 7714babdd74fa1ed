import { factKey, type PathFact } from '#core/openapi/resources/path-fact.ts';
import { PathNode } from '#core/openapi/resources/path-node.ts';
import { belowTemplate, partsOf } from '#core/openapi/resources/path-parts.ts';

/** Makes the tree with some facts more and some less. Nodes of the tree it began with are left as they are. */
export class PathTree {
  #root: PathNode;
  /** The nodes made here: nobody else has them yet. */
  readonly #own = new Set<PathNode>();

  constructor(root: PathNode) {
    this.#root = root;
  }

  get root(): PathNode {
    return this.#root;
  }

  add(fact: PathFact): void {
    let node = this.#ownRoot();
    for (const { key } of partsOf(fact.path)) node = this.#below(node, key);
    node.facts.push(fact);
  }

  /** Takes one fact away that says the same. */
  remove(fact: PathFact): void {
    const way = [this.#ownRoot()];
    for (const { key } of partsOf(fact.path)) {
      const parent = way.at(-1);
      if (parent?.children.has(key) !== true) return;
      way.push(this.#below(parent, key));
    }
    const facts = way.at(-1)?.facts ?? [];
    const key = factKey(fact);
    const place = facts.findIndex((each) => factKey(each) === key);
    if (place >= 0) facts.splice(place, 1);
    prune(way);
  }

  /** The child of a node, made where there is none. */
  #below(node: OwnNode, key: string): OwnNode {
    const known = node.children.get(key);
    if (known !== undefined && this.#own.has(known)) return known as OwnNode;
    const empty = { key, template: belowTemplate(node.template, key), depth: node.depth + 1, facts: [], children: [] };
    const child = this.#copyOf(known ?? empty);
    node.children.set(key, child);
    return child;
  }

  #ownRoot(): OwnNode {
    if (!this.#own.has(this.#root)) this.#root = this.#copyOf(this.#root);
    return this.#root as OwnNode;
  }

  #copyOf({ key, template, depth, facts, children }: Copied): OwnNode {
    const own = new PathNode({ key, template, depth, facts: [...facts], children: new Map(children) });
    this.#own.add(own);
    // Its list and its map were made here.
    return own as OwnNode;
  }
}

interface OwnNode extends PathNode {
  readonly facts: PathFact[];
  readonly children: Map<string, PathNode>;
}

interface Copied extends Pick<PathNode, 'key' | 'template' | 'depth' | 'facts'> {
  readonly children: Iterable<readonly [string, PathNode]>;
}

/** Takes away what is left empty at the end of a way from the root. */
function prune(way: readonly OwnNode[]): void {
  for (let depth = way.length - 1; depth > 0; depth--) {
    const node = way[depth];
    if (node === undefined || node.facts.length > 0 || node.children.size > 0) return;
    way[depth - 1]?.children.delete(node.key);
  }
}
