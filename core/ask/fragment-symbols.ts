import type { FileSymbol } from '#core/ask/file-symbol.ts';
import { operationSymbol, pathItemSymbol } from '#core/ask/operation-symbols.ts';
import { componentSymbol, containedSymbols, groupSymbol, partSymbol, plainSymbol } from '#core/ask/part-symbols.ts';
import { type WrittenEntry, wholeEntry, writtenEntries, writtenItems } from '#core/ask/written-entry.ts';
import { type FragmentTarget, stepsWithin } from '#core/openapi/description/section-role.ts';
import { isTargetKind } from '#core/openapi/read/read-node.ts';
import { containerAt } from '#core/openapi/read/read-part.ts';
import { fileStem } from '#core/openapi/reference/target-name.ts';
import type { TreeSection } from '#core/tree/section.ts';

/** The symbols of a section that references lead into: what they lead to, and what stands beside it. */
export function fragmentSymbols(section: TreeSection, targets: readonly FragmentTarget[]): readonly FileSymbol[] {
  const { tree } = section;
  if (tree === undefined) return [];
  const whole = targets.find((target) => stepsWithin(section, target).length === 0);
  const entry = wholeEntry(tree, whole?.naming.name ?? section.pointer.at(-1) ?? fileStem(section.uri));
  if (whole === undefined) return symbolsWithin(section, entry, section.pointer.length, targets);
  const container = whole.naming.part && containerAt(whole.naming.part);
  if (container === undefined) return [targetSymbol(section, entry, whole)];
  return containedSymbols(section, whole.naming.part ?? [], entry, container);
}

/** `depth`: how many steps lead from the root of the file to the entry. */
function symbolsWithin(
  section: TreeSection,
  { node }: WrittenEntry,
  depth: number,
  targets: readonly FragmentTarget[],
): readonly FileSymbol[] {
  const isList = node?.kind === 'list';
  const entries = isList ? writtenItems(node, ['name', '$ref']) : writtenEntries(node);
  return entries.flatMap((entry, index) => {
    const step = isList ? String(index) : entry.name;
    const within = targets.filter(({ pointer }) => pointer[depth] === step);
    const own = within.find(({ pointer }) => pointer.length === depth + 1);
    if (own !== undefined) return targetSymbol(section, entry, own);
    if (within.length > 0) return groupSymbol(entry, () => symbolsWithin(section, entry, depth + 1, within));
    return isList ? [] : plainSymbol(entry);
  });
}

function targetSymbol(section: TreeSection, entry: WrittenEntry, { to, naming }: FragmentTarget): FileSymbol {
  const path = naming.name ?? entry.name;
  if (naming.part !== undefined) return partSymbol(section, naming.part, entry);
  if (to === 'openapi.operation') return operationSymbol(section, entry, path, methodOf(naming.method, entry));
  if (to === 'openapi.path-item') {
    return pathItemSymbol(section, entry, naming.origin === 'webhook' ? 'webhook' : 'path', path);
  }
  return isTargetKind(to) ? componentSymbol(section, entry, to) : plainSymbol(entry);
}

function methodOf(method: string | undefined, { name }: WrittenEntry): string {
  return method === undefined || method === 'other' ? name : method;
}
