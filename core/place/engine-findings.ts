import { acceptedFindings } from '#core/change/unaccepted-findings.ts';
import { languages } from '#core/languages.ts';
import { engineFinding } from '#core/place/engine-finding.ts';
import type { DocumentNotes, WorkspaceNotes } from '#core/place/section-notes.ts';
import { isOpenText } from '#core/place/syntax-findings.ts';
import type { Workspace } from '#core/project/workspace.ts';
import type { RawFinding } from '#core/raw-finding.ts';
import type { ReviewSettings } from '#core/review-settings.ts';
import { brackets } from '#core/tree/read/json-tree-reader.ts';
import { opensConflict } from '#core/tree/read/merge-markers.ts';
import { mergeConflict } from '#core/work/understood.ts';

/** What the engine itself has to say: broken syntax, mistakes in `plumbline.yaml`, references it does not follow. */
export function engineFindings(
  workspace: Workspace,
  notes: WorkspaceNotes,
  settings: ReviewSettings,
): readonly RawFinding[] {
  return [
    ...[...notes.values()].flatMap(problemsOfFile),
    ...configFindings(workspace),
    ...acceptedFindings(workspace, settings),
    ...languages.flatMap((language) => language.engineFindings?.(workspace, settings) ?? []),
    ...workspace.failures,
  ];
}

/** Where a merge left two versions of a file in it, all else that is wrong with its text may come from that. */
function problemsOfFile({ all }: DocumentNotes): readonly RawFinding[] {
  const problems = all.flatMap((notes) => notes.problems);
  const conflicts = problems.filter(({ ruleId }) => ruleId === `plumbline/${mergeConflict}`);
  const opening = conflicts.filter(({ section, finding }) => opensConflict(section.text, finding.span.start));
  if (opening.length > 0) return opening;
  return conflicts.length > 0 ? conflicts : withoutConsequences(problems);
}

/** What does not end where it should takes in brackets and lets keys stand twice that do not. */
function withoutConsequences(problems: readonly RawFinding[]): readonly RawFinding[] {
  if (problems.length < 2 || !problems.some(isBroken)) return problems;
  const hasOpenText = problems.some(({ finding }) => isOpenText(finding));
  return problems.filter(({ ruleId, finding }) => {
    if (ruleId === 'plumbline/duplicate-key') return false;
    return !hasOpenText || finding.cause?.key !== brackets || isOpenText(finding);
  });
}

function isBroken({ ruleId }: RawFinding): boolean {
  return ruleId === 'plumbline/syntax' || ruleId === 'plumbline/tab-indentation';
}

function configFindings(workspace: Workspace): RawFinding[] {
  return workspace.configProblems.map(({ section, finding }) =>
    engineFinding('plumbline/config', 'error', section, finding),
  );
}
