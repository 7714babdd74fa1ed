import { type FileSymbol, fileSymbol } from '#core/ask/file-symbol.ts';
import { fragmentSymbols } from '#core/ask/fragment-symbols.ts';
import { containedSymbol, containedSymbols, partSymbol } from '#core/ask/part-symbols.ts';
import { prismaSymbols } from '#core/ask/prisma-symbols.ts';
import { sectionEntry } from '#core/ask/written-entry.ts';
import { rootRole, type SectionRole } from '#core/openapi/description/section-role.ts';
import { containerAt } from '#core/openapi/read/read-part.ts';
import type { Section } from '#core/text/section.ts';
import type { TreeSection } from '#core/tree/section.ts';

/** The outermost symbols of a section; the very same ones as long as it is the same section, read in the same way. */
export function sectionSymbols(section: Section, role: SectionRole = rootRole): readonly FileSymbol[] {
  const known = symbols.get(section);
  if (known?.key === role.key) return known.symbols;
  const made = makeSymbols(section, role);
  symbols.set(section, { key: role.key, symbols: made });
  return made;
}

const symbols = new WeakMap<Section, { readonly key: string; readonly symbols: readonly FileSymbol[] }>();

function makeSymbols(section: Section, role: SectionRole): readonly FileSymbol[] {
  if (section.kind === 'prisma') return prismaSymbols(section);
  if (section.kind !== 'tree') return [];
  return role.kind === 'root' ? rootSymbols(section) : fragmentSymbols(section, role.targets);
}

function rootSymbols(section: TreeSection): readonly FileSymbol[] {
  const { pointer, key, isHeader } = section;
  if (isHeader && key !== undefined) {
    return [fileSymbol({ kind: 'group', name: key.value, nameSpan: key.span, span: key.span, detail: '' })];
  }
  const entry = sectionEntry(section);
  if (entry === undefined) return [];
  const around = containerAt(pointer.slice(0, -1));
  if (pointer.length === 0) return containedSymbols(section, pointer, entry, 'parts');
  return [
    around === undefined || around === 'parts'
      ? partSymbol(section, pointer, entry)
      : containedSymbol(section, pointer.slice(0, -1), entry, around),
  ];
}
