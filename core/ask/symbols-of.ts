import { PlacedGroup, type PlacedSymbol, placedSymbol } from '#core/ask/placed-symbol.ts';
import { sectionSymbols } from '#core/ask/section-symbols.ts';
import { type RoleOf, rolesIn } from '#core/ask/symbol-roles.ts';
import type { PrismaDocument } from '#core/prisma/model.ts';
import { allDescriptions } from '#core/project/all-descriptions.ts';
import type { Workspace } from '#core/project/workspace.ts';
import type { TreeDocument } from '#core/tree/section.ts';

/** What symbols are looked for in. */
export type SymbolSource = Pick<Workspace, 'documents' | 'descriptions' | 'copies' | 'prismaCopies'>;

/**
 * The symbols of a file as a tree, in text order: the parts of a description, what references lead to in a fragment, the blocks of a
 * Prisma schema. None for any other file. A section that did not change has the symbols it had.
 */
export function symbolsOf(uri: string, source: SymbolSource): readonly PlacedSymbol[] {
  const document = source.documents.get(uri);
  if (document?.kind === 'prisma') return schemaSymbols(document);
  if (document?.kind !== 'tree') return [];
  return treeSymbols(document, rolesIn(uri, allDescriptions(source)));
}

/** The symbols of a Prisma file. */
function schemaSymbols({ sections, starts }: PrismaDocument): readonly PlacedSymbol[] {
  return sections.flatMap((section, index) =>
    sectionSymbols(section).map((symbol) => placedSymbol(symbol, starts[index] ?? 0)),
  );
}

/** The symbols of a YAML or JSON file; sections without a role have none. */
function treeSymbols(
  { sections, starts }: Pick<TreeDocument, 'sections' | 'starts'>,
  roleOf: RoleOf,
): readonly PlacedSymbol[] {
  const outermost: PlacedSymbol[] = [];
  /** The groups around the section, the outer ones first. */
  const around: { readonly group: PlacedGroup; readonly depth: number }[] = [];
  for (let index = 0; index < sections.length; index++) {
    const section = sections[index];
    const role = section && roleOf(section);
    if (section === undefined || role === undefined) continue;
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
