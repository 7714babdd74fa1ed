import { factKey, type PathFact } from '#core/openapi/resources/path-fact.ts';
import type { PathNode } from '#core/openapi/resources/path-node.ts';
import { PathTree } from '#core/openapi/resources/path-tree.ts';
import { cost, Pace } from '#core/work/pace.ts';
import type { Steps } from '#core/work/steps.ts';

/** Facts that came and went; those that say the same make up for each other. */
export class FactChanges {
  readonly #added: PathFact[] = [];
  readonly #removed: PathFact[] = [];

  add(facts: readonly PathFact[]): void {
    for (const fact of facts) this.#added.push(fact);
  }

  remove(facts: readonly PathFact[]): void {
    for (const fact of facts) this.#removed.push(fact);
  }

  /** The very same tree where nothing is left of them. */
  *applied(root: PathNode): Steps<PathNode> {
    const tree = new PathTree(root);
    const pace = new Pace();
    const gone = countsOf(this.#removed);
    for (const fact of this.#added) {
      if (gone.size > 0 && takeOne(gone, factKey(fact))) continue;
      tree.add(fact);
      if (pace.isDue(cost.looked)) yield;
    }
    for (const { fact, count } of gone.values()) {
      for (let left = count; left > 0; left--) tree.remove(fact);
      if (pace.isDue(cost.looked)) yield;
    }
    return tree.root;
  }
}

interface Counted {
  readonly fact: PathFact;
  count: number;
}

/** By what they say. */
function countsOf(facts: readonly PathFact[]): Map<string, Counted> {
  const counts = new Map<string, Counted>();
  for (const fact of facts) {
    const known = counts.get(factKey(fact));
    if (known === undefined) counts.set(factKey(fact), { fact, count: 1 });
    else known.count += 1;
  }
  return counts;
}

function takeOne(counts: ReadonlyMap<string, Counted>, key: string): boolean {
  const known = counts.get(key);
  if (known === undefined || known.count === 0) return false;
  known.count -= 1;
  return true;
}
