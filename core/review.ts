import { findingsOf, kindsOf, type RuleRun, runRules } from '#core/judge/run-rules.ts';
import { engineFindings } from '#core/place/engine-findings.ts';
import { type Placement, placeFindings } from '#core/place/place-findings.ts';
import { noteWorkspace } from '#core/place/section-notes.ts';
import { openWorkspaceSteps, type Workspace } from '#core/project/workspace.ts';
import type { Change, LateChanges, NodeKind, Severity } from '#core/rule.ts';
import type { Rulebook } from '#core/rulebook.ts';
import type { Source } from '#core/source.ts';
import type { Span } from '#core/text/span.ts';
import type { UnreadReason } from '#core/unread-reason.ts';
import { finish, type Steps } from '#core/work/steps.ts';

/** What a review needs to know beyond the files. */
export interface ReviewSettings {
  /** The folders whose files may be read; `plumbline.yaml` is looked for up to the one a file lies in. */
  readonly folders: readonly string[];
  /** The preset where no `plumbline.yaml` names one. */
  readonly preset: string;
  /** Referenced files the caller could not or would not read, with the reason. */
  readonly unread: ReadonlyMap<string, UnreadReason>;
  /** True in tests: a rule that throws stops the review, instead of becoming a finding. */
  readonly failFast?: boolean;
}

/** Why a file was not read; `not-a-file` is a folder, a named pipe, a socket or a device. */
export type { UnreadReason } from '#core/unread-reason.ts';

/** A finding at its place in a file. Spans count UTF-16 units from the start of the file. */
export interface ReviewFinding {
  /** `openapi/…`, `prisma/…`, `cross/…`, or `plumbline/…` for what the engine itself reports. */
  readonly ruleId: string;
  readonly severity: Severity;
  readonly uri: string;
  readonly span: Span;
  readonly message: string;
  readonly fixes: readonly ReviewFix[];
  readonly related: readonly RelatedPlace[];
  /** The findings this one tells of, two at least, in order; none where it tells of itself. Each is as it would be told alone. */
  readonly members: readonly ReviewFinding[];
}

export interface ReviewFix {
  readonly title: string;
  readonly safety: 'safe' | 'review';
  /** Resolved to text edits by `resolveFixes`, against the review the fix came from; `changesOf` makes those that are made late. */
  readonly changes: readonly Change[] | LateChanges;
  /** The fixes this one is made of, each written whole or not at all; their changes are its changes, and it has none of its own. */
  readonly parts?: readonly ReviewFix[];
}

export interface RelatedPlace {
  readonly uri: string;
  readonly span: Span;
  readonly message: string;
}

/** `openapi-copy`: says the same as another description, which is reviewed in its place. `prisma-copy`: written by the generator of another schema, and not reviewed. */
export type FileRole =
  | 'openapi-root'
  | 'openapi-copy'
  | 'openapi-fragment'
  | 'prisma'
  | 'prisma-copy'
  | 'config'
  | 'other';

/** False for what no rule looks into. */
export function isReviewedRole(role: FileRole): boolean {
  return role !== 'other' && role !== 'prisma-copy' && role !== 'openapi-copy';
}

/** One file of a review. Findings are in text order. */
export interface FileReview {
  readonly uri: string;
  readonly role: FileRole;
  readonly text: string;
  readonly findings: readonly ReviewFinding[];
}

/** What a review found, and what the next one can start from. */
export interface Review {
  /** By uri, for every source; files that no description and no schema uses have role `other` (or `prisma-copy`) and no findings. */
  readonly files: ReadonlyMap<string, FileReview>;
  /** Referenced files that were neither given nor named in `unread`, sorted. Give them in the next review. */
  readonly wanted: readonly string[];
  /** Which kinds of nodes were seen: a rule for other kinds was not applicable. */
  readonly kindsSeen: ReadonlySet<NodeKind>;
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
  };
}
