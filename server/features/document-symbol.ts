import {
  type DocumentSymbol,
  type DocumentSymbolParams,
  type Range,
  type SymbolInformation,
  SymbolTag,
} from 'vscode-languageserver';
import { levelsWithin, type PlacedSymbol } from '#core/ask/placed-symbol.ts';
import { symbolsOf } from '#core/ask/symbols-of.ts';
import type { Span } from '#core/text/span.ts';
import { canonicalUri } from '#files/uri.ts';
import { navigatesAt } from '#server/navigation-at.ts';
import type { Session } from '#server/session.ts';
import { shownText } from '#server/shown/shown-text.ts';
import { symbolKinds } from '#server/shown/symbol-kinds.ts';

/** Of a file with more, only so many levels are told that there are no more. */
const mostSymbols = 10_000;

/** The parts of a description, or the blocks of a schema, as a tree; as a list for clients that show no tree. `null`: there is nothing to tell. */
export async function documentSymbols(
  session: Session,
  { textDocument }: DocumentSymbolParams,
): Promise<DocumentSymbol[] | SymbolInformation[] | null> {
  const uri = canonicalUri(textDocument.uri);
  if (!navigatesAt(session, 'documentSymbol', uri)) return null;
  const review = await session.shown(uri);
  const symbols = review === undefined ? [] : symbolsOf(uri, review.workspace).slice(0, mostSymbols);
  if (review === undefined || symbols.length === 0) return null;
  const { nestsSymbols, tagsSymbols } = session.abilities;
  const view: SymbolView = { rangeOf: (span) => session.lines.rangeOf(review, uri, span), hasTags: tagsSymbols };
  const levels = levelsWithin(symbols, mostSymbols);
  if (nestsSymbols) return symbols.map((symbol) => nestedSymbol(symbol, levels, view));
  return symbols.flatMap((symbol) => [...flatSymbols(symbol, levels, view, textDocument.uri, undefined)]);
}

/** What showing symbols of a file needs. */
interface SymbolView {
  readonly rangeOf: (span: Span) => Range;
  readonly hasTags: boolean;
}

function nestedSymbol(placed: PlacedSymbol, levels: number, view: SymbolView): DocumentSymbol {
  const { symbol, span, nameSpan } = placed;
  const children = levels > 1 ? placed.children : [];
  return {
    ...shownSymbol(placed, view),
    ...(symbol.detail === '' ? {} : { detail: shownText(symbol.detail) }),
    range: view.rangeOf(span),
    selectionRange: view.rangeOf(nameSpan),
    ...(children.length === 0 ? {} : { children: children.map((child) => nestedSymbol(child, levels - 1, view)) }),
  };
}

function* flatSymbols(
  placed: PlacedSymbol,
  levels: number,
  view: SymbolView,
  uri: string,
  containerName: string | undefined,
): Iterable<SymbolInformation> {
  const own = shownSymbol(placed, view);
  const location = { uri, range: view.rangeOf(placed.span) };
  yield { ...own, location, ...(containerName === undefined ? {} : { containerName }) };
  if (levels === 1) return;
  for (const child of placed.children) yield* flatSymbols(child, levels - 1, view, uri, own.name);
}

function shownSymbol({ symbol }: PlacedSymbol, { hasTags }: SymbolView) {
  const { kind, name, isDeprecated } = symbol;
  return {
    name: shownText(name),
    kind: symbolKinds[kind],
    ...(isDeprecated && hasTags ? { tags: [SymbolTag.Deprecated] } : {}),
  };
}
