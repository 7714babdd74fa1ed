import { languages } from '#core/languages.ts';
import type { NodeVisitor, UnitGroup } from '#core/project/review-unit.ts';
import type { Workspace } from '#core/project/workspace.ts';
import type { ReviewSettings } from '#core/review-settings.ts';
import type { Steps } from '#core/work/steps.ts';
import { ifUnderstood } from '#core/work/understood.ts';

/** Everything that is judged, language by language, in a stable order. */
export function unitGroups(workspace: Workspace, settings: ReviewSettings): readonly UnitGroup[] {
  return languages.flatMap((language) => language.groups(workspace, settings));
}

/** Visits every node of all groups, in a stable order; those of one unit in one step. */
export function* visitNodes(workspace: Workspace, settings: ReviewSettings, visit: NodeVisitor): Steps<void> {
  for (const { members, unitAt } of unitGroups(workspace, settings)) {
    for (const place of members.keys()) {
      const unit = unitAt(place);
      unit?.visit((node) => ifUnderstood(() => visit(node, unit)));
      yield;
    }
  }
}
