import type { Demand } from '#rules/detectors/openapi/instance-demand.ts';

/** A step of a circle: what demands what, in which way. */
export interface DemandStep<T> {
  readonly from: T;
  readonly demand: Extract<Demand, { readonly kind: 'value' }>;
}

interface Demanding {
  readonly id: string;
  readonly demand: Demand;
}

/** An “all” waits for as many as it has, an “any” for one; then those that wait for it are told. */
interface Gate {
  left: number;
  readonly waiting: Gate[];
}

/**
 * The circles in which a value of each asks for a value of the next, so that none can exist; each once, from the first of its schemas on.
 * What leads into a circle is not told. Takes time in proportion to the demands (as Horn clauses are solved).
 */
export function endlessDemands<T extends Demanding>(schemas: readonly T[]): readonly (readonly DemandStep<T>[])[] {
  const byId = new Map(schemas.map((schema) => [schema.id, schema]));
  const gates = solve(byId);
  const isEndless = (id: string): boolean => (gates.get(id)?.left ?? 0) > 0;
  const done = new Set<string>();
  const places = new Map(schemas.map(({ id }, place) => [id, place]));
  return schemas.flatMap((schema) => {
    const circle = done.has(schema.id) || !isEndless(schema.id) ? [] : circleFrom(schema, byId, isEndless, done);
    return circle.length === 0 ? [] : [startingFirst(circle, places)];
  });
}

function solve(byId: ReadonlyMap<string, Demanding>): ReadonlyMap<string, Gate> {
  const gates = new Map<string, Gate>();
  for (const id of byId.keys()) gates.set(id, { left: 1, waiting: [] });
  const open: Gate[] = [];
  const add = (demand: Demand, waiting: Gate): void => {
    if (demand.kind === 'value') {
      const gate = gates.get(demand.of);
      if (gate === undefined) open.push({ left: 0, waiting: [waiting] });
      else gate.waiting.push(waiting);
      return;
    }
    const gate: Gate = { left: demand.kind === 'all' ? demand.of.length : 1, waiting: [waiting] };
    for (const inner of demand.of) add(inner, gate);
  };
  for (const [id, { demand }] of byId) {
    const gate = gates.get(id);
    if (gate !== undefined) add(demand, gate);
  }
  for (let gate = open.pop(); gate !== undefined; gate = open.pop()) {
    for (const waiting of gate.waiting) if (--waiting.left === 0) open.push(waiting);
  }
  return gates;
}

/** Goes from demand to demand until one is met again; empty where that belongs to a circle found before. */
function circleFrom<T extends Demanding>(
  start: T,
  byId: ReadonlyMap<string, T>,
  isEndless: (id: string) => boolean,
  done: Set<string>,
): readonly DemandStep<T>[] {
  const steps: DemandStep<T>[] = [];
  const places = new Map<string, number>();
  for (let schema: T | undefined = start; schema !== undefined && !done.has(schema.id); ) {
    places.set(schema.id, steps.length);
    done.add(schema.id);
    const demand = firstEndless(schema.demand, isEndless);
    if (demand === undefined) return [];
    steps.push({ from: schema, demand });
    const met = places.get(demand.of);
    if (met !== undefined) return steps.slice(met);
    schema = byId.get(demand.of);
  }
  return [];
}

function firstEndless(demand: Demand, isEndless: (id: string) => boolean): DemandStep<unknown>['demand'] | undefined {
  if (demand.kind === 'value') return isEndless(demand.of) ? demand : undefined;
  for (const inner of demand.of) {
    const found = firstEndless(inner, isEndless);
    if (found !== undefined) return found;
  }
  return undefined;
}

function startingFirst<T extends Demanding>(
  circle: readonly DemandStep<T>[],
  places: ReadonlyMap<string, number>,
): readonly DemandStep<T>[] {
  let first = 0;
  const placeOf = (step: DemandStep<T> | undefined): number => places.get(step?.from.id ?? '') ?? 0;
  for (let at = 1; at < circle.length; at++) if (placeOf(circle[at]) < placeOf(circle[first])) first = at;
  return [...circle.slice(first), ...circle.slice(0, first)];
}
