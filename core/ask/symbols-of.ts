import { PlacedGroup, type PlacedSymbol, placedSymbol } from '#core/ask/placed-symbol.ts';
import { sectionSymbols } from '#core/ask/section-symbols.ts';
import { type RoleOf, rolesIn } from '#core/ask/symbol-roles.ts';
import type { PrismaDocument } from '#core/prisma/model.ts';
import { allDescriptions } from '#core/project/all-descriptions.ts';
import type { Workspace } from '#core/project/workspace.ts';
import type { TreeDocument } from '#core/tree/section.ts';
import { cost, Pace } from '#core/work/pace.ts';
import type { Steps } from '#core/work/steps.ts';

/** What symbols are looked for in. */
export type SymbolSource = Pick<Workspace, 'documents' | 'descriptions' | 'copies' | 'prismaCopies'>;

/**
 * The symbols of a file as a tree, in text order: the parts of a description, what references lead to in a fragment, the blocks of a
 * Prisma schema. None for any other file. A section that did not change has the symbols it had. In steps.
 */
export function* symbolsOf(uri: string, source: SymbolSource): Steps<readonly PlacedSymbol[]> {
  const document = source.documents.get(uri);
  if (document?.kind === 'prisma') return yield* schemaSymbols(document);
  if (document?.kind !== 'tree') return [];
  return yield* treeSymbols(document, rolesIn(uri, allDescriptions(source)));
}

/** The symbols of a Prisma file. */
function* schemaSymbols({ sections, starts }: PrismaDocument): Steps<readonly PlacedSymbol[]> {
  const symbols: PlacedSymbol[] = [];
  const pace = new Pace();
  for (const [index, section] of sections.entries()) {
    if (pace.isDue(cost.looked)) yield;
    for (const symbol of sectionSymbols(section)) symbols.push(placedSymbol(symbol, starts[index] ?? 0));
  }
  return symbols;
}

/** The symbols of a YAML or JSON file; sections without a role have none. */
function* treeSymbols({ sections, starts }: TreeDocument, roleOf: RoleOf): Steps<readonly PlacedSymbol[]> {
  const outermost: PlacedSymbol[] = [];
  /** The groups around the section, the outer ones first. */
  const around: { readonly group: PlacedGroup; readonly depth: number }[] = [];
  const pace = new Pace();
  for (const [index, section] of sections.entries()) {
    if (pace.isDue(cost.looked)) yield;
    const role = roleOf(section);
    if (role === undefined) continue;
    const depth = section.pointer.length;
    while ((around.at(-1)?.depth ?? -1) >= depth) around.pop();
    const siblings = around.at(-1)?.group.children ?? outermost;
    for (const symbol of sectionSymbols(section, role)) {
      const isHeader = section.isHeader && role.kind === 'root';
      const placed = isHeader ? new PlacedGroup(symbol, starts[index] ?? 0) : placedSymbol(symbol, starts[index] ?? 0);
      siblings.push(placed);
      if (placed instanceof PlacedGroup) around.push({ group: placed, depth });
    }
  }
  return outermost;
}
