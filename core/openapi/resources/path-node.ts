import { factKey, type PathFact } from '#core/openapi/resources/path-fact.ts';
import { belowTemplate, partsOf } from '#core/openapi/resources/path-parts.ts';

/** A part of the paths of a description, with what stands at it and below it. It never changes: an edit gives other ones from the root on. */
export interface PathNode {
  /** As in `PathPart`; empty at the root. */
  readonly key: string;
  /** `/users/{}`; empty at the root. */
  readonly template: string;
  /** The path items that stand here, by how they are written; in no file's order. */
  readonly facts: readonly PathFact[];
  /** By key, in any order. */
  readonly children: ReadonlyMap<string, PathNode>;
}

export const noPaths: PathNode = { key: '', template: '', facts: [], children: new Map() };

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
    for (const { key } of partsOf(fact.path)) {
      const template = belowTemplate(node.template, key);
      const child = this.#owned(node.children.get(key) ?? { key, template, facts: [], children: new Map() });
      node.children.set(key, child);
      node = child;
    }
    node.facts.push(fact);
    node.facts.sort(inOrder);
  }

  /** Takes one fact away that says the same. */
  remove(fact: PathFact): void {
    const way = [this.#ownRoot()];
    for (const { key } of partsOf(fact.path)) {
      const parent = way.at(-1);
      const known = parent?.children.get(key);
      if (parent === undefined || known === undefined) return;
      const child = this.#owned(known);
      parent.children.set(key, child);
      way.push(child);
    }
    const facts = way.at(-1)?.facts ?? [];
    const key = factKey(fact);
    const place = facts.findIndex((each) => factKey(each) === key);
    if (place >= 0) facts.splice(place, 1);
    prune(way);
  }

  #ownRoot(): OwnNode {
    const root = this.#owned(this.#root);
    this.#root = root;
    return root;
  }

  #owned(node: PathNode): OwnNode {
    // What is among the own ones was made below.
    if (this.#own.has(node)) return node as OwnNode;
    const own: OwnNode = { ...node, facts: [...node.facts], children: new Map(node.children) };
    this.#own.add(own);
    return own;
  }
}

interface OwnNode extends PathNode {
  readonly facts: PathFact[];
  readonly children: Map<string, PathNode>;
}

/** Takes away what is left empty at the end of a way from the root. */
function prune(way: readonly OwnNode[]): void {
  for (let depth = way.length - 1; depth > 0; depth--) {
    const node = way[depth];
    if (node === undefined || node.facts.length > 0 || node.children.size > 0) return;
    way[depth - 1]?.children.delete(node.key);
  }
}

function inOrder(a: PathFact, b: PathFact): number {
  const [first, second] = [factKey(a), factKey(b)];
  return first < second ? -1 : first > second ? 1 : 0;
}

/** The methods of all path items at a node; undefined where not all are known. */
export function methodsAt({ facts }: PathNode): readonly string[] | undefined {
  if (facts.some(({ methods }) => methods === undefined)) return undefined;
  return facts.length === 1 ? facts[0]?.methods : [...new Set(facts.flatMap(({ methods }) => methods ?? []))].sort();
}

/** The path that is first by its letters of those that stand here or, where none does, below: it says how parameters are called. */
export function samplePath(node: PathNode): string {
  const known = samples.get(node);
  if (known !== undefined) return known;
  const paths =
    node.facts.length > 0 ? node.facts.map(({ path }) => path) : [...node.children.values()].map(samplePath);
  const first = paths.reduce((least, path) => (path < least ? path : least));
  samples.set(node, first);
  return first;
}

const samples = new WeakMap<PathNode, string>();
