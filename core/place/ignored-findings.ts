import { configFor, matchesGlobs } from '#core/config/nearest-config.ts';
import { findingsOf } from '#core/judge/run-rules.ts';
import { allNotes } from '#core/place/section-notes.ts';
import type { RawFinding } from '#core/raw-finding.ts';
import type { Review } from '#core/review.ts';
import type { ReviewSettings } from '#core/review-settings.ts';
import type { Rulebook } from '#core/rulebook.ts';
import { meantSuppressions } from '#core/suppress/meant-suppressions.ts';
import { namesRule, type Suppression } from '#core/suppress/suppression.ts';
import type { Section } from '#core/text/section.ts';
import { containsSpan, type Span } from '#core/text/span.ts';
import { cost, Pace } from '#core/work/pace.ts';
import type { Steps } from '#core/work/steps.ts';

/** How many findings are ignored with a reason, by file and rule. */
export type IgnoredCounts = ReadonlyMap<string, ReadonlyMap<string, number>>;

/** Counts what was found and is not reported, because the text or `plumbline.yaml` says why; in steps. */
export function* countIgnored(
  { workspace, placement, run }: Pick<Review, 'workspace' | 'placement' | 'run'>,
  settings: Pick<ReviewSettings, 'folders'>,
  rulebook: Rulebook,
): Steps<IgnoredCounts> {
  const written = allNotes(placement.notes).flatMap((notes) => notes.suppressions);
  const suppressions = meantSuppressions(written, rulebook);
  const hasIgnores = [...workspace.configs.values()].some(({ ignores }) => ignores.length > 0);
  if (suppressions.length === 0 && !hasIgnores) return new Map();
  const isSuppressed = suppressedBy(suppressions);
  const counts = new Map<string, Map<string, number>>();
  const pace = new Pace();
  for (const raw of findingsOf(run)) {
    if (pace.isDue(cost.passed)) yield;
    const { ruleId, section } = raw;
    const config = configFor(section.uri, workspace.configs, settings.folders);
    const isConfigured = config.ignores.some(
      ({ files, rules }) => (rules.length === 0 || rules.includes(ruleId)) && matchesGlobs(section.uri, files, config),
    );
    if (!isConfigured && !isSuppressed(raw)) continue;
    const ofFile = counts.get(section.uri) ?? new Map<string, number>();
    counts.set(section.uri, ofFile.set(ruleId, (ofFile.get(ruleId) ?? 0) + 1));
  }
  return counts;
}

function suppressedBy(suppressions: readonly Suppression[]): (raw: RawFinding) => boolean {
  const byOwner = new Map<string, Suppression[]>();
  for (const suppression of suppressions) {
    if (suppression.reason === undefined) continue;
    const owner = suppression.target === 'file' ? suppression.section.uri : suppression.section.id;
    byOwner.set(owner, [...(byOwner.get(owner) ?? []), suppression]);
  }
  const isCovered = (ruleId: string, section: Section, span: Span): boolean =>
    [...(byOwner.get(section.id) ?? []), ...(byOwner.get(section.uri) ?? [])].some(
      ({ rules, target }) =>
        rules.some(({ value }) => namesRule(value, ruleId)) && (target === 'file' || containsSpan(target, span)),
    );
  return ({ ruleId, section, finding: { span, cause } }) =>
    isCovered(ruleId, section, span) ||
    (cause?.place !== undefined && isCovered(ruleId, cause.place.section, cause.place.span));
}
