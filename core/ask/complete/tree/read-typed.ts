import { BlockReader } from '#core/ask/complete/tree/block-reader.ts';
import { FlowReader } from '#core/ask/complete/tree/flow-reader.ts';
import { OpenFrames } from '#core/ask/complete/tree/open-frames.ts';
import type { TypedPlace, TypedSpot } from '#core/ask/complete/tree/typed-place.ts';
import { typedAt } from '#core/ask/complete/tree/typed-tree.ts';
import { type MetPlace, Typing } from '#core/ask/complete/tree/typing.ts';
import type { TreeLanguage } from '#core/tree/section.ts';

/** A piece of a YAML or JSON file. */
export interface TypedPiece {
  readonly text: string;
  readonly language: TreeLanguage;
  /** The keys of the maps around it; undefined where it begins the file. */
  readonly around: readonly string[] | undefined;
}

/** Where somebody writes in half-typed text, and all that can be told of what stands around; undefined in comments and prose. */
export function readTyped(piece: TypedPiece, offset: number): TypedSpot | undefined {
  const { text, language } = piece;
  const typing = new Typing(text, offset);
  const frames = new OpenFrames();
  const flow = new FlowReader(typing, frames, language);
  const reader = language === 'yaml' ? new BlockReader(typing, frames, flow) : flow;
  openAround(frames, piece);
  // A byte order mark is no part of the first line.
  for (let start = text.charCodeAt(0) === 0xfeff ? 1 : 0; start <= text.length; ) {
    const newline = text.indexOf('\n', start);
    const end = newline < 0 ? text.length : newline;
    reader.line(start, end);
    start = end + 1;
  }
  return typing.met && spotOf(typing.met, frames, text);
}

/** Opens the maps around a piece; in blocks their columns are told by that of its first line. */
function openAround(frames: OpenFrames, { text, language, around }: TypedPiece): void {
  if (around === undefined) return;
  const isFlow = language === 'json';
  const first = /^[ \t]*(?=[^\s#])/m.exec(text)?.[0].length ?? 0;
  for (const [index, key] of around.entries()) {
    frames.openMap(isFlow ? -1 : Math.floor((first * index) / around.length), isFlow);
    frames.begin(key, false);
  }
  if (isFlow) frames.openMap(-1, true);
}

function spotOf(met: MetPlace, { root }: OpenFrames, text: string): TypedSpot | undefined {
  const tree = root ?? { kind: 'map', entries: [], column: undefined };
  const { word, hasColon, isFlow, column, commaAt } = met;
  const below = isFlow || hasColon ? nothingBelow : lineBelow(text, word.end);
  const places = met.places.flatMap((place) => fitted(place, met, root, below) ?? []);
  const first = text[word.start];
  const quote = word.end > word.start && (first === '"' || first === "'") ? first : undefined;
  const needsComma = isFlow && !hasColon && /^["'\w{[]/.test(firstBehind(text, word.end));
  if (places.length === 0) return undefined;
  return { places, word, quote, isFlow, hasColon, column, commaAt, needsComma, tree };
}

/** The place where nothing else stands there already, and what stands below does not become a part of it; undefined otherwise. */
function fitted(place: TypedPlace, met: MetPlace, root: OpenFrames['root'], below: LineBelow): TypedPlace | undefined {
  const { path, as, isDeeper = false } = place;
  const { column, isFlow, isFresh } = met;
  const there = typedAt(root, path);
  if (as === 'value') return there === undefined ? place : undefined;
  if (isFlow) return place;
  const isSame = there?.kind === (as === 'key' ? 'map' : 'list');
  const own = there?.kind === 'scalar' ? undefined : there?.column;
  if (isDeeper) {
    if (there === undefined) return below.column <= column ? place : undefined;
    return isSame && own !== undefined && own >= Math.max(below.column, column)
      ? { ...place, lead: own - column }
      : undefined;
  }
  // A dash belongs to the key above, however far left it stands.
  const isTaken = below.column > column || (below.isDash && below.column === column && as === 'key');
  if (isTaken) return undefined;
  return !isFresh || there === undefined || (isSame && own === column) ? place : undefined;
}

interface LineBelow {
  readonly column: number;
  readonly isDash: boolean;
}

const nothingBelow: LineBelow = { column: 0, isDash: false };

/** The next line that is not empty. */
function lineBelow(text: string, from: number): LineBelow {
  for (let start = text.indexOf('\n', from) + 1; start > 0; start = text.indexOf('\n', start) + 1) {
    let at = start;
    while (text[at] === ' ' || text[at] === '\t') at++;
    if (at < text.length && !'#\r\n'.includes(text[at] ?? ''))
      return { column: at - start, isDash: /^-\s/.test(text.slice(at, at + 2)) };
  }
  return nothingBelow;
}

/** What follows, over line breaks: of a long text no more than its beginning. */
function firstBehind(text: string, at: number): string {
  let next = at;
  while (next < text.length && /\s/.test(text[next] ?? '')) next++;
  return text.slice(next, next + 1);
}
