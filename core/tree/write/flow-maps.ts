import { isList, isMap } from '#core/tree/equal-values.ts';
import type { PlainValue } from '#core/tree/tree.ts';
import { clearer, type Habit } from '#core/tree/write/habit.ts';

/** How the maps under single keys stand in a block: in brackets on the line of their key, or in lines of their own. */
export interface FlowMaps {
  /** By key, by the key above and a star, and by a star; those of references apart. True in brackets. */
  readonly byKind: ReadonlyMap<string, Habit<boolean>>;
  /** The widest line with a map in brackets, in units; zero where there is none. */
  readonly width: number;
  /** True where every map stands in brackets that has room there, whatever is seen elsewhere. */
  readonly isUsual?: boolean;
}

export const noFlowMaps: FlowMaps = { byKind: new Map(), width: 0 };

/** A map in brackets is not written on a line wider than this, unless its siblings are. */
export const usualWidth = 120;

/** No line is made wider than this that nothing beside it reaches. */
const mostWidth = 200;

interface KeyLine {
  readonly indentation: number;
  readonly key: string;
  readonly rest: string;
}

type Counts = Map<string, { flow: number; block: number }>;

/** Reads where the maps of a YAML or JSON text stand, from its lines. */
export function findFlowMaps(lines: readonly string[]): FlowMaps | undefined {
  const counts: Counts = new Map();
  const widths: number[] = [];
  const above: KeyLine[] = [];
  for (const [index, line] of lines.entries()) {
    const here = readKeyLine(line);
    if (here === undefined) {
      if (/^[ \t]*-[ \t]+\{.*\}\s*$/.test(line)) widths.push(line.trimEnd().length);
      continue;
    }
    while ((above.at(-1)?.indentation ?? -1) >= here.indentation) above.pop();
    const parent = above.at(-1)?.key ?? '';
    above.push(here);
    const first = flowStart(here.rest);
    if (first !== undefined) {
      widths.push(line.trimEnd().length);
      count(counts, countedKinds(here.key, parent, first), 'flow');
      countWithin(counts, here.rest);
    } else if (opensBlock(here.rest)) {
      const below = blockStart(here, lines[index + 1] ?? '');
      if (below !== undefined && hasRoom(lines, index, here))
        count(counts, countedKinds(here.key, parent, below), 'block');
    }
  }
  if (counts.size === 0) return undefined;
  const byKind = [...counts].map(([kind, { flow, block }]): [string, Habit<boolean>] => {
    return [kind, { value: flow > block, seen: flow + block, share: Math.max(flow, block) / (flow + block) }];
  });
  return { byKind: new Map(byKind), width: usualOf(widths) };
}

function count(counts: Counts, kinds: readonly string[], stand: 'flow' | 'block'): void {
  for (const kind of kinds) {
    const known = counts.get(kind) ?? { flow: 0, block: 0 };
    counts.set(kind, known);
    known[stand] += 1;
  }
}

