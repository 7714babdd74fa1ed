import type { SyntaxProblem } from '#core/text/section.ts';
import type { Span } from '#core/text/span.ts';
import type { TreeNode } from '#core/tree/tree.ts';

/** How many nodes all aliases of one text may stand for; real files stay far below. */
export const MAXIMUM_ALIASED_NODES = 1_000_000;

interface Anchored {
  readonly node: TreeNode;
  /** The nodes it stands for, itself included, with every alias in it written out. */
  readonly size: number;
}

/** The anchors of one YAML text as they are met, and the budget that keeps aliases from growing without bound. */
export class YamlAnchors {
  readonly #anchored = new Map<string, Anchored | undefined>();
  readonly #problems: SyntaxProblem[];
  #aliasedNodes = 0;
  #hasRefused = false;

  constructor(problems: SyntaxProblem[]) {
    this.#problems = problems;
  }

  /** Notes an anchor whose node is still being read: an alias to it would be its own ancestor. */
  open(name: string): void {
    this.#anchored.set(name, undefined);
  }

  define(name: string, node: TreeNode, size: number): void {
    this.#anchored.set(name, { node, size });
  }

  /** What an alias stands for; undefined, with a problem, when it is refused. */
  resolve(name: string, span: Span): Anchored | undefined {
    const anchored = this.#anchored.get(name);
    if (anchored === undefined) {
      this.#problems.push(this.#anchored.has(name) ? recursiveAlias(name, span) : unknownAlias(name, span));
      return undefined;
    }
    if (this.#aliasedNodes + anchored.size > MAXIMUM_ALIASED_NODES) return this.#refuse(name, span);
    this.#aliasedNodes += anchored.size;
    return anchored;
  }

  /** Only the first refusal is told: a bomb has thousands. */
  #refuse(name: string, span: Span): undefined {
    if (!this.#hasRefused) this.#problems.push(aliasBomb(name, span));
    this.#hasRefused = true;
    return undefined;
  }
}

function unknownAlias(name: string, span: Span): SyntaxProblem {
  return {
    code: 'unknown-alias',
    span,
    message: `No anchor “&${name}” stands before the alias “*${name}”; add it to the value that is meant, or put the alias in quotes if it is text.`,
  };
}

function recursiveAlias(name: string, span: Span): SyntaxProblem {
  return {
    code: 'recursive-alias',
    span,
    message: `The alias “*${name}” lies within its own anchor; write a “$ref” in its place, or the value.`,
  };
}

function aliasBomb(name: string, span: Span): SyntaxProblem {
  return {
    code: 'alias-bomb',
    span,
    message: `With the alias “*${name}” this file would grow beyond ${MAXIMUM_ALIASED_NODES} values; it is read as null; write a “$ref” in its place.`,
  };
}
