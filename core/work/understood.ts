import type { PrismaDocument, PrismaSection } from '#core/prisma/model.ts';
import type { SyntaxProblem, TreeDocument, TreeSection } from '#core/tree/section.ts';

type AnySection = TreeSection | PrismaSection;
type AnyDocument = TreeDocument | PrismaDocument;

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

/** The code of a line that stands behind a block in Prisma and looks like a part of one. */
export const strayMember = 'stray-member';

/** Codes of problems in spite of which all of a section is read as its author meant it. */
const harmless: ReadonlySet<string> = new Set([
  'duplicate-key',
  'trailing-comma',
  'comment-in-json',
  'several-documents',
  'several-lines',
  'block-comment',
  'invalid-escape',
  'invalid-name',
  'legacy-colon',
  'legacy-list',
  'legacy-required',
  'optional-list',
  'stray-brace',
  'stray-line',
  strayMember,
  'type-alias',
  'unknown-block',
]);

/** False for a section that may say anything: what was read of it may be wrong, and what was not read may be there. */
export function isUnderstood({ problems }: Pick<AnySection, 'problems'>): boolean {
  return problems.every(({ code }) => harmless.has(code));
}

/** False where what is missing in a file may stand in text that is not understood, or is not read. */
export function isAllUnderstood(document: AnyDocument): boolean {
  const known = understoodDocuments.get(document);
  if (known !== undefined) return known;
  const all: readonly AnySection[] = document.sections;
  const isUnderstoodWhole = all.every((section) => isUnderstood(section) && !section.problems.some(isLaterDocument));
  understoodDocuments.set(document, isUnderstoodWhole);
  return isUnderstoodWhole;
}

const understoodDocuments = new WeakMap<AnyDocument, boolean>();

function isLaterDocument({ code }: SyntaxProblem): boolean {
  return code === 'several-documents';
}

/** True for a section of a Prisma file behind whose block more of it seems to stand: `next` is the section that follows. */
export function isCutOff(next: PrismaSection | undefined): boolean {
  return next?.problems.some(({ code }) => code === strayMember) === true;
}

/** The code of what a version control system wrote around two versions of some lines. */
export const mergeConflict = 'merge-conflict';

/** True for a file with a conflict of two versions in it: it says both, and means one. */
export function isInConflict(document: AnyDocument): boolean {
  if (isAllUnderstood(document)) return false;
  const all: readonly AnySection[] = document.sections;
  return all.some(({ problems }) => problems.some(({ code }) => code === mergeConflict));
}
