import type { SymbolsIn } from '#core/ask/navigation.ts';
import { type PlacedSymbol, placedSymbol } from '#core/ask/placed-symbol.ts';
import type { PrismaDocument } from '#core/prisma/model.ts';
import { cost, Pace } from '#core/work/pace.ts';
import type { Steps } from '#core/work/steps.ts';

/** The symbols of a Prisma file. */
export function* prismaFileSymbols(
  { sections, starts }: PrismaDocument,
  inSection: SymbolsIn,
): Steps<readonly PlacedSymbol[]> {
  const symbols: PlacedSymbol[] = [];
  const pace = new Pace();
  for (const [index, section] of sections.entries()) {
    if (pace.isDue(cost.looked)) yield;
    for (const symbol of inSection(section)) symbols.push(placedSymbol(symbol, starts[index] ?? 0));
  }
  return symbols;
}
