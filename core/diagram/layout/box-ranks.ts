import type { LayoutPart } from '#core/diagram/layout/layout-part.ts';

/**
 * How far from the left each box of a part stands: what is referred to before what refers to it, as far as they go round in no
 * circle. The least is 0, and no rank is left out.
 */
export function boxRanks(part: LayoutPart): readonly number[] {
  const children = childrenOf(part);
  const { order, forward } = withoutCircles(children);
  const ranks = order.map(() => 0);
  const rankOf = (box: number) => ranks[box] ?? 0;
  for (const box of order)
    for (const child of forward[box] ?? []) ranks[child] = Math.max(rankOf(child), rankOf(box) + 1);
  const parents = countTargets(forward);
  for (const box of [...order].reverse()) {
    const below = forward[box] ?? [];
    // It moves to where more of its lines become short.
    if (below.length > 0 && below.length >= (parents[box] ?? 0)) ranks[box] = Math.min(...below.map(rankOf)) - 1;
  }
  return packed(ranks);
}

/** By box those that refer to it, each once. */
function childrenOf({ boxes, links }: LayoutPart): readonly (readonly number[])[] {
  const children = boxes.map(() => new Set<number>());
  for (const { from, to } of links) if (from !== to) children[to]?.add(from);
  return children.map((each) => [...each]);
}

interface Acyclic {
  /** Every box after those that lead to it. */
  readonly order: readonly number[];
  readonly forward: readonly (readonly number[])[];
}

/** Goes down from the boxes that nothing leads to, then from those with most children, and leaves out what leads back. */
function withoutCircles(children: readonly (readonly number[])[]): Acyclic {
  const parents = countTargets(children);
  const weight = (box: number) => (children[box]?.length ?? 0) + (parents[box] === 0 ? children.length : 0);
  const starts = children.map((_, box) => box).sort((a, b) => weight(b) - weight(a) || a - b);
  const forward = children.map((): number[] => []);
  const state = children.map(() => 'new');
  const finished: number[] = [];
  const visit = (start: number) => {
    const trail = [{ box: start, next: 0 }];
    state[start] = 'open';
    for (let top = trail.at(-1); top !== undefined; top = trail.at(-1)) {
      const child = children[top.box]?.[top.next++];
      if (child === undefined) {
        state[top.box] = 'done';
        finished.push(top.box);
        trail.pop();
      } else if (state[child] !== 'open') {
        forward[top.box]?.push(child);
        if (state[child] === 'new') trail.push({ box: child, next: 0 });
        if (state[child] === 'new') state[child] = 'open';
      }
    }
  };
  for (const start of starts) if (state[start] === 'new') visit(start);
  return { order: finished.reverse(), forward };
}

function countTargets(edges: readonly (readonly number[])[]): readonly number[] {
  const counts = edges.map(() => 0);
  for (const targets of edges) for (const target of targets) counts[target] = (counts[target] ?? 0) + 1;
  return counts;
}

function packed(ranks: readonly number[]): readonly number[] {
  const used = [...new Set(ranks)].sort((a, b) => a - b);
  const places = new Map(used.map((rank, place) => [rank, place]));
  return ranks.map((rank) => places.get(rank) ?? 0);
}
