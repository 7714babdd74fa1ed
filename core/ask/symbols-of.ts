import { navigationOf } from '#core/ask/navigations.ts';
import type { PlacedSymbol } from '#core/ask/placed-symbol.ts';
import { sectionSymbols } from '#core/ask/section-symbols.ts';
import type { SymbolSource } from '#core/ask/symbol-source.ts';
import type { Steps } from '#core/work/steps.ts';

/**
 * The symbols of a file as a tree, in text order: the parts of a description, what references lead to in a fragment, the blocks of a
 * Prisma schema. None for any other file. A section that did not change has the symbols it had. In steps.
 */
export function* symbolsOf(uri: string, source: SymbolSource): Steps<readonly PlacedSymbol[]> {
  const document = source.documents.get(uri);
  const navigation = document && navigationOf(document.kind);
  return document === undefined || navigation === undefined
    ? []
    : yield* navigation.symbolsOf(document, source, sectionSymbols);
}