/** Maps within brackets stand in brackets, too; what is above them is not looked at. */
function countWithin(counts: Counts, rest: string): void {
  for (const [, key = '', first = ''] of rest.matchAll(
    /["']?([^\s"',{}:[\]]{1,200})["']?:[ \t]*\{[ \t]*["']?([^\s"':{}]+)/g,
  ))
    count(counts, [withinKind(key, first)], 'flow');
}

/** What stands nearer counts more, as far as it tells enough. */
export function nearerFlowMaps(near: FlowMaps, far: FlowMaps): FlowMaps {
  return { byKind: clearer(near.byKind, far.byKind), width: Math.max(near.width, far.width) };
}

/**
 * How wide a line may be that has a map, or a list of maps, in brackets under a key; zero where it belongs in a block, undefined where
 * nothing tells.
 */
export function widthUnder(key: string, parent: string, value: PlainValue, flowMaps: FlowMaps): number | undefined {
  const { byKind, isUsual, width } = flowMaps;
  const first = firstOf(value);
  if (first === undefined) return undefined;
  if (isUsual === true) return widthBeside(width);
  const known = kindsOf(key, parent, first).find((kind) => byKind.has(kind));
  if (known === undefined) {
    if (byKind.has(withinKind(key, first))) return usualWidth;
    return first !== listStart && isUsualOf(byKind.get(anyMap)) ? widthBeside(width) : undefined;
  }
  // What is new at the root will grow, as `components` does, however short its siblings are.
  if (known === rootStar || byKind.get(known)?.value !== true) return 0;
  return first === listStart ? usualWidth : widthBeside(width);
}

/** Any map at the root. */
const rootStar = ' *';

/** Any map further down than the root, whatever its key. */
const anyMap = '*';

/** True where so many maps were seen, nearly all in brackets, that others stand so, too. */
function isUsualOf(habit: Habit<boolean> | undefined): boolean {
  return habit?.value === true && habit.seen >= 5 && habit.share >= 0.9;
}

function firstOf(value: PlainValue): string | undefined {
  if (isMap(value)) return Object.keys(value)[0];
  return isList(value) && value.length > 0 && value.every((item) => isMap(item)) ? listStart : undefined;
}

/** What a list begins with, where a map begins with its first key. */
const listStart = '[';

/** The widest line that is made where others with brackets are so wide: what is said in more words needs more room. */
export function widthBeside(widest: number): number {
  return Math.max(usualWidth, widest, Math.min(Math.round(widest * 1.25), mostWidth));
}

/** The most exact kind first. */
function kindsOf(key: string, parent: string, first: string): readonly string[] {
  if (first === listStart) return [`${key} []`];
  const isReference = first === '$ref';
  const own = isReference ? `${key} $ref` : key;
  const star = isReference ? '* $ref' : '*';
  return [own, `${parent} ${star}`, ...(isReference ? [star] : [])];
}

/** Those a map counts for. What holds others, as the parts of `components` do, grows and tells nothing of them. */
function countedKinds(key: string, parent: string, first: string): readonly string[] {
  const isAny = first !== listStart && first !== '$ref' && parent !== '' && parent !== 'components';
  return [...kindsOf(key, parent, first), ...(isAny ? [anyMap] : [])];
}

/** What stands within other brackets tells of short ones only. */
function withinKind(key: string, first: string): string {
  return first === '$ref' ? `{${key} $ref` : `{${key}`;
}

/** Without the few widest, and not beyond what anybody reads. */
function usualOf(widths: number[]): number {
  const sorted = widths.sort((a, b) => b - a);
  return Math.min(sorted[Math.floor(sorted.length / 20)] ?? 0, mostWidth);
}

function indentationOf(line: string): number {
  return line.length - line.trimStart().length;
}

function readKeyLine(line: string): KeyLine | undefined {
  const match = /^([ \t]*(?:-[ \t]+)*)(?:"([^"]*)"|'([^']*)'|([^\s"'#{[&*!|>,}\]-][^\s:]*))[ \t]*:(?:[ \t]+|$)/.exec(
    line,
  );
  if (match === null) return undefined;
  const [whole, lead = '', double, single, plain] = match;
  return { indentation: lead.length, key: double ?? single ?? plain ?? '', rest: line.slice(whole.length).trimEnd() };
}

/** What brackets begin with that close on this line. */
function flowStart(rest: string): string | undefined {
  if (/^\[[ \t]*\{/.test(rest) && /\],?$/.test(rest)) return listStart;
  if (!rest.startsWith('{') || !/\},?$/.test(rest)) return undefined;
  return /^\{[ \t]*["']?([^\s"':{}]+)["']?[ \t]*:/.exec(rest)?.[1];
}

/** What the block below a key begins with. */
function blockStart({ indentation }: KeyLine, line: string): string | undefined {
  const below = readKeyLine(line);
  if (below === undefined) return undefined;
  if (/^[ \t]*-[ \t]/.test(line)) return listStart;
  return below.indentation > indentation ? below.key : undefined;
}

/** So many lines are looked at: what has more has no room on one. */
const linesAsked = 8;

/** True where a block could have been written in brackets: those that could not tell nothing. */
function hasRoom(lines: readonly string[], index: number, { indentation }: KeyLine): boolean {
  let width = (lines[index] ?? '').length + ' {  }'.length;
  for (const line of lines.slice(index + 1, index + 1 + linesAsked)) {
    if (indentationOf(line) <= indentation) return width <= usualWidth;
    width += line.trim().length + ', '.length;
  }
  return index + 1 + linesAsked >= lines.length && width <= usualWidth;
}

/** True where the lines below belong to a key. */
function opensBlock(rest: string): boolean {
  return rest === '' || rest === '{' || rest === '[' || rest.startsWith('#');
}
