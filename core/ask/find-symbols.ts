import type { FileSymbol } from '#core/ask/file-symbol.ts';
import { comparable, type MatchRank, matchRank, matchRanks } from '#core/ask/name-match.ts';
import { type SoughtSymbol, soughtSymbols } from '#core/ask/sought-symbols.ts';
import { mergedRoles } from '#core/ask/symbol-roles.ts';
import type { SymbolSource } from '#core/ask/symbol-source.ts';
import { rootRole, type SectionRole } from '#core/openapi/description/section-role.ts';
import { documentsOfKind } from '#core/project/document-of-kind.ts';
import type { Section } from '#core/text/section.ts';
import { type Span, shiftSpan } from '#core/text/span.ts';
import { cost, Pace } from '#core/work/pace.ts';
import type { Steps } from '#core/work/steps.ts';

/** A symbol that fits what is looked for. */
export interface FoundSymbol {
  readonly uri: string;
  readonly symbol: FileSymbol;
  /** The name that fits: the symbol's own, or its other one. */
  readonly name: string;
  /** What it belongs to; empty where that is not said. */
  readonly container: string;
  /** Counted from the start of the file. */
  readonly span: Span;
  readonly rank: MatchRank;
}

/**
 * The symbols of a workspace whose names fit, the best first, then in the order of files and text, and no more than `most`. Copies are
 * left out: each would come twice. In steps.
 */
export function* findSymbols(
  query: string,
  source: SymbolSource,
  most: number,
  isOwn: (uri: string) => boolean,
): Steps<readonly FoundSymbol[]> {
  const wanted = comparable(query);
  const ranks: FoundSymbol[][] = Array.from({ length: matchRanks }, () => []);
  const pace = new Pace();
  for (const { section, role, start } of soughtSections(source, isOwn)) {
    if (pace.isDue(cost.looked)) yield;
    for (const sought of soughtSymbols(section, role)) {
      const found = matched(sought, wanted);
      const alike = found && ranks[found.rank];
      if (found === undefined || alike === undefined || alike.length >= most) continue;
      alike.push({ uri: section.uri, ...found, span: shiftSpan(sought.symbol.nameSpan, start) });
    }
  }
  return ranks.flat().slice(0, most);
}

function matched(
  { symbol, container, names: [own, other] }: SoughtSymbol,
  wanted: string,
): Omit<FoundSymbol, 'uri' | 'span'> | undefined {
  const rank = matchRank(wanted, own);
  const otherRank = other === undefined ? undefined : matchRank(wanted, other);
  if (otherRank !== undefined && (rank === undefined || otherRank < rank)) {
    return { symbol, name: symbol.alias ?? '', container: symbol.name, rank: otherRank };
  }
  return rank === undefined ? undefined : { symbol, name: symbol.name, container: symbol.alias ?? container, rank };
}

interface SoughtSection {
  readonly section: Section;
  readonly role: SectionRole;
  /** Its offset in its file. */
  readonly start: number;
}

function* soughtSections(source: SymbolSource, isOwn: (uri: string) => boolean): Iterable<SoughtSection> {
  const roots = new Set(source.descriptions.map(({ context }) => context.rootUri));
  const roles = mergedRoles(source.descriptions);
  for (const { uri, sections, starts } of documentsOfKind(source, 'tree')) {
    if (!isOwn(uri)) continue;
    const isRoot = roots.has(uri);
    for (const [index, section] of sections.entries()) {
      const role = isRoot ? rootRole : roles.get(section);
      if (role !== undefined && !section.isHeader) yield { section, role, start: starts[index] ?? 0 };
    }
  }
  for (const { uri, sections, starts } of documentsOfKind(source, 'prisma')) {
    if (!isOwn(uri) || source.prismaCopies.has(uri)) continue;
    for (const [index, section] of sections.entries()) yield { section, role: rootRole, start: starts[index] ?? 0 };
  }
}
