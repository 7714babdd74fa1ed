import type { RawFinding } from '#core/raw-finding.ts';
import type { Section } from '#core/rule.ts';
import type { SyntaxProblem } from '#core/tree/section.ts';

/** What the text of a section does wrong as YAML, JSON or Prisma. */
export function syntaxFindings(section: Section): readonly RawFinding[] {
  return problemsOf(section).map(({ code, span, message }) => ({
    ruleId: `plumbline/${code}`,
    severity: 'error',
    group: section.uri,
    section,
    finding: { span, message },
  }));
}

/** In YAML and JSON, what follows the first syntax error of a section is mostly its consequence: only that one is told. */
function problemsOf({ kind, problems }: Section): readonly SyntaxProblem[] {
  if (kind === 'prisma') return problems;
  const first = problems.find(({ code }) => code === 'syntax');
  return problems.filter((problem) => problem.code !== 'syntax' || problem === first);
}
