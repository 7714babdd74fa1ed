import type { Range } from 'vscode-languageserver';
import { type FoundEvidence, shownEvidence } from '#core/checklist.ts';
import { collectEvidence } from '#core/collect-evidence.ts';
import type { Evidence } from '#core/evidence.ts';
import { type FileReview, type FileRole, isReviewedRole, type ReviewSettings } from '#core/review.ts';
import type { NodeKind, Severity } from '#core/rule.ts';
import type { Steps } from '#core/steps.ts';
import { evidenceCollectors } from '#rules/evidence/index.ts';
import type { ConvertContext } from '#server/convert.ts';
import { shownFindings } from '#server/shown-findings.ts';

/** What checklist and report are made from. Plain data: it travels between threads, and that of two threads can be merged. */
export interface Overview {
  /** The files that belong to something, by uri. */
  readonly files: readonly OverviewFile[];
  /** By collector id. */
  readonly evidence: ReadonlyMap<string, FoundEvidence<PlacedEvidence>>;
  readonly kindsSeen: ReadonlySet<NodeKind>;
}

export interface OverviewFile {
  readonly uri: string;
  readonly role: FileRole;
  readonly findings: readonly PlacedFinding[];
}

export interface PlacedFinding {
  readonly ruleId: string;
  readonly severity: Severity;
  readonly message: string;
  readonly uri: string;
  readonly range: Range;
}

export interface PlacedEvidence {
  readonly uri: string;
  readonly range: Range;
  readonly text: string;
  readonly rootUri: string | undefined;
}

/** The overview of a review, as far as `isShown` says of a file's uri, in steps; the kinds are those of all files. */
export function* overviewOf(
  context: ConvertContext,
  settings: ReviewSettings,
  isShown: (uri: string) => boolean,
): Steps<Overview> {
  const { review } = context;
  const files: OverviewFile[] = [];
  for (const file of review.files.values()) {
    if (!isReviewedRole(file.role) || !isShown(file.uri)) continue;
    files.push({ uri: file.uri, role: file.role, findings: yield* placedFindings(file, context) });
    yield;
  }
  const evidence = yield* collectEvidence(review, evidenceCollectors, settings);
  return { files, evidence: shownOf(evidence, context, isShown), kindsSeen: review.kindsSeen };
}

/** What one overview of all files would be, of two that share no file. */
export function mergeOverviews(a: Overview, b: Overview): Overview {
  const evidence = new Map(a.evidence);
  for (const [id, found] of b.evidence) evidence.set(id, mergeEvidence(evidence.get(id), found));
  return {
    files: [...a.files, ...b.files].sort((one, other) => compareText(one.uri, other.uri)),
    evidence,
    kindsSeen: new Set([...a.kindsSeen, ...b.kindsSeen]),
  };
}

/** So many findings get their lines in one step. */
const placedAtOnce = 500;

function* placedFindings(
  file: FileReview,
  { review, abilities, lines }: ConvertContext,
): Steps<readonly PlacedFinding[]> {
  const placed: PlacedFinding[] = [];
  for (const { ruleId, severity, message, uri, span } of shownFindings(file, review, abilities.deferredSyntax)) {
    placed.push({ ruleId, severity, message, uri, range: lines.rangeOf(review, uri, span) });
    if (placed.length % placedAtOnce === 0) yield;
  }
  return placed;
}

function shownOf(
  evidence: ReadonlyMap<string, readonly Evidence[]>,
  { lines, review }: ConvertContext,
  isShown: (uri: string) => boolean,
): ReadonlyMap<string, FoundEvidence<PlacedEvidence>> {
  const found = new Map<string, FoundEvidence<PlacedEvidence>>();
  for (const [id, all] of evidence) {
    const shown = all.filter(({ uri }) => isShown(uri));
    const first = shown
      .slice(0, shownEvidence)
      .map(({ uri, span, text, rootUri }) => ({ uri, range: lines.rangeOf(review, uri, span), text, rootUri }));
    found.set(id, { first, count: shown.length });
  }
  return found;
}

function mergeEvidence(
  a: FoundEvidence<PlacedEvidence> | undefined,
  b: FoundEvidence<PlacedEvidence>,
): FoundEvidence<PlacedEvidence> {
  if (a === undefined) return b;
  const first = [...a.first, ...b.first].sort(byDescription).slice(0, shownEvidence);
  return { first, count: a.count + b.count };
}

/** What Prisma says stands behind what descriptions say. */
function byDescription(a: PlacedEvidence, b: PlacedEvidence): number {
  if (a.rootUri === undefined || b.rootUri === undefined) {
    return Number(a.rootUri === undefined) - Number(b.rootUri === undefined);
  }
  return compareText(a.rootUri, b.rootUri);
}

function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
