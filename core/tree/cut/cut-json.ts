import type { Span } from '#core/text/span.ts';
import { cutJsonLines } from '#core/tree/cut/cut-json-lines.ts';
import type { Outline } from '#core/tree/outline.ts';
import { skipJsonString, skipJsonTrivia, skipJsonValue, skipRestOfLine } from '#core/tree/read/json-scan.ts';
import { type SectionCut, wholeCut } from '#core/tree/section-cut.ts';
import { cost, Pace } from '#core/work/pace.ts';
import type { Steps } from '#core/work/steps.ts';

/** How a JSON file is cut. */
export interface JsonCut {
  readonly cuts: readonly SectionCut[];
  /** True when its brackets or quotes are broken, so that lines had to tell. */
  readonly isByLines: boolean;
}

/** Cuts a JSON file in steps: by its brackets, by its lines where those are broken; one without a marker of the outline is one section. */
export function* cutJson(text: string, outline: Outline): Steps<JsonCut> {
  const open = findRootBrace(text);
  const root = open === undefined ? undefined : yield* readMembers(text, open, [], outline);
  if (open !== undefined && (root === undefined || skipJsonTrivia(text, root.end) < text.length)) {
    const cuts = yield* cutJsonLines(text, outline);
    return cuts === undefined ? wholeJson : { cuts, isByLines: true };
  }
  if (root === undefined || !root.members.some(({ name }) => outline.markers.has(name))) return wholeJson;
  const cuts: SectionCut[] = [{ role: 'preamble', start: 0, pointer: [], key: { start: 0, end: 0 } }];
  collectCuts(root.members, [], cuts);
  return { cuts, isByLines: false };
}

const wholeJson: JsonCut = { cuts: wholeCut, isByLines: false };

/** The offset of the brace that opens the root map; undefined when the root is no map. */
export function findRootBrace(text: string): number | undefined {
  const open = skipJsonTrivia(text, text.charCodeAt(0) === 0xfeff ? 1 : 0);
  return text.charCodeAt(open) === 123 ? open : undefined;
}

export interface Member {
  readonly name: string;
  readonly key: Span;
  /** Where its section begins: behind the comma or brace before it, or on the line after. */
  readonly start: number;
  /** The members of its value, where they are sections of their own. */
  readonly members: readonly Member[] | undefined;
}

type ReadValue = Pick<Member, 'members'> & Pick<Members, 'end'>;

interface Members {
  readonly members: readonly Member[];
  readonly end: number;
}

function collectCuts(members: readonly Member[], parent: readonly string[], cuts: SectionCut[]): void {
  for (const { name, key, start, members: inner } of members) {
    const pointer = [...parent, name];
    cuts.push({ role: inner === undefined ? 'entry' : 'header', start, pointer, key });
    if (inner !== undefined) collectCuts(inner, pointer, cuts);
  }
}

/** The members of the map that opens at an offset; undefined when anything is not as JSON wants it. */
function* readMembers(
  text: string,
  open: number,
  pointer: readonly string[],
  outline: Outline,
): Steps<Members | undefined> {
  const members: Member[] = [];
  const pace = new Pace();
  let start = skipRestOfLine(text, open + 1);
  let offset = skipJsonTrivia(text, start);
  if (text.charCodeAt(offset) === 125) return { members, end: offset + 1 };
  for (;;) {
    const read = yield* readMember(text, offset, start, pointer, outline);
    if (read === undefined) return undefined;
    members.push(read.member);
    if (pace.isDue(cost.scanned * (read.end - offset))) yield;
    offset = skipJsonTrivia(text, read.end);
    if (text.charCodeAt(offset) === 125) return { members, end: offset + 1 };
    if (text.charCodeAt(offset) !== 44) return undefined;
    start = skipRestOfLine(text, offset + 1);
    offset = skipJsonTrivia(text, start);
    // A comma behind the last member is told, and breaks nothing.
    if (text.charCodeAt(offset) === 125) return { members, end: offset + 1 };
  }
}

/** The member whose key stands at an offset; undefined when there is none, or its brackets or quotes are broken. */
export function* readMember(
  text: string,
  offset: number,
  start: number,
  parent: readonly string[],
  outline: Outline,
): Steps<{ readonly member: Member; readonly end: number } | undefined> {
  const keyEnd = text.charCodeAt(offset) === 34 ? skipJsonString(text, offset) : undefined;
  const name = keyEnd === undefined ? undefined : decodeKey(text.slice(offset, keyEnd));
  if (keyEnd === undefined || name === undefined) return undefined;
  const colon = skipJsonTrivia(text, keyEnd);
  if (text.charCodeAt(colon) !== 58) return undefined;
  const value = yield* readValue(text, skipJsonTrivia(text, colon + 1), [...parent, name], outline);
  if (value === undefined) return undefined;
  const member: Member = { name, key: { start: offset, end: keyEnd }, start, members: value.members };
  return { member, end: value.end };
}

function* readValue(
  text: string,
  offset: number,
  pointer: readonly string[],
  outline: Outline,
): Steps<ReadValue | undefined> {
  if (!outline.isContainer(pointer) || text.charCodeAt(offset) !== 123) {
    const end = skipJsonValue(text, offset);
    return end === undefined ? undefined : { end, members: undefined };
  }
  const inner = yield* readMembers(text, offset, pointer, outline);
  if (inner === undefined) return undefined;
  const isCut = inner.members.length > 0 && !inner.members.some(({ name }) => name === '$ref');
  return { end: inner.end, members: isCut ? inner.members : undefined };
}

function decodeKey(source: string): string | undefined {
  if (!source.includes('\\')) return source.slice(1, -1);
  try {
    const value: unknown = JSON.parse(source);
    return typeof value === 'string' ? value : undefined;
  } catch {
    return undefined;
  }
}
