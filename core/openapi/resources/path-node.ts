import type { PathFact } from '#core/openapi/resources/path-fact.ts';
import type { PathResource } from '#core/openapi/resources/path-resource.ts';

/**
 * A part of the paths of a description, with what stands at it and below it. Once its tree is made it never changes: an edit gives
 * other nodes from the root on.
 */
export class PathNode {
  /** As in `PathPart`; empty at the root. */
  readonly key: string;
  /** `/users/{}`; empty at the root. */
  readonly template: string;
  /** How many parts lead to it; 0 at the root. */
  readonly depth: number;
  /** The path items that stand here, in any order. */
  readonly facts: readonly PathFact[];
  /** By key, in any order. */
  readonly children: ReadonlyMap<string, PathNode>;
  /** What it was found to be, and below what. */
  judged: { readonly parent: PathResource | undefined; readonly resource: PathResource } | undefined;
  #sample: string | undefined;

  constructor({ key, template, depth, facts, children }: PathNodeFields) {
    this.key = key;
    this.template = template;
    this.depth = depth;
    this.facts = facts;
    this.children = children;
  }

  /** The methods of all path items that stand here, in small letters, sorted; undefined where not all are known. */
  get methods(): readonly string[] | undefined {
    const { facts } = this;
    if (facts.length === 1) return facts[0]?.methods;
    if (facts.some(({ methods }) => methods === undefined)) return undefined;
    return [...new Set(facts.flatMap(({ methods }) => methods ?? []))].sort();
  }

  /** The path that is first by its letters of those that stand here or, where none does, below: it says how parameters are called. */
  get sample(): string {
    this.#sample ??= this.#firstPath();
    return this.#sample;
  }

  #firstPath(): string {
    const paths =
      this.facts.length > 0
        ? this.facts.map(({ path }) => path)
        : [...this.children.values()].map(({ sample }) => sample);
    return paths.reduce((least, path) => (path < least ? path : least), paths[0] ?? '');
  }
}

export type PathNodeFields = Pick<PathNode, 'key' | 'template' | 'depth' | 'facts' | 'children'>;

export const noPaths = new PathNode({ key: '', template: '', depth: 0, facts: [], children: new Map() });
