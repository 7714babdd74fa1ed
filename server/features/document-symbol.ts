import {
  type DocumentSymbol,
  type DocumentSymbolParams,
  type Range,
  type SymbolInformation,
  SymbolTag,
} from 'vscode-languageserver';
import { isAskedAhead } from '#core/ask/ask-ahead.ts';
import { levelsWithin, type PlacedSymbol } from '#core/ask/placed-symbol.ts';
import { symbolsOf } from '#core/ask/symbols-of.ts';
import type { Workspace } from '#core/project/workspace.ts';
import type { Review } from '#core/review.ts';
import type { Span } from '#core/text/span.ts';
import { cost, Pace } from '#core/work/pace.ts';
import type { Steps } from '#core/work/steps.ts';
import { canonicalUri } from '#files/uri.ts';
import type { Client, Reviews, Slices, Texts } from '#server/inputs.ts';
import { navigatesIn } from '#server/navigates.ts';
import { shownText } from '#server/shown/shown-text.ts';
import { symbolKinds } from '#server/shown/symbol-kinds.ts';
import type { TextLines } from '#server/texts/line-indexes.ts';

/** Of a file with more, only so many levels are told that there are no more. */
const mostSymbols = 10_000;

type OutlineInput = Pick<Reviews, 'shown'> &
  Pick<Texts, 'lines'> &
  Slices &
  Client<'deferredNavigation' | 'nestsSymbols' | 'tagsSymbols'>;

/** The parts of a description, or the blocks of a schema, as a tree; as a list for clients that show no tree. `null`: there is nothing to tell. */
export async function documentSymbols(
  session: OutlineInput,
  { textDocument }: DocumentSymbolParams,
): Promise<DocumentSymbol[] | SymbolInformation[] | null> {
  const uri = canonicalUri(textDocument.uri);
  const review = await session.shown(uri);
  if (review === undefined || !navigatesIn(review, uri, 'documentSymbol', session.abilities)) return null;
  const view = viewOf(session, review, textDocument.uri, uri);
  if (session.abilities.nestsSymbols) {
    const symbols = madeAhead.get(review)?.get(uri) ?? (await session.finish(symbolTree(uri, review, view)));
    return symbols.length === 0 ? null : symbols;
  }
  const { symbols, levels } = await session.finish(outlineOf(uri, review.workspace));
  if (symbols.length === 0) return null;
  const list: SymbolInformation[] = [];
  await session.finish(addSymbols({ symbols, levels, container: undefined }, view, list));
  return list;
}

/**
 * Makes the trees of open files while nobody asks: the first one is made by code that never ran before, and takes three times as long as
 * the next. In steps.
 */
export function* outlinesAhead(session: OutlineInput, review: Review, uris: readonly string[]): Steps<void> {
  if (!session.abilities.nestsSymbols) return;
  const made = new Map<string, DocumentSymbol[]>();
  madeAhead.set(review, made);
  for (const uri of uris) {
    const isWanted =
      isAskedAhead(uri, review.workspace) && navigatesIn(review, uri, 'documentSymbol', session.abilities);
    if (isWanted) made.set(uri, yield* symbolTree(uri, review, viewOf(session, review, uri, uri)));
  }
}

/** What was made before somebody asked, by the review it is of and the file. */
const madeAhead = new WeakMap<Review, Map<string, DocumentSymbol[]>>();

function viewOf(session: OutlineInput, review: Review, clientUri: string, uri: string): SymbolView {
  const hasTags = session.abilities.tagsSymbols;
  return { uri: clientUri, lines: session.lines.of(review, uri), hasTags, pace: new Pace() };
}

function* symbolTree(uri: string, { workspace }: Review, view: SymbolView): Steps<DocumentSymbol[]> {
  const { symbols, levels } = yield* outlineOf(uri, workspace);
  return yield* nestedSymbols(symbols, levels, view);
}

interface Outline {
  readonly symbols: readonly PlacedSymbol[];
  /** So many levels of the tree are told. */
  readonly levels: number;
}

function* outlineOf(uri: string, workspace: Workspace): Steps<Outline> {
  const symbols = (yield* symbolsOf(uri, workspace)).slice(0, mostSymbols);
  return { symbols, levels: yield* levelsWithin(symbols, mostSymbols) };
}

/** What showing symbols of a file needs. */
interface SymbolView {
  /** As the client spells it. */
  readonly uri: string;
  readonly lines: TextLines;
  readonly hasTags: boolean;
  readonly pace: Pace;
}

function* nestedSymbols(symbols: readonly PlacedSymbol[], levels: number, view: SymbolView): Steps<DocumentSymbol[]> {
  const nested: DocumentSymbol[] = [];
  for (const placed of symbols) {
    if (view.pace.isDue(cost.looked)) yield;
    const inner = levels > 1 ? placed.children : [];
    const children = inner.length === 0 ? undefined : yield* nestedSymbols(inner, levels - 1, view);
    nested.push(nestedSymbol(placed, children, view));
  }
  return nested;
}

/** There may be thousands: what is not there is not written, and nothing is copied. */
function nestedSymbol(
  { symbol, span, nameSpan }: PlacedSymbol,
  children: DocumentSymbol[] | undefined,
  { lines, hasTags }: SymbolView,
): DocumentSymbol {
  const { name, kind, detail, isDeprecated } = symbol;
  const range = rangeIn(lines, span);
  const start = nameSpan.start === span.start ? range.start : lines.positionAt(nameSpan.start);
  const selectionRange = { start, end: lines.positionAt(nameSpan.end) };
  const shown: DocumentSymbol = { name: shownText(name), kind: symbolKinds[kind], range, selectionRange };
  if (detail !== '') shown.detail = shownText(detail);
  if (isDeprecated && hasTags) shown.tags = [SymbolTag.Deprecated];
  if (children !== undefined) shown.children = children;
  return shown;
}

interface Listed extends Outline {
  /** What they stand in. */
  readonly container: string | undefined;
}

function* addSymbols({ symbols, levels, container }: Listed, view: SymbolView, list: SymbolInformation[]): Steps<void> {
  for (const placed of symbols) {
    if (view.pace.isDue(cost.looked)) yield;
    const { name, kind, isDeprecated } = placed.symbol;
    const location = { uri: view.uri, range: rangeIn(view.lines, placed.span) };
    const listed: SymbolInformation = { name: shownText(name), kind: symbolKinds[kind], location };
    if (isDeprecated && view.hasTags) listed.tags = [SymbolTag.Deprecated];
    if (container !== undefined) listed.containerName = container;
    list.push(listed);
    const inner = levels > 1 ? placed.children : [];
    if (inner.length > 0) yield* addSymbols({ symbols: inner, levels: levels - 1, container: listed.name }, view, list);
  }
}

function rangeIn(lines: TextLines, { start, end }: Span): Range {
  return { start: lines.positionAt(start), end: lines.positionAt(end) };
}
