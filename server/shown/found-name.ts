import type { Range } from 'vscode-languageserver';
import type { SymbolKind } from '#core/ask/file-symbol.ts';
import { findSymbols } from '#core/ask/find-symbols.ts';
import type { Review } from '#core/review.ts';
import type { Steps } from '#core/work/steps.ts';
import type { Lines } from '#server/texts/line-indexes.ts';

/** A symbol that was looked for by name. Plain data: it travels between threads. */
export interface FoundName {
  readonly uri: string;
  readonly range: Range;
  readonly kind: SymbolKind;
  readonly name: string;
  /** Empty where it stands in nothing that has a name. */
  readonly container: string;
  readonly isDeprecated: boolean;
  /** Lower ones fit better. */
  readonly rank: number;
}

/** More than these nobody reads: the next letter leaves fewer. */
export const mostFound = 200;

/** The symbols of a review whose names fit, the best first. `isTold` says of a file's uri whether it is told of here. In steps. */
export function* foundNames(
  query: string,
  review: Review,
  lines: Lines,
  isTold: (uri: string) => boolean,
): Steps<readonly FoundName[]> {
  const found = yield* findSymbols(query, review.workspace, mostFound, isTold);
  return found.map(({ uri, symbol, span, name, container, rank }) => {
    const { kind, isDeprecated } = symbol;
    return { uri, range: lines.rangeOf(review, uri, span), kind, name, container, isDeprecated, rank };
  });
}
