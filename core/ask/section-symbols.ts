import type { FileSymbol } from '#core/ask/file-symbol.ts';
import { navigationOf } from '#core/ask/navigations.ts';
import { rootRole, type SectionRole } from '#core/openapi/description/section-role.ts';
import type { Section } from '#core/text/section.ts';

/** The outermost symbols of a section; the very same ones as long as it is the same section, read in the same way. */
export function sectionSymbols(section: Section, role: SectionRole = rootRole): readonly FileSymbol[] {
  const known = symbols.get(section);
  if (known?.key === role.key) return known.symbols;
  const made = navigationOf(section.kind)?.sectionSymbols(section, role) ?? [];
  symbols.set(section, { key: role.key, symbols: made });
  return made;
}

const symbols = new WeakMap<Section, { readonly key: string; readonly symbols: readonly FileSymbol[] }>();
