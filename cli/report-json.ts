import type { AppliedFix } from '#cli/applied-fixes.ts';
import type { LinePlace } from '#cli/places.ts';
import { countOf, type Report, type ReportedFile, type ReportSummary } from '#cli/report.ts';
import { worstFindings } from '#cli/worst-findings.ts';
import type { VersionAdvice } from '#core/change/version-advice.ts';
import type { FileReview, RelatedPlace, ReviewFinding } from '#core/review-finding.ts';
import type { Severity } from '#core/rule.ts';

/** What `--format json` prints; described in docs/json-output.md. Grows by new members only, until `version` changes. */
export interface JsonReport {
  readonly version: 1;
  readonly files: readonly JsonFile[];
  readonly summary: ReportSummary;
  /** Of `plumbline changes`: what the changes of descriptions ask of their versions. */
  readonly versions?: readonly JsonVersion[];
}

export type JsonVersion = Omit<VersionAdvice, 'uri'> & { readonly path: string };

export interface JsonFile {
  readonly path: string;
  readonly role: FileReview['role'];
  readonly findings: readonly JsonFinding[];
  /** How many findings `--max-findings` left out. */
  readonly leftOut: number;
  readonly fixed: number;
  readonly applied: readonly AppliedFix[];
}

export interface JsonFinding {
  readonly ruleId: string;
  readonly severity: Severity;
  readonly message: string;
  readonly start: LinePlace;
  readonly end: LinePlace;
  readonly fixes: readonly { readonly title: string; readonly safety: 'safe' | 'review' }[];
  readonly related: readonly {
    /** Of a place in the file as it was: what it is compared with. */
    readonly formerIn?: string;
    readonly path: string;
    readonly start: LinePlace;
    readonly end: LinePlace;
    readonly message: string;
  }[];
  /** How many places it tells of; 1 where it tells of itself alone. */
  readonly count: number;
  /** All of them, in order, where there are several: the first of them need not be the finding's own. */
  readonly places: JsonFinding['related'];
}

/** The report as a document for programs. `maxFindings` of 0 shows all. */
export function jsonReport(report: Report, maxFindings = 0, versions: readonly VersionAdvice[] = []): JsonReport {
  const told = versions.map(({ uri, ...rest }) => ({ path: report.places.pathOf(uri), ...rest }));
  return {
    version: 1,
    files: report.files.map((file) => jsonFile(file, report, maxFindings)),
    summary: report.summary,
    ...(told.length > 0 && { versions: told }),
  };
}

function jsonFile({ path, role, findings, applied }: ReportedFile, { places }: Report, maxFindings: number): JsonFile {
  const shown = worstFindings(findings, maxFindings);
  return {
    path,
    role,
    findings: shown.map((finding) => jsonFinding(finding, places)),
    leftOut: findings.length - shown.length,
    fixed: applied.length,
    applied,
  };
}

function jsonFinding(finding: ReviewFinding, places: Report['places']): JsonFinding {
  const { ruleId, severity, message, uri, span, fixes, related, members } = finding;
  return {
    ruleId,
    severity,
    message,
    start: places.placeOf(uri, span.start),
    end: places.placeOf(uri, span.end),
    fixes: fixes.map(({ title, safety }) => ({ title, safety })),
    related: related.map((place) => jsonPlace(place, places)),
    count: countOf(finding),
    places: members.map((member) => jsonPlace(member, places)),
  };
}

function jsonPlace(
  { uri, span, message, formerIn }: RelatedPlace,
  places: Report['places'],
): JsonFinding['related'][number] {
  const placeOf = (offset: number) =>
    formerIn === undefined ? places.placeOf(uri, offset) : places.formerPlaceOf(uri, offset);
  const path = places.pathOf(uri);
  const place = { path, start: placeOf(span.start), end: placeOf(span.end), message };
  return formerIn === undefined ? place : { ...place, formerIn };
}
