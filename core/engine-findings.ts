import type { PrismaSection } from '#core/prisma/model.ts';
import { usedTrees } from '#core/project/used-trees.ts';
import type { Workspace } from '#core/project/workspace.ts';
import type { RawFinding } from '#core/raw-finding.ts';
import type { Severity } from '#core/rule.ts';
import type { SyntaxProblem, TreeSection } from '#core/tree/section.ts';

/** What the engine itself has to say: broken syntax, mistakes in `plumbline.yaml`, references it does not follow. */
export function engineFindings(workspace: Workspace): readonly RawFinding[] {
  return [...syntaxFindings(workspace), ...configFindings(workspace), ...remoteFindings(workspace)];
}

function syntaxFindings(workspace: Workspace): RawFinding[] {
  const documents = [...usedTrees(workspace), ...workspace.prismaDocuments.values()];
  const findings: RawFinding[] = [];
  for (const { sections } of documents) {
    for (const section of sections) {
      if (section.problems.length === 0) continue;
      for (const problem of problemsOf(section)) findings.push(syntaxFinding(section, problem));
    }
  }
  return findings;
}

/** In YAML and JSON, what follows the first syntax error of a section is mostly its consequence: only that one is told. */
function problemsOf({ kind, problems }: TreeSection | PrismaSection): readonly SyntaxProblem[] {
  if (kind === 'prisma') return problems;
  const first = problems.find(({ code }) => code === 'syntax');
  return problems.filter((problem) => problem.code !== 'syntax' || problem === first);
}

function syntaxFinding(section: TreeSection | PrismaSection, { code, span, message }: SyntaxProblem): RawFinding {
  return engineFinding(`plumbline/${code}`, 'error', section, { span, message });
}

function configFindings(workspace: Workspace): RawFinding[] {
  return workspace.configProblems.map(({ section, span, message }) =>
    engineFinding('plumbline/config', 'error', section, { span, message }),
  );
}

/** One finding for each remote file and each file that refers to it, at the first place. */
function remoteFindings(workspace: Workspace): RawFinding[] {
  const seen = new Set<string>();
  return workspace.descriptions.flatMap((description) =>
    description.remoteReferences().flatMap((reference) => {
      const file = reference.target.replace(/#.*$/, '');
      const key = `${reference.section.uri} ${file}`;
      if (seen.has(key)) return [];
      seen.add(key);
      const message = `${file} is not fetched: what it describes is not reviewed. Keep a copy in the workspace to have it read.`;
      const { section, targetSpan } = reference;
      return [engineFinding('plumbline/remote-reference', 'info', section, { span: targetSpan, message })];
    }),
  );
}

function engineFinding(
  ruleId: string,
  severity: Severity,
  section: TreeSection | PrismaSection,
  finding: RawFinding['finding'],
): RawFinding {
  return { ruleId, severity, section, finding };
}
