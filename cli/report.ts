import { type AppliedFix, appliedFixes } from '#cli/applied-fixes.ts';
import type { FailOn } from '#cli/arguments.ts';
import { Places } from '#cli/places.ts';
import { isReviewedRole } from '#core/file-role.ts';
import type { MadeFix } from '#core/fix/fix-all.ts';
import { hasSafeFix } from '#core/fix/fix-outcome.ts';
import { findingsWithin, singlesWithin } from '#core/place/findings-within.ts';
import type { Review } from '#core/review.ts';
import type { FileReview, ReviewFinding } from '#core/review-finding.ts';
import type { Severity } from '#core/rule.ts';

/** What a run has to say, before it is put into words. */
export interface Report {
  /** Sorted by path: every description and schema reviewed, and configuration files with findings. */
  readonly files: readonly ReportedFile[];
  readonly summary: ReportSummary;
  readonly places: Places;
}

export interface ReportedFile {
  readonly path: string;
  readonly role: FileReview['role'];
  readonly text: string;
  /** In text order. */
  readonly findings: readonly ReviewFinding[];
  /** What `--fix` made for its findings. */
  readonly applied: readonly AppliedFix[];
}

export interface ReportSummary {
  /** How many descriptions and schemas were reviewed. */
  readonly files: number;
  readonly filesWithFindings: number;
  readonly error: number;
  readonly warning: number;
  readonly info: number;
  /** At how many places there is something, where one finding tells of several. */
  readonly places: number;
  /** How many findings have a safe fix. */
  readonly fixable: number;
  /** How many `--fix` fixed. */
  readonly fixed: number;
  /** How many findings each rule has, by its id, the most first. */
  readonly rules: { readonly [ruleId: string]: number };
}

export interface ReportChoices {
  readonly cwd: string;
  /** The uri to show in place of the one a file is reviewed under. */
  readonly aliases: ReadonlyMap<string, string>;
  readonly isShown: (uri: string) => boolean;
  readonly made: readonly MadeFix[];
  /** Findings below this are left out. */
  readonly lowest: FailOn;
  /** The ids of the rules whose findings are shown, beside errors in what is read, `plumbline.yaml` included; undefined: of all. */
  readonly rules: ReadonlySet<string> | undefined;
  /** True: findings that are told as one are told one by one. */
  readonly every: boolean;
}

/** Selects what is shown of a review. */
export function createReport(
  review: Pick<Review, 'files' | 'base'>,
  { cwd, aliases, isShown, made, lowest, rules, every }: ReportChoices,
): Report {
  const places = new Places(review, cwd, aliases);
  const applied = appliedFixes(made, places);
  const found = (every ? singlesWithin : findingsWithin)(review.files.values(), isShown);
  const files = [...review.files.values()]
    .filter(({ uri, role }) => isShown(uri) && (isReviewed(role) || found.has(uri)))
    .map(({ uri, role, text }) => ({
      path: places.pathOf(uri),
      role,
      text,
      findings: (found.get(uri) ?? []).filter(
        (finding) => finding.ruleId !== copyRule && isAtLeast(finding.severity, lowest) && isChosen(finding, rules),
      ),
      applied: applied.get(uri) ?? [],
    }))
    .sort((a, b) => (a.path < b.path ? -1 : 1));
  return { files, summary: summaryOf(files), places };
}

/** What editors show of a file that says the same as another one; a run mentions it in a note. */
export const copyRule = 'plumbline/same-description';

/** What cannot be read does not pass for a file without findings, whichever rules are asked for. */
function isChosen({ ruleId, severity }: ReviewFinding, rules: ReportChoices['rules']): boolean {
  const isOfReading = severity === 'error' && ruleId.startsWith('plumbline/');
  return rules === undefined || rules.has(ruleId) || isOfReading;
}

/** True when a severity counts under `--fail-on`. */
export function isAtLeast(severity: Severity, lowest: FailOn): boolean {
  if (lowest === 'never') return false;
  return rankOf[severity] <= rankOf[lowest];
}

/** Worst first. */
export const rankOf: { readonly [S in Severity]: number } = { error: 0, warning: 1, info: 2 };

function isReviewed(role: FileReview['role']): boolean {
  return isReviewedRole(role) && role !== 'config';
}

function summaryOf(files: readonly ReportedFile[]): ReportSummary {
  const findings = files.flatMap((file) => file.findings);
  const count = (severity: Severity) => findings.filter((finding) => finding.severity === severity).length;
  return {
    files: files.filter(({ role }) => isReviewed(role)).length,
    filesWithFindings: files.filter((file) => file.findings.length > 0).length,
    error: count('error'),
    warning: count('warning'),
    info: count('info'),
    places: findings.reduce((sum, finding) => sum + countOf(finding), 0),
    fixable: findings.filter(isFixable).length,
    fixed: files.reduce((sum, file) => sum + file.applied.length, 0),
    rules: countByRule(findings),
  };
}

function countByRule(findings: readonly ReviewFinding[]): ReportSummary['rules'] {
  const counts = new Map<string, number>();
  for (const { ruleId } of findings) counts.set(ruleId, (counts.get(ruleId) ?? 0) + 1);
  return Object.fromEntries([...counts].sort(([a, x], [b, y]) => y - x || (a < b ? -1 : 1)));
}

/** Of how many places a finding tells. */
export function countOf({ members }: ReviewFinding): number {
  return Math.max(members.length, 1);
}

/** True when something of it has a safe fix. */
function isFixable(finding: ReviewFinding): boolean {
  return [finding, ...finding.members].some(hasSafeFix);
}
