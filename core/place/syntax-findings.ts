import type { RawFinding } from '#core/raw-finding.ts';
import type { Section } from '#core/rule.ts';
import type { SyntaxProblem } from '#core/tree/section.ts';
import { mergeConflict } from '#core/work/understood.ts';

/** What the text of a section does wrong as YAML, JSON or Prisma. */
export function syntaxFindings(section: Section): readonly RawFinding[] {
  return problemsOf(section).map(({ code, span, message, cause }) => ({
    ruleId: `plumbline/${code}`,
    severity: 'error',
    group: section.uri,
    section,
    finding: { span, message, ...(cause !== undefined && { cause: { key: cause, message: () => message } }) },
  }));
}

/** What follows the first syntax error of a section in YAML and JSON is mostly its consequence: only that one is told. */
function problemsOf({ kind, problems }: Section): readonly SyntaxProblem[] {
  const first = problems.find(({ code }) => (kind === 'prisma' ? code === mergeConflict : breaking.has(code)));
  return first === undefined ? problems : [first];
}

const breaking: ReadonlySet<string> = new Set(['syntax', 'tab-indentation', mergeConflict]);
