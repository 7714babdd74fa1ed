import type { Workspace } from '#core/project/workspace.ts';
import type { Section, SourceDocument } from '#core/text/section.ts';

/** A section, and where it begins in its file. */
export interface SectionPlace {
  readonly section: Section;
  readonly start: number;
}

/** What was parsed of a file; undefined for one that is not known, or that nobody looks into. */
export function documentAt(workspace: Workspace, uri: string): SourceDocument | undefined {
  return workspace.prismaCopies.has(uri) ? undefined : workspace.documents.get(uri);
}

/** The section around an offset of a file; at a border the one that begins there. */
export function sectionAt(workspace: Workspace, uri: string, offset: number): SectionPlace | undefined {
  const document = documentAt(workspace, uri);
  if (document === undefined) return undefined;
  const place = sectionIndex(document, offset);
  const [section, start] = [document.sections[place], document.starts[place]];
  return section && start !== undefined ? { section, start } : undefined;
}

/** Which of the sections of a file is around an offset; -1 where there are none. */
export function sectionIndex({ starts }: { readonly starts: readonly number[] }, offset: number): number {
  let [low, high] = [0, starts.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((starts[middle] ?? 0) <= offset) low = middle + 1;
    else high = middle;
  }
  return low - 1;
}
