import type { Base } from '#core/change/base.ts';
import { findingsOf, kindsOf, type RuleRun, runRules } from '#core/judge/run-rules.ts';
import type { NodeKind } from '#core/node.ts';
import { engineFindings } from '#core/place/engine-findings.ts';
import { type Placement, placeFindings } from '#core/place/place-findings.ts';
import { noteWorkspace } from '#core/place/section-notes.ts';
import { openWorkspaceSteps } from '#core/project/open-workspace.ts';
import type { Workspace } from '#core/project/workspace.ts';
import type { FileReview } from '#core/review-finding.ts';
import type { ReviewSettings } from '#core/review-settings.ts';
import type { Rulebook } from '#core/rulebook.ts';
import type { Source } from '#core/source.ts';
import { finish, type Steps } from '#core/work/steps.ts';

/** What a review found, and what the next one can start from. */
export interface Review {
  /** By uri, for every source; files that no description and no schema uses have role `other` (or `prisma-copy`) and no findings. */
  readonly files: ReadonlyMap<string, FileReview>;
  /** Referenced files that were neither given nor named in `unread`, sorted. Give them in the next review. */
  readonly wanted: readonly string[];
  /** Which kinds of nodes were seen: a rule for other kinds was not applicable. */
  readonly kindsSeen: ReadonlySet<NodeKind>;
  /** What it was compared with: related places may lead there. */
  readonly base?: Base | undefined;
  /** What was parsed: fixes are written against it, and the next review takes over what did not change. */
  readonly workspace: Workspace;
  /** What the rules said of each section, for the next review. */
  readonly run: RuleRun;
  /** What was placed where, for the next review. */
  readonly placement: Placement;
}

/**
 * Judges all files together. Pure: the same sources, rules and settings give the same findings, and
 * `review(b, …, review(a, …))` equals `review(b, …)`.
 */
export function review(
  sources: readonly Source[],
  rulebook: Rulebook,
  settings: ReviewSettings,
  previous?: Review,
): Review {
  return finish(reviewSteps(sources, rulebook, settings, previous));
}

/** The same, in steps of a few milliseconds at most, but where a single section, or the facts of a single key, are very large. */
export function* reviewSteps(
  sources: readonly Source[],
  rulebook: Rulebook,
  settings: ReviewSettings,
  previous?: Review,
): Steps<Review> {
  const workspace = yield* openWorkspaceSteps(sources, rulebook, settings, previous?.workspace);
  return yield* judgeSteps(workspace, rulebook, settings, previous);
}

/**
 * Judges a workspace that was opened with these settings, in steps. A workspace may be opened again and again, each time over
 * the one before, until nothing is wanted; `previous` is the latest review, however many workspaces were opened since.
 */
export function* judgeSteps(
  workspace: Workspace,
  rulebook: Rulebook,
  settings: ReviewSettings,
  previous?: Review,
): Steps<Review> {
  const run = yield* runRules(workspace, rulebook, settings, previous?.run);
  const notes = yield* noteWorkspace(workspace, previous?.placement.notes);
  const findings = [...engineFindings(workspace, notes, settings), ...findingsOf(run)];
  const placement = yield* placeFindings({ workspace, notes, findings }, rulebook, settings, previous?.placement);
  let kinds: ReadonlySet<NodeKind> | undefined;
  return {
    files: placement.files,
    wanted: workspace.wanted,
    // Only the checklist asks.
    get kindsSeen() {
      kinds ??= kindsOf(run);
      return kinds;
    },
    workspace,
    run,
    placement,
    base: settings.base,
  };
}
