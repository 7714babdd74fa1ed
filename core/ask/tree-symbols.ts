import type { SymbolsIn } from '#core/ask/navigation.ts';
import { PlacedGroup, type PlacedSymbol, placedSymbol } from '#core/ask/placed-symbol.ts';
import type { RoleOf } from '#core/ask/symbol-roles.ts';
import type { TreeDocument } from '#core/tree/section.ts';
import { cost, Pace } from '#core/work/pace.ts';
import type { Steps } from '#core/work/steps.ts';

/** The symbols of a YAML or JSON file; sections without a role have none. */
export function* treeSymbols(
  { sections, starts }: TreeDocument,
  roleOf: RoleOf,
  inSection: SymbolsIn,
): Steps<readonly PlacedSymbol[]> {
  const outermost: PlacedSymbol[] = [];
  /** The groups around the section, the outer ones first. */
  const around: { readonly group: PlacedGroup; readonly depth: number }[] = [];
  const pace = new Pace();
  let index = -1;
  for (const section of sections) {
    index++;
    if (pace.isDue(cost.looked)) yield;
    const role = roleOf(section);
    if (role === undefined) continue;
    const depth = section.pointer.length;
    while ((around.at(-1)?.depth ?? -1) >= depth) around.pop();
    const siblings = around.at(-1)?.group.children ?? outermost;
    for (const symbol of inSection(section, role)) {
      const isHeader = section.isHeader && role.kind === 'root';
      const placed = isHeader ? new PlacedGroup(symbol, starts[index] ?? 0) : placedSymbol(symbol, starts[index] ?? 0);
      siblings.push(placed);
      if (placed instanceof PlacedGroup) around.push({ group: placed, depth });
    }
  }
  return outermost;
}
