import { findRootEnd } from '#core/tree/cut/json-root-end.ts';
import type { Outline } from '#core/tree/outline.ts';
import type { SectionCut } from '#core/tree/section-cut.ts';
import { cost, Pace } from '#core/work/pace.ts';
import type { Steps } from '#core/work/steps.ts';

/** A line that opens a member of a map: `  "paths": {`. */
export interface MemberLine {
  readonly name: string;
  readonly start: number;
  readonly key: { readonly start: number; readonly end: number };
  readonly indent: string;
  /** True when the line ends in the brace that opens the member's value. */
  readonly opens: boolean;
}

/**
 * Cuts a JSON file whose brackets or quotes are broken, in steps, by the indentation of its lines: what is broken then
 * stays within its section. Borders are those of `cutJson` wherever each member has a line of its own; undefined where they have
 * not.
 */
export function* cutJsonLines(text: string, outline: Outline): Steps<readonly SectionCut[] | undefined> {
  const lines: MemberLine[] = [];
  let rootEnd: number | undefined;
  const pace = new Pace();
  for (const line of memberLines(text)) {
    if (lines.length === 0) rootEnd = findRootEnd(text, line.indent.length);
    // What stands behind the root belongs to the section at its end.
    if (rootEnd !== undefined && line.start >= rootEnd) break;
    lines.push(line);
    if (pace.isDue(cost.line)) yield;
  }
  const indent = lines[0]?.indent;
  if (indent === undefined || !isOpening(text.slice(0, lines[0]?.start ?? 0))) return undefined;
  const cuts: SectionCut[] = [{ role: 'preamble', start: 0, pointer: [], key: { start: 0, end: 0 } }];
  const members = lines.flatMap((line, index) => (line.indent === indent ? [index] : []));
  for (const [position, index] of members.entries()) {
    cutMember(lines, index, members[position + 1] ?? lines.length, [], outline, cuts);
  }
  const isMarked = cuts.some(({ pointer }) => pointer.length === 1 && outline.markers.has(pointer[0] ?? ''));
  return isMarked ? cuts : undefined;
}

/** True when a text is no more than the brace that opens the root. */
export function isOpening(text: string): boolean {
  return /^\uFEFF?\s*\{\s*$/.test(text);
}

/** Cuts the member that the line at `index` opens; its own lines go up to the one at `end`. */
function cutMember(
  lines: readonly MemberLine[],
  index: number,
  end: number,
  parent: readonly string[],
  outline: Outline,
  cuts: SectionCut[],
): void {
  const line = lines[index];
  if (line === undefined) return;
  const pointer = [...parent, line.name];
  const inner = line.opens && outline.isContainer(pointer) ? innerMembers(lines, index, end) : [];
  cuts.push({ role: inner.length > 0 ? 'header' : 'entry', start: line.start, pointer, key: line.key });
  for (const [position, child] of inner.entries()) {
    cutMember(lines, child, inner[position + 1] ?? end, pointer, outline, cuts);
  }
}

/** The lines of the members below; none where the value is not cut. */
function innerMembers(lines: readonly MemberLine[], index: number, end: number): readonly number[] {
  const indent = lines[index + 1]?.indent ?? '';
  if (index + 1 >= end || indent.length <= (lines[index]?.indent.length ?? 0)) return [];
  const inner: number[] = [];
  for (let at = index + 1; at < end; at++) if (lines[at]?.indent === indent) inner.push(at);
  return inner.some((at) => lines[at]?.name === '$ref') ? [] : inner;
}

/** No line of JSON can begin within a string, so what looks like a member is one. */
export function* memberLines(text: string): Iterable<MemberLine> {
  for (const match of text.matchAll(/^([ \t]*)"((?:[^"\\\r\n]|\\.)*)"[ \t]*:([^\r\n]*)/gm)) {
    const [, indent = '', source = '', rest = ''] = match;
    if (indent.length > deepestIndent) continue;
    const start = match.index + indent.length;
    const name = source.includes('\\') ? decoded(source) : source;
    if (name === undefined) continue;
    const key = { start, end: start + source.length + 2 };
    yield { name, start: match.index, key, indent, opens: rest.trim() === '{' };
  }
}

/** Sections are at most three levels deep, whatever the indentation unit. */
const deepestIndent = 48;

function decoded(source: string): string | undefined {
  try {
    const value: unknown = JSON.parse(`"${source}"`);
    return typeof value === 'string' ? value : undefined;
  } catch {
    return undefined;
  }
}
