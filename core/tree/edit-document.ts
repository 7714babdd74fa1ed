import { groupEdits } from '#core/text/edit-groups.ts';
import { type Edit, shiftSpan } from '#core/text/span.ts';
import { startsOf } from '#core/text/starts-of.ts';
import { recutJson } from '#core/tree/cut-json.ts';
import { recutYaml } from '#core/tree/cut-yaml.ts';
import { parseSectionText } from '#core/tree/parse-section.ts';
import type { TreeDocument, TreeLanguage, TreeSection } from '#core/tree/section.ts';
import { isContainer, type SectionCut } from '#core/tree/section-cut.ts';
import { treeDocument } from '#core/tree/tree-document.ts';
import { hasKeepIndicator } from '#core/tree/yaml-keys.ts';

/**
 * The document after edits of its text (sorted, without overlaps), when they stay within entries and no entry begins or
 * ends anew: then only the sections they touch are cut and read again. Undefined when the whole file must be cut.
 * Law: what is returned equals `cutDocument` of the edited text.
 */
export function editDocument(document: TreeDocument, edits: readonly Edit[]): TreeDocument | undefined {
  const { uri, language, sections, starts } = document;
  if (sections.length < 2) return undefined;
  const groups = groupEdits(edits, starts, (piece) => sections[piece]?.text ?? '');
  if (groups === undefined) return undefined;
  // Only a JSON file that is broken is cut by its lines; whether it still is, the whole text tells.
  if (language === 'json' && sections.some(hasSyntaxProblem)) return undefined;
  if (sections.some(lacksAnchor) && groups.some(({ text }) => text.includes('&'))) return undefined;
  const keepsBlankLines = language === 'yaml' && sections.some(keepsBlanks);
  const edited = [...sections];
  for (const { first, last, text } of groups) {
    const old = sections.slice(first, last + 1);
    const own = recutSections(old, text, { uri, language, keepsBlankLines });
    if (own === undefined) return undefined;
    for (const [index, section] of own.entries()) edited[first + index] = section;
  }
  return treeDocument({ uri, language }, edited, startsOf(edited));
}

function hasSyntaxProblem({ problems }: TreeSection): boolean {
  return problems.length > 0 && problems.some(({ code }) => code === 'syntax');
}

interface RecutFile {
  readonly uri: string;
  readonly language: TreeLanguage;
  readonly keepsBlankLines: boolean;
}

/** The same entries with another text; undefined when they are no longer the same entries, or cannot be told apart alone. */
function recutSections(
  old: readonly TreeSection[],
  text: string,
  { uri, language, keepsBlankLines }: RecutFile,
): readonly TreeSection[] | undefined {
  const parent = old[0]?.pointer.slice(0, -1);
  if (parent === undefined || old.some((section) => !isPlainEntry(section, parent))) return undefined;
  if (language === 'yaml' && hasKeepIndicator(text) !== old.some(keepsBlanks)) return undefined;
  const texts = old.map((section) => section.text);
  const cuts =
    language === 'json' ? recutJson(text, texts, parent) : recutYaml(text, parent, indentOf(old), keepsBlankLines);
  if (cuts === undefined || !isSameEntries(cuts, old)) return undefined;
  const sections = cuts.map((cut, index) => {
    const before = old[index];
    const own = text.slice(cut.start, cuts[index + 1]?.start ?? text.length);
    return before === undefined || before.text === own ? before : reread(before, cut, own, uri, language);
  });
  return sections.every((section) => section !== undefined) ? sections : undefined;
}

/** An entry whose key stands once; headers, and containers that could become headers, change how the file is cut. */
function isPlainEntry({ isHeader, pointer, id, problems }: TreeSection, parent: readonly string[]): boolean {
  if (isHeader || pointer.length !== parent.length + 1 || isContainer(pointer)) return false;
  if (pointer.some((step, index) => index < parent.length && step !== parent[index])) return false;
  return (
    !/~\d+$/.test(id.replace(/~[01]/g, '')) &&
    !problems.some(({ code }) => code === 'duplicate-key' || code === 'unknown-alias')
  );
}

function isSameEntries(cuts: readonly SectionCut[], old: readonly TreeSection[]): boolean {
  return (
    cuts.length === old.length && cuts.every(({ pointer }, index) => pointer.at(-1) === old[index]?.pointer.at(-1))
  );
}

function reread(
  before: TreeSection,
  cut: SectionCut,
  slice: string,
  uri: string,
  language: TreeLanguage,
): TreeSection | undefined {
  // A string of its own: a slice would keep earlier versions of the text in memory.
  const text = ` ${slice}`.slice(1);
  const { id, pointer, tail } = before;
  const { tree, problems, isSound } = parseSectionText({ uri, language, role: 'entry', text, tail });
  if (!isSound || problems.some(({ code }) => code === 'unknown-alias')) return undefined;
  const key = { value: cut.pointer.at(-1) ?? '', span: shiftSpan(cut.key, -cut.start) };
  const section = { kind: 'tree', id, uri, language, pointer, text, key, tree, isHeader: false, problems } as const;
  return tail === undefined ? section : { ...section, tail };
}

/** The column of the entries' keys. */
function indentOf([first]: readonly TreeSection[]): number {
  const start = first?.key?.span.start ?? 0;
  return start - ((first?.text.lastIndexOf('\n', start - 1) ?? -1) + 1);
}

/** An anchor that comes elsewhere in the file would keep the section from standing on its own. */
function lacksAnchor({ problems }: TreeSection): boolean {
  return problems.some(({ code }) => code === 'unknown-alias');
}

const keepIndicators = new WeakMap<TreeSection, boolean>();

function keepsBlanks(section: TreeSection): boolean {
  const known = keepIndicators.get(section);
  if (known !== undefined) return known;
  const keeps = hasKeepIndicator(section.text);
  keepIndicators.set(section, keeps);
  return keeps;
}
