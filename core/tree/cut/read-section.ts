import { sectionMark } from '#core/text/section.ts';
import { shiftSpan } from '#core/text/span.ts';
import { duplicateKeyProblem } from '#core/tree/read/duplicate-keys.ts';
import { parseSectionText } from '#core/tree/read/parse-section.ts';
import type { TreeLanguage, TreeSection } from '#core/tree/section.ts';
import { type EntryTail, isSameTail, type SectionCut } from '#core/tree/section-cut.ts';
import type { TakenId } from '#core/tree/section-ids.ts';

/** All that makes a section: the file, the cut, the text, and the id handed out for it. */
export interface SectionParts {
  readonly uri: string;
  readonly language: TreeLanguage;
  readonly cut: SectionCut;
  readonly text: string;
  readonly tail: EntryTail | undefined;
  readonly taken: TakenId;
}

/** Reads the text of a section. Undefined when it does not hold what the cut took it for. */
export function readSection({ uri, language, cut, text, tail, taken }: SectionParts): TreeSection | undefined {
  const { tree, problems, isSound } = parseSectionText({ uri, language, role: cut.role, text, tail });
  if (!isSound) return undefined;
  const name = cut.pointer.at(-1);
  const key = name === undefined ? undefined : { value: name, span: shiftSpan(cut.key, -cut.start) };
  return {
    [sectionMark]: true,
    kind: 'tree',
    id: taken.id,
    uri,
    language,
    pointer: cut.pointer,
    text,
    key,
    tree,
    isHeader: isHeader(cut),
    problems: key !== undefined && taken.isDuplicate ? [duplicateKeyProblem(key, tree), ...problems] : problems,
    ...(tail === undefined ? {} : { tail }),
  };
}

/** True when reading the parts would give the section again, under whatever id. */
export function isReadFrom(section: TreeSection, { cut, text, tail, taken }: Omit<SectionParts, 'uri' | 'language'>) {
  const isSame = isSameButId(section, { text, isHeader: isHeader(cut), ...(tail === undefined ? {} : { tail }) });
  return isSame && isMarkedDuplicate(section) === taken.isDuplicate;
}

/** True for two sections at one pointer that say the same, but for their ids and for standing twice. */
export function isSameButId(a: TreeSection, b: Pick<TreeSection, 'text' | 'isHeader' | 'tail'>): boolean {
  return a.text === b.text && a.isHeader === b.isHeader && isSameTail(a.tail, b.tail);
}

/** The same section under the id it now has; the very same one where that did not change. */
export function withId(section: TreeSection, { id, isDuplicate }: TakenId): TreeSection {
  const { key, problems, tree } = section;
  const wasDuplicate = isMarkedDuplicate(section);
  if (section.id === id && wasDuplicate === isDuplicate) return section;
  const own = wasDuplicate ? problems.slice(1) : problems;
  return {
    ...section,
    id,
    problems: isDuplicate && key !== undefined ? [duplicateKeyProblem(key, tree), ...own] : own,
  };
}

/** True when the section's own key stands twice. */
export function isMarkedDuplicate({ key, problems }: TreeSection): boolean {
  const first = problems[0];
  return first !== undefined && first.code === 'duplicate-key' && first.span.start === key?.span.start;
}

function isHeader({ role }: SectionCut): boolean {
  return role === 'header' || role === 'preamble';
}
