import type { RawFinding } from '#core/raw-finding.ts';
import type { Section, SyntaxProblem } from '#core/text/section.ts';
import type { Steps } from '#core/work/steps.ts';
import { NotUnderstood } from '#core/work/understood.ts';

/** The last part of the id under which a mistake of Plumbline itself is told, where it was met. */
export const internalError = 'internal-error';

const remedy =
  'Everything else is reviewed. Please report this; until it is mended, “exclude” in plumbline.yaml leaves a file out.';

/** What is said of a text on which reading failed. */
export function failureProblem(error: unknown): SyntaxProblem {
  return { code: internalError, span: { start: 0, end: 0 }, message: failureMessage('read this', error) };
}

/** What is said of a section when what is done with it fails. */
export function failureFinding(section: Section, task: string, error: unknown): RawFinding {
  const finding = { span: { start: 0, end: 0 }, message: failureMessage(task, error) };
  return { ruleId: `plumbline/${internalError}`, severity: 'warning', group: section.uri, section, finding };
}

/** `task` completes “Plumbline failed to …”. */
export function failureMessage(task: string, error: unknown): string {
  return `Plumbline failed to ${task}: ${reasonOf(error)} ${remedy}`;
}

/** Throws on what is no mistake: answers that nobody can give. */
export function throwUnlessMistake(error: unknown): void {
  if (error instanceof NotUnderstood) throw error;
}

/** Work in steps whose mistakes are told where they were met, instead of ending all that is done with it. */
export function* guarded<T>(work: () => Steps<T>, instead: (error: unknown) => T): Steps<T> {
  try {
    return yield* work();
  } catch (error) {
    throwUnlessMistake(error);
    return instead(error);
  }
}

/** What an error says, as a sentence. */
function reasonOf(error: unknown): string {
  const text = error instanceof Error ? error.message : String(error);
  return `${text.slice(0, longestReason).replace(/\.$/, '')}.`;
}

/** Messages of V8 may quote what they speak of. */
const longestReason = 200;
