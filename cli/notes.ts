import type { GatheredSources } from '#cli/gather-sources.ts';
import { copyRule, type Report } from '#cli/report.ts';
import type { Obstacles } from '#cli/write-fixes.ts';
import { isReviewedRole } from '#core/file-role.ts';
import { singleFindings } from '#core/place/folded-findings.ts';
import type { Review } from '#core/review.ts';
import type { ReviewFinding } from '#core/review-finding.ts';
import { printable } from '#core/text/printable.ts';
import { type PlainReason, plainReason, type UnreadReason } from '#core/unread-reason.ts';

/** Why a file could not be read, after “it is not reviewed:” and the like. */
const unreadReasons: { readonly [R in PlainReason]: string } = {
  missing: 'it does not exist',
  'outside-workspace': 'a link leads outside the folder that is reviewed',
  'too-large': 'it is larger than 50 MB',
  'not-a-file': 'it is no regular file',
  unreadable: 'it cannot be read',
};

export function reasonText(reason: UnreadReason): string {
  return unreadReasons[plainReason(reason)];
}

/** Why files named on the command line could not be reviewed; empty when all were read. */
export function unreadNamed({ named, unread }: GatheredSources, { places }: Report): readonly string[] {
  return [...new Set(named)].flatMap((uri) => {
    const reason = unread.get(uri);
    return reason === undefined ? [] : [unreadText(uri, reason, places)];
  });
}

/** Files that were named and are nothing that could be reviewed: one that was renamed must not pass for one without findings. */
export function unsuitableNamed(
  { named, unread }: GatheredSources,
  review: Pick<Review, 'files'>,
  { places }: Report,
): readonly string[] {
  const isUnsuitable = (uri: string) => !unread.has(uri) && (review.files.get(uri)?.role ?? 'other') === 'other';
  return [...new Set(named)].filter(isUnsuitable).map((uri) => {
    const name = printable(places.pathOf(uri));
    return `${name}: not reviewed. It is neither an OpenAPI description (no “openapi” or “swagger” at its root) nor a Prisma schema. If a description references it, review that one.`;
  });
}

/** Which fixes could not be written, and why. */
export function unwritten(obstacles: Obstacles, { places }: Report): readonly string[] {
  return [...obstacles].map(
    ([uri, obstacle]) => `the fixes of ${printable(places.pathOf(uri))} could not be written: ${obstacle}.`,
  );
}

/** What went wrong in Plumbline itself, each once. */
export function ruleFailures({ files }: Pick<Review, 'files'>): readonly string[] {
  const findings = [...files.values()].flatMap((file) => [...singleFindings(file.findings)]);
  const failures = findings.filter(({ ruleId }) => ruleId === 'plumbline/internal-error');
  return [...new Set(failures.map(({ message }) => message))].sort();
}

/** What the user should know beside the findings: files that were found or named, and are not reviewed. */
export function reviewNotes(
  gathered: GatheredSources,
  review: Pick<Review, 'files'>,
  { places, summary }: Report,
): readonly string[] {
  const notes: string[] = [];
  for (const [uri, reason] of gathered.unread) {
    if (!gathered.named.includes(uri)) notes.push(unreadText(uri, reason, places));
  }
  const isReviewed = (uri: string) => isReviewedRole(review.files.get(uri)?.role ?? 'other');
  const built = gathered.built.filter((uri) => !isReviewed(uri));
  if (built.length > 0) notes.push(builtText(built, places));
  for (const { uri, role, findings } of review.files.values()) {
    if (role === 'openapi-copy') notes.push(copyText(uri, findings, places));
    if (role === 'prisma-copy')
      notes.push(
        `${printable(places.pathOf(uri))}: not reviewed, a generator wrote it from another schema. Name it alone to have it reviewed.`,
      );
  }
  if (summary.files === 0 && gathered.named.length === 0) {
    notes.push('Nothing to review here: no OpenAPI description and no Prisma schema was found.');
  }
  return notes;
}

function copyText(uri: string, findings: readonly ReviewFinding[], places: Report['places']): string {
  const original = findings.find(({ ruleId }) => ruleId === copyRule)?.related[0]?.uri;
  const name = original === undefined ? 'another description' : printable(places.pathOf(original));
  return `${printable(places.pathOf(uri))}: not reviewed, it says the same as ${name}.`;
}

/** So many files are named one by one. */
const shownBuilt = 3;

function builtText(uris: readonly string[], places: Report['places']): string {
  const names = uris.slice(0, shownBuilt).map((uri) => printable(places.pathOf(uri)));
  const more = uris.length > names.length ? ` and ${uris.length - names.length} more` : '';
  const told =
    uris.length === 1
      ? 'it lies in a folder that builds write to. Name it'
      : 'they lie in folders that builds write to. Name one';
  return `${names.join(', ')}${more}: not reviewed, ${told} to have it reviewed.`;
}

function unreadText(uri: string, reason: UnreadReason, places: Report['places']): string {
  return `${printable(places.pathOf(uri))}: not reviewed, ${reasonText(reason)}.`;
}
