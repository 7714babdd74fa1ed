import { type FileSymbol, fileSymbol } from '#core/ask/file-symbol.ts';
import { fragmentSymbols } from '#core/ask/fragment-symbols.ts';
import { containedSymbol, containedSymbols, partSymbol } from '#core/ask/part-symbols.ts';
import { sectionEntry } from '#core/ask/written-entry.ts';
import type { SectionRole } from '#core/openapi/description/section-role.ts';
import { containerAt } from '#core/openapi/read/read-part.ts';
import type { TreeSection } from '#core/tree/section.ts';

/** The outermost symbols of a section of a YAML or JSON file. */
export function openApiSymbols(section: TreeSection, role: SectionRole): readonly FileSymbol[] {
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
