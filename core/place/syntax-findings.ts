import { languageOf } from '#core/language-of.ts';
import type { RawFinding } from '#core/raw-finding.ts';
import type { Section, SyntaxProblem } from '#core/text/section.ts';

/** What the text of a section does wrong in its language. */
export function syntaxFindings(section: Section): readonly RawFinding[] {
  return problemsOf(section).map(({ code, span, message, cause }) => ({
    ruleId: `plumbline/${code}`,
    severity: 'error',
    group: section.uri,
    section,
    finding: { span, message, ...(cause !== undefined && { cause: { key: cause, message: () => message } }) },
  }));
}

/** True for a JSON string that does not end on its line: it takes in brackets, of which the reader may have wondered before. */
export function isOpenText({ message }: Pick<SyntaxProblem, 'message'>): boolean {
  return /^The string .* is not closed on its line/s.test(message);
}

/** Where what follows a problem is mostly its consequence, only that one is told. */
function problemsOf(section: Section): readonly SyntaxProblem[] {
  const { problems } = section;
  const { breakingProblems } = languageOf(section);
  const first = problems.find(isOpenText) ?? problems.find(({ code }) => breakingProblems.has(code));
  return first === undefined ? problems : [first];
}
