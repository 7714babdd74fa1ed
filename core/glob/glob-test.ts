import { type GlobNode, parseGlob } from '#core/glob/parse-glob.ts';

/** Where matching can stand: before a unit, at a fork, before something that must not be there, at the end. */
type State =
  | { readonly kind: 'unit'; readonly test: (unit: string) => boolean; readonly next: number }
  | { readonly kind: 'fork'; readonly next: number[] }
  | { readonly kind: 'other'; readonly inner: Machine; readonly next: number }
  | { readonly kind: 'end' };

interface Machine {
  readonly states: readonly State[];
  readonly start: number;
}

/**
 * A glob as a test of paths, which holds for what lies in a folder that matches, too. Its time is that of the path times that of the
 * glob, whatever stands in them: all ways to match are followed at once (Thompson 1968); `!(…)` takes the square of a name's length.
 * Undefined for a glob that is not read.
 */
export function globTest(glob: string): ((path: string) => boolean) | undefined {
  const bangs = /^!*/.exec(glob)?.[0].length ?? 0;
  const negations = glob.charAt(bangs) === '(' && bangs > 0 ? bangs - 1 : bangs;
  const node = parseGlob(glob.slice(negations));
  if (node === undefined) return undefined;
  const machine = machineOf(node);
  const isNegated = negations % 2 === 1;
  return (path) => matches(machine, path) !== isNegated;
}

function matches(machine: Machine, path: string): boolean {
  for (const end of endsOf(machine, path, 0, path.length)) {
    if (end === path.length || path.charAt(end) === '/') return true;
  }
  return false;
}

function machineOf(node: GlobNode): Machine {
  const states: State[] = [{ kind: 'end' }];
  return { states, start: addStates(node, 0, states) };
}

/** Adds the states of a node that goes on in another one; gives its first. */
function addStates(node: GlobNode, next: number, states: State[]): number {
  switch (node.kind) {
    case 'unit':
      return states.push({ kind: 'unit', test: node.test, next }) - 1;
    case 'sequence':
      return node.parts.reduceRight((after, part) => addStates(part, after, states), next);
    case 'alternatives':
      return states.push({ kind: 'fork', next: node.options.map((option) => addStates(option, next, states)) }) - 1;
    case 'repeated': {
      const fork: State = { kind: 'fork', next: [next] };
      const place = states.push(fork) - 1;
      const first = addStates(node.part, place, states);
      fork.next.push(first);
      return node.least === 0 ? place : first;
    }
    case 'other':
      return states.push({ kind: 'other', inner: machineOf(node.part), next }) - 1;
    default:
      return node satisfies never;
  }
}

/** Where what matches from an offset may end, in order. */
function endsOf({ states, start }: Machine, path: string, from: number, to: number): readonly number[] {
  const ends: number[] = [];
  /** What `!(…)` makes go on further behind. */
  const later = new Map<number, Set<number>>();
  let current: readonly number[] = [start];
  for (let offset = from; offset <= to && (current.length > 0 || later.size > 0); offset++) {
    const reached = new Set([...current, ...(later.get(offset) ?? [])]);
    later.delete(offset);
    const next = new Set<number>();
    // A set gives out what is added to it on the way.
    for (const place of reached) {
      const state = states[place];
      if (state?.kind === 'fork') for (const one of state.next) reached.add(one);
      if (state?.kind === 'end') ends.push(offset);
      if (state?.kind === 'unit' && offset < to && state.test(path.charAt(offset))) next.add(state.next);
      if (state?.kind !== 'other') continue;
      for (const end of otherEnds(state.inner, path, offset)) {
        if (end === offset) reached.add(state.next);
        else later.set(end, (later.get(end) ?? new Set()).add(state.next));
      }
    }
    current = [...next];
  }
  return ends;
}

/** Where a part of a name may end that begins here and is not what the machine matches. */
function otherEnds(machine: Machine, path: string, from: number): readonly number[] {
  const slash = path.indexOf('/', from);
  const to = slash < 0 ? path.length : slash;
  const taken = new Set(endsOf(machine, path, from, to));
  const others: number[] = [];
  for (let end = from; end <= to; end++) if (!taken.has(end)) others.push(end);
  return others;
}
