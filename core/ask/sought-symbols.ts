import type { FileSymbol } from '#core/ask/file-symbol.ts';
import { comparable } from '#core/ask/name-match.ts';
import { sectionSymbols } from '#core/ask/section-symbols.ts';
import type { SectionRole } from '#core/openapi/description/section-role.ts';
import type { Section } from '#core/text/section.ts';

/** A symbol that is looked for by its name in a whole workspace. */
export interface SoughtSymbol {
  readonly symbol: FileSymbol;
  /** The name of what it stands in; empty where that has none. */
  readonly container: string;
  /** Its name and its other one, in the form names are compared in. */
  readonly names: readonly [string, string | undefined];
}

/** The symbols of a section that are looked for; the very same ones as long as its symbols are. */
export function soughtSymbols(section: Section, role: SectionRole): readonly SoughtSymbol[] {
  const symbols = sectionSymbols(section, role);
  const known = soughtIn.get(symbols);
  if (known !== undefined) return known;
  const sought: SoughtSymbol[] = [];
  const container = section.kind === 'tree' ? (section.pointer.at(-2) ?? '') : '';
  for (const symbol of symbols) addSought(symbol, container, sought);
  soughtIn.set(symbols, sought);
  return sought;
}

const soughtIn = new WeakMap<readonly FileSymbol[], readonly SoughtSymbol[]>();

/** What holds symbols that are looked for. */
const holders: ReadonlySet<FileSymbol['kind']> = new Set(['group', 'path', 'webhook', 'model', 'view', 'type']);

function addSought(symbol: FileSymbol, container: string, sought: SoughtSymbol[]): void {
  const { name, alias, kind, isSought } = symbol;
  if (isSought) sought.push({ symbol, container, names: [comparable(name), alias && comparable(alias)] });
  if (holders.has(kind)) for (const child of symbol.children) addSought(child, name, sought);
}
