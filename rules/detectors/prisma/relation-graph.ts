/** A step from one model to another, by its place in a list of steps. */
export interface GraphStep {
  readonly from: string;
  readonly to: string;
}

/** The steps that leave each model. */
export function stepsByStart<S extends GraphStep>(steps: readonly S[]): ReadonlyMap<string, readonly S[]> {
  const byStart = new Map<string, S[]>();
  for (const step of steps) {
    const known = byStart.get(step.from);
    if (known === undefined) byStart.set(step.from, [step]);
    else known.push(step);
  }
  return byStart;
}

/** For each model that can be reached the step by which it is reached first, on a shortest way. */
export function reachedFrom<S extends GraphStep>(
  start: string,
  byStart: ReadonlyMap<string, readonly S[]>,
): ReadonlyMap<string, S> {
  const reached = new Map<string, S>();
  const queue = [start];
  for (const model of queue) {
    for (const step of byStart.get(model) ?? []) {
      if (step.to === start || reached.has(step.to)) continue;
      reached.set(step.to, step);
      queue.push(step.to);
    }
  }
  return reached;
}

/** The steps of the way to a model, from the first to the last. */
export function wayTo<S extends GraphStep>(model: string, reached: ReadonlyMap<string, S>): readonly S[] {
  const way: S[] = [];
  for (let step = reached.get(model); step !== undefined; step = reached.get(step.from)) way.push(step);
  return way.reverse();
}

/**
 * The circles in a graph, a shortest one for each set of models that all lead to each other; steps from a model to itself are none.
 * Each begins with the first of its steps in the given order.
 */
export function circlesIn<S extends GraphStep>(steps: readonly S[]): readonly (readonly S[])[] {
  const others = steps.filter(({ from, to }) => from !== to);
  const byStart = stepsByStart(others);
  const groups = circularGroups(byStart);
  // What leads out of a group leads never back.
  const within = others.filter(({ from, to }) => groups.get(from) === groups.get(to));
  const withinByStart = stepsByStart(within);
  const circles: S[][] = [];
  const done = new Set<number>();
  for (const step of within) {
    const group = groups.get(step.from);
    if (group === undefined || done.has(group)) continue;
    done.add(group);
    circles.push([step, ...wayTo(step.from, reachedFrom(step.to, withinByStart))]);
  }
  return circles;
}

/** For each model the number of the set of models it leads to and is reached from; a strongly connected component (Tarjan). */
function circularGroups(byStart: ReadonlyMap<string, readonly GraphStep[]>): ReadonlyMap<string, number> {
  const order = new Map<string, number>();
  const lowest = new Map<string, number>();
  const group = new Map<string, number>();
  const open: string[] = [];
  /** The models on the way, and how many of their steps were taken: no recursion, as the way may be long. */
  const way: { readonly model: string; taken: number }[] = [];
  const enter = (model: string): void => {
    order.set(model, order.size);
    lowest.set(model, order.size - 1);
    open.push(model);
    way.push({ model, taken: 0 });
  };
  const lower = (model: string, to: number | undefined): void => {
    lowest.set(model, Math.min(lowest.get(model) ?? 0, to ?? Number.MAX_SAFE_INTEGER));
  };
  for (const start of byStart.keys()) {
    if (!order.has(start)) enter(start);
    for (let top = way.at(-1); top !== undefined; top = way.at(-1)) {
      const { model } = top;
      const next = byStart.get(model)?.[top.taken];
      if (next === undefined) {
        way.pop();
        const above = way.at(-1);
        if (above !== undefined) lower(above.model, lowest.get(model));
        if (lowest.get(model) === order.get(model)) close(model, open, group);
        continue;
      }
      top.taken += 1;
      if (!order.has(next.to)) enter(next.to);
      else if (!group.has(next.to)) lower(model, order.get(next.to));
    }
  }
  return group;
}

/** All that stands above a model in the open ones is one group with it. */
function close(model: string, open: string[], group: Map<string, number>): void {
  const number = group.size;
  for (let last = open.pop(); last !== undefined; last = open.pop()) {
    group.set(last, number);
    if (last === model) break;
  }
}
