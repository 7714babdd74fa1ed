import {
  type DocumentSymbol,
  type DocumentSymbolParams,
  type Range,
  type SymbolInformation,
  SymbolTag,
} from 'vscode-languageserver';
import { levelsWithin, type PlacedSymbol } from '#core/ask/placed-symbol.ts';
import { symbolsOf } from '#core/ask/symbols-of.ts';
import type { Workspace } from '#core/project/workspace.ts';
import type { Span } from '#core/text/span.ts';
import { cost, Pace } from '#core/work/pace.ts';
import type { Steps } from '#core/work/steps.ts';
import { canonicalUri } from '#files/uri.ts';
import type { Client, Reviews, Slices, Texts } from '#server/inputs.ts';
import { navigatesIn } from '#server/navigates.ts';
import { shownText } from '#server/shown/shown-text.ts';
import { symbolKinds } from '#server/shown/symbol-kinds.ts';

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
  const { symbols, levels } = await session.finish(outlineOf(uri, review.workspace));
  if (symbols.length === 0) return null;
  const { nestsSymbols, tagsSymbols } = session.abilities;
  const rangeOf = (span: Span) => session.lines.rangeOf(review, uri, span);
  const view: SymbolView = { uri: textDocument.uri, rangeOf, hasTags: tagsSymbols, pace: new Pace() };
  if (nestsSymbols) return session.finish(nestedSymbols(symbols, levels, view));
  const list: SymbolInformation[] = [];
  await session.finish(addSymbols({ symbols, levels, container: undefined }, view, list));
  return list;
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
  readonly rangeOf: (span: Span) => Range;
  readonly hasTags: boolean;
  readonly pace: Pace;
}

function* nestedSymbols(symbols: readonly PlacedSymbol[], levels: number, view: SymbolView): Steps<DocumentSymbol[]> {
  const nested: DocumentSymbol[] = [];
  for (const placed of symbols) {
    if (view.pace.isDue(cost.looked)) yield;
    const inner = levels > 1 ? placed.children : [];
    const children = inner.length === 0 ? undefined : yield* nestedSymbols(inner, levels - 1, view);
    const { symbol, span, nameSpan } = placed;
    nested.push({
      ...shownSymbol(placed, view),
      ...(symbol.detail === '' ? {} : { detail: shownText(symbol.detail) }),
      range: view.rangeOf(span),
      selectionRange: view.rangeOf(nameSpan),
      ...(children === undefined ? {} : { children }),
    });
  }
  return nested;
}

interface Listed extends Outline {
  /** What they stand in. */
  readonly container: string | undefined;
}

function* addSymbols({ symbols, levels, container }: Listed, view: SymbolView, list: SymbolInformation[]): Steps<void> {
  for (const placed of symbols) {
    if (view.pace.isDue(cost.looked)) yield;
    const own = shownSymbol(placed, view);
    const location = { uri: view.uri, range: view.rangeOf(placed.span) };
    list.push({ ...own, location, ...(container === undefined ? {} : { containerName: container }) });
    const inner = levels > 1 ? placed.children : [];
    if (inner.length > 0) yield* addSymbols({ symbols: inner, levels: levels - 1, container: own.name }, view, list);
  }
}

function shownSymbol({ symbol }: PlacedSymbol, { hasTags }: SymbolView) {
  const { kind, name, isDeprecated } = symbol;
  return {
    name: shownText(name),
    kind: symbolKinds[kind],
    ...(isDeprecated && hasTags ? { tags: [SymbolTag.Deprecated] } : {}),
  };
}
