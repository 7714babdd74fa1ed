import type { Range } from 'vscode-languageserver';
import { type FoundEvidence, shownEvidence } from '#core/checklist.ts';
import { collectEvidence } from '#core/collect-evidence.ts';
import type { Evidence } from '#core/evidence.ts';
import type { FileRole, ReviewSettings } from '#core/review.ts';
import type { NodeKind, Severity } from '#core/rule.ts';
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

/** The overview of a review, as far as `isShown` says of a file's uri; the kinds are those of all files. */
export function overviewOf(
  context: ConvertContext,
  settings: ReviewSettings,
  isShown: (uri: string) => boolean,
): Overview {
  const { review, abilities } = context;
  const files = [...review.files.values()].filter(({ role, uri }) => role !== 'other' && isShown(uri));
  return {
    files: files.map((file) => ({
      uri: file.uri,
      role: file.role,
      findings: shownFindings(file, review, abilities.deferredSyntax).map((finding) => placed(finding, context)),
    })),
    evidence: shownOf(collectEvidence(review, evidenceCollectors, settings), context, isShown),
    kindsSeen: review.kindsSeen,
  };
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

function placed(
  { ruleId, severity, message, uri, span }: Parameters<typeof shownFindings>[0]['findings'][number],
  { lines, review }: ConvertContext,
): PlacedFinding {
  return { ruleId, severity, message, uri, range: lines.rangeOf(review, uri, span) };
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
