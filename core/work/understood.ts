import type { DocumentBase, SectionBase, SyntaxProblem } from '#core/text/section.ts';

/** Thrown where an answer depends on text that is not understood: whoever asks has nothing to say then. */
export class NotUnderstood extends Error {}

/** The answer to a question; undefined where it depends on text that is not understood. */
export function ifUnderstood<T>(ask: () => T): T | undefined {
  try {
    return ask();
  } catch (error) {
    if (error instanceof NotUnderstood) return undefined;
    throw error;
  }
}

/** False for a section that may say anything: what was read of it may be wrong, and what was not read may be there. */
export function isUnderstood({ problems }: Pick<SectionBase, 'problems'>): boolean {
  return problems.every(({ isHarmless }) => isHarmless === true);
}

/** False where what is missing in a file may stand in text that is not understood, or is not read. */
export function isAllUnderstood(document: DocumentBase): boolean {
  const known = understoodDocuments.get(document);
  if (known !== undefined) return known;
  const isUnderstoodWhole = document.sections.every(
    (section) => isUnderstood(section) && !section.problems.some(isLaterDocument),
  );
  understoodDocuments.set(document, isUnderstoodWhole);
  return isUnderstoodWhole;
}

const understoodDocuments = new WeakMap<DocumentBase, boolean>();

function isLaterDocument({ code }: SyntaxProblem): boolean {
  return code === 'several-documents';
}

/** The code of what a version control system wrote around two versions of some lines. */
export const mergeConflict = 'merge-conflict';

/** True for a file with a conflict of two versions in it: it says both, and means one. */
export function isInConflict(document: DocumentBase): boolean {
  if (isAllUnderstood(document)) return false;
  return document.sections.some(({ problems }) => problems.some(({ code }) => code === mergeConflict));
}
