import type { Range } from 'vscode-languageserver';
import { type FoundEvidence, shownEvidence } from '#core/checklist/checklist.ts';
import { collectEvidence, type EvidenceBook, type GroupEvidence } from '#core/checklist/collect-evidence.ts';
import type { Evidence } from '#core/checklist/evidence.ts';
import { EvidenceDigest } from '#core/checklist/evidence-digest.ts';
import { type Service, servicesOf } from '#core/checklist/services.ts';
import { isReviewedRole } from '#core/file-role.ts';
import { countIgnored } from '#core/place/ignored-findings.ts';
import type { FileReview, FileRole } from '#core/review-finding.ts';
import type { ReviewSettings } from '#core/review-settings.ts';
import type { Severity } from '#core/rule.ts';
import { cost, Pace } from '#core/work/pace.ts';
import type { Steps } from '#core/work/steps.ts';
import { evidenceCollectors } from '#rules/evidence/index.ts';
import { rowSubjects } from '#rules/subjects/row-subjects.ts';
import type { ConvertContext } from '#server/shown/convert.ts';

/** What checklist and report are made from. Plain data: it travels between threads, and that of two threads can be merged. */
export interface Overview {
  /** The files that belong to something, by uri. */
  readonly files: readonly OverviewFile[];
  readonly services: readonly Service[];
  /** By the root of the description or Prisma schema. */
  readonly groups: ReadonlyMap<string, GroupOverview>;
}

export interface OverviewFile {
  readonly uri: string;
  readonly role: FileRole;
  readonly findings: readonly PlacedFinding[];
  /** How many findings are ignored with a reason, by rule. */
  readonly ignored: ReadonlyMap<string, number>;
}

export interface GroupOverview {
  /** By collector id. */
  readonly evidence: ReadonlyMap<string, FoundEvidence<PlacedEvidence>>;
  /** The ids of rows whose rules have something to judge. */
  readonly subjects: ReadonlySet<string>;
}

export interface PlacedFinding {
  readonly ruleId: string;
  readonly severity: Severity;
  readonly message: string;
  readonly uri: string;
  readonly range: Range;
  /** The other files it tells of, where it tells of several places. */
  readonly elsewhere: readonly string[];
}

export interface PlacedEvidence {
  readonly uri: string;
  readonly range: Range;
  readonly text: string;
}

const book: EvidenceBook = { collectors: evidenceCollectors, subjects: rowSubjects };

/** The overview of a review, in steps. `isOwn` says of a file's uri whether it is told of here. */
export function* overviewOf(
  context: ConvertContext,
  settings: ReviewSettings,
  isOwn: (uri: string) => boolean,
): Steps<Overview> {
  const { review } = context;
  const ignored = yield* countIgnored(review, settings, context.rulebook);
  const files: OverviewFile[] = [];
  for (const file of review.files.values()) {
    const { uri, role } = file;
    if (!isReviewedRole(role) || !isOwn(uri)) continue;
    files.push({ uri, role, findings: yield* placedFindings(file, context), ignored: ignored.get(uri) ?? new Map() });
    yield;
  }
  const isTold = ({ description, schema }: Service) => description !== undefined || schema?.uris.some(isOwn) === true;
  const services = (yield* servicesOf(review.workspace, settings)).filter(isTold).sort(byPlace);
  const groups = yield* collectEvidence(review, book, settings);
  const schemas = review.workspace.schemas.filter(({ documents }) => !documents.some(({ uri }) => isOwn(uri)));
  const foreign = new Set(schemas.map(({ root }) => root));
  const own = [...groups].filter(([root]) => !foreign.has(root));
  return { files, services, groups: new Map(own.map(([root, group]) => [root, placedGroup(group, context)])) };
}

/** What one overview of all files would be, of two that tell of no file both. */
export function mergeOverviews(a: Overview, b: Overview): Overview {
  const used = new Set(
    [...a.services, ...b.services].flatMap(({ description, schema }) => (description && schema?.root) ?? []),
  );
  const isAlone = ({ description, id }: Service) => description !== undefined || !used.has(id);
  return {
    files: [...a.files, ...b.files].sort((one, other) => compareText(one.uri, other.uri)),
    services: [...a.services, ...b.services].filter(isAlone).sort(byPlace),
    groups: new Map([...a.groups, ...b.groups]),
  };
}

/** What an overview of nothing is. */
export const emptyOverview: Overview = { files: [], services: [], groups: new Map() };

const nowhere: readonly string[] = [];

function* placedFindings(
  file: FileReview,
  { review, lines, shownOf }: ConvertContext,
): Steps<readonly PlacedFinding[]> {
  const placed: PlacedFinding[] = [];
  const pace = new Pace();
  for (const finding of shownOf(file)) {
    const { ruleId, severity, message, uri, span, members } = finding;
    const elsewhere = members.length === 0 ? nowhere : [...new Set(members.map((member) => member.uri))];
    placed.push({ ruleId, severity, message, uri, range: lines.rangeOf(review, uri, span), elsewhere });
    if (pace.isDue(cost.passed)) yield;
  }
  return placed;
}

function placedGroup({ evidence, subjects }: GroupEvidence, context: ConvertContext): GroupOverview {
  const found = [...evidence].map(([id, all]) => [id, foundEvidence(all, context)] as const);
  return { evidence: new Map(found), subjects };
}

function foundEvidence(all: readonly Evidence[], { lines, review }: ConvertContext): FoundEvidence<PlacedEvidence> {
  const digest = new EvidenceDigest();
  for (const { text } of all) digest.add(text);
  const first = all
    .slice(0, shownEvidence)
    .map(({ uri, span, text }) => ({ uri, range: lines.rangeOf(review, uri, span), text }));
  return { first, count: all.length, digest: digest.text };
}

/** Descriptions by the uris of their roots, then schemas. */
function byPlace(a: Service, b: Service): number {
  const isSchema = ({ description }: Service) => Number(description === undefined);
  return isSchema(a) - isSchema(b) || compareText(a.id, b.id);
}

function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
