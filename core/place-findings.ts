import type { Config } from '#core/config.ts';
import { configFor, matchesGlobs, type Workspace } from '#core/project/workspace.ts';
import type { RawFinding } from '#core/raw-finding.ts';
import type { FileReview, FileRole, RelatedPlace, ReviewFinding, ReviewSettings } from '#core/review.ts';
import type { Section } from '#core/rule.ts';
import type { Rulebook } from '#core/rulebook.ts';
import { allNotes, startOf, type WorkspaceNotes } from '#core/section-notes.ts';
import type { Source } from '#core/source.ts';
import type { Steps } from '#core/steps.ts';
import { namesRule, type Suppression } from '#core/suppress/suppression.ts';
import { nearestName } from '#core/text/nearest-name.ts';
import { containsSpan, type Span, shiftSpan } from '#core/text/span.ts';

/** What a review placed, so that the next one can take over files in which nothing changed. */
export interface Placement {
  readonly workspace: Workspace;
  readonly files: ReadonlyMap<string, FileReview>;
  /** What was placed in each file, in the order it was reported. */
  readonly heard: ReadonlyMap<string, readonly RawFinding[]>;
  readonly notes: WorkspaceNotes;
}

/** What is to be placed: what was found in a workspace, and what else stands in its sections. */
export interface Unplaced {
  readonly workspace: Workspace;
  readonly notes: WorkspaceNotes;
  readonly findings: readonly RawFinding[];
}

/** Takes out what is suppressed, puts the rest at its place in its file, sorts it, and drops what is said twice; in steps. */
export function* placeFindings(
  { workspace, notes, findings }: Unplaced,
  rulebook: Rulebook,
  settings: ReviewSettings,
  previous?: Placement,
): Steps<Placement> {
  const suppressions = allNotes(notes).flatMap((own) => own.suppressions);
  const heard = new Map<string, RawFinding[]>();
  for (const raw of yield* withoutSuppressed(findings, suppressions, rulebook)) {
    const list = heard.get(raw.section.uri);
    if (list === undefined) heard.set(raw.section.uri, [raw]);
    else list.push(raw);
  }
  const files = new Map<string, FileReview>();
  yield;
  for (const source of workspace.sources.values()) {
    const { uri } = source;
    const role = roleOf(uri, workspace, notes);
    const own = heard.get(uri) ?? [];
    const before = previous?.files.get(uri);
    const holds = previous !== undefined && before?.role === role && isUntouched(uri, own, workspace, previous);
    files.set(uri, holds ? before : fileReview(source, role, yield* placeIn(uri, own, notes, workspace, settings)));
    if (files.size % placedAtOnce === 0) yield;
  }
  return { workspace, files, heard, notes };
}

/** So many findings are placed in one step, or files passed that have none. */
const placedAtOnce = 500;

function* placeIn(
  uri: string,
  own: readonly RawFinding[],
  notes: WorkspaceNotes,
  workspace: Workspace,
  settings: ReviewSettings,
): Steps<readonly ReviewFinding[]> {
  const isIgnored = ignoredIn(uri, workspace, settings);
  const kept: ReviewFinding[] = [];
  for (const [index, raw] of own.entries()) {
    if (index % placedAtOnce === placedAtOnce - 1) yield;
    if (!isIgnored(raw.ruleId)) kept.push(placed(raw, notes));
  }
  return distinct(kept.sort(byPlace));
}

/** True when the same is said of the very same texts, under the same configurations. */
function isUntouched(
  uri: string,
  own: readonly RawFinding[],
  now: Workspace,
  { workspace: before, heard }: Placement,
): boolean {
  const told = heard.get(uri) ?? [];
  if (told.length !== own.length || !isSameFile(uri, before, now)) return false;
  if (!isSameConfigs(before, now)) return false;
  const related = new Set(own.flatMap(({ finding }) => (finding.related ?? []).map(({ section }) => section.uri)));
  return (
    own.every((raw, index) => isSameRaw(raw, told[index])) &&
    [...related].every((other) => isSameFile(other, before, now))
  );
}

function isSameFile(uri: string, before: Workspace, now: Workspace): boolean {
  return (
    before.sources.get(uri) === now.sources.get(uri) &&
    before.trees.get(uri) === now.trees.get(uri) &&
    before.prismaDocuments.get(uri) === now.prismaDocuments.get(uri)
  );
}

function isSameConfigs({ configs: a }: Workspace, { configs: b }: Workspace): boolean {
  return a.size === b.size && [...a].every(([uri, config]) => b.get(uri) === config);
}

/** The engine's own findings are made anew each time; they have no fixes. */
function isSameRaw(a: RawFinding, b: RawFinding | undefined): boolean {
  if (b === undefined || a.finding === b.finding) return a.finding === b?.finding && a.section === b?.section;
  return (
    a.ruleId === b.ruleId &&
    a.severity === b.severity &&
    a.section === b.section &&
    a.finding.message === b.finding.message &&
    a.finding.span.start === b.finding.span.start &&
    a.finding.span.end === b.finding.span.end &&
    a.finding.fixes === undefined &&
    b.finding.fixes === undefined &&
    a.finding.related === undefined &&
    b.finding.related === undefined
  );
}

/** The text may have to be put together first: only who needs it asks. */
function fileReview(source: Source, role: FileRole, findings: readonly ReviewFinding[]): FileReview {
  return {
    uri: source.uri,
    role,
    get text() {
      return source.text;
    },
    findings,
  };
}

function placed({ ruleId, severity, section, finding }: RawFinding, notes: WorkspaceNotes): ReviewFinding {
  const inFile = (own: Section, span: Span): Span => shiftSpan(span, startOf(own, notes));
  return {
    ruleId,
    severity,
    uri: section.uri,
    span: inFile(section, finding.span),
    message: finding.message,
    fixes: finding.fixes ?? [],
    related: (finding.related ?? []).map(
      (related): RelatedPlace => ({
        uri: related.section.uri,
        span: inFile(related.section, related.span),
        message: related.message,
      }),
    ),
  };
}

/** Leaves out what a suppression with a reason covers; reports those without reason, of unknown rules, and without use. */
function* withoutSuppressed(
  findings: readonly RawFinding[],
  suppressions: readonly Suppression[],
  rulebook: Rulebook,
): Steps<readonly RawFinding[]> {
  if (suppressions.length === 0) return findings;
  const bySection = new Map<string, Suppression[]>();
  for (const suppression of suppressions) {
    const owner = suppression.target === 'file' ? suppression.section.uri : suppression.section.id;
    bySection.set(owner, [...(bySection.get(owner) ?? []), suppression]);
  }
  const used = new Map<Suppression, Set<string>>(suppressions.map((suppression) => [suppression, new Set()]));
  const isHeard = ({ ruleId, section, finding }: RawFinding): boolean => {
    const candidates = [...(bySection.get(section.id) ?? []), ...(bySection.get(section.uri) ?? [])];
    let silenced = false;
    for (const suppression of candidates) {
      const rule = suppression.rules.find(({ value }) => namesRule(value, ruleId));
      const covers = suppression.target === 'file' || containsSpan(suppression.target, finding.span);
      if (rule === undefined || !covers) continue;
      used.get(suppression)?.add(rule.value);
      silenced ||= suppression.reason !== undefined;
    }
    return !silenced;
  };
  const heard: RawFinding[] = [];
  for (const [index, raw] of findings.entries()) {
    if (index % placedAtOnce === placedAtOnce - 1) yield;
    if (isHeard(raw)) heard.push(raw);
  }
  return [...heard, ...suppressions.flatMap((suppression) => complaints(suppression, used.get(suppression), rulebook))];
}

function complaints(suppression: Suppression, used: ReadonlySet<string> | undefined, rulebook: Rulebook): RawFinding[] {
  const { section, span, rules, reason } = suppression;
  const found = (ruleId: string, place: Span, message: string): RawFinding => ({
    ruleId,
    severity: 'warning',
    section,
    finding: { span: place, message },
  });
  if (rules.length === 0 || reason === undefined) {
    return [
      found(
        'plumbline/ignore-reason',
        span,
        'A suppression needs a rule and a reason: “plumbline-ignore rule: reason”.',
      ),
    ];
  }
  return rules.flatMap(({ value, span: place }) => {
    const known = value.startsWith('plumbline/') || rulebook.rules.some(({ id }) => namesRule(value, id));
    if (!known)
      return [found('plumbline/unknown-rule', place, `There is no rule “${value}”.${suggestion(value, rulebook)}`)];
    if (used?.has(value)) return [];
    return [found('plumbline/unused-ignore', place, `Nothing here breaks “${value}”: this suppression is not needed.`)];
  });
}

function suggestion(written: string, rulebook: Rulebook): string {
  const near = nearestName(
    written,
    rulebook.rules.flatMap(({ id }) => [id, id.slice(id.indexOf('/') + 1)]),
  );
  return near === undefined ? '' : ` Did you mean “${near}”?`;
}

/** Says of a rule whether the file's configuration leaves its findings out. */
function ignoredIn(uri: string, workspace: Workspace, settings: ReviewSettings): (ruleId: string) => boolean {
  if (workspace.configs.size === 0) return () => false;
  const config: Config = configFor(uri, workspace.configs, settings.folders);
  const ignores = config.ignores.filter(({ files }) => matchesGlobs(uri, files, config));
  return (ruleId) => ignores.some(({ rules }) => rules.length === 0 || rules.includes(ruleId));
}

function roleOf(uri: string, workspace: Workspace, notes: WorkspaceNotes): FileRole {
  if (workspace.configs.has(uri)) return 'config';
  if (workspace.prismaDocuments.has(uri)) return 'prisma';
  if (workspace.prismaCopies.has(uri)) return 'prisma-copy';
  if (workspace.descriptions.some(({ context }) => context.rootUri === uri)) return 'openapi-root';
  return notes.trees.has(uri) ? 'openapi-fragment' : 'other';
}

function byPlace(a: ReviewFinding, b: ReviewFinding): number {
  return (
    a.span.start - b.span.start ||
    a.span.end - b.span.end ||
    compareText(a.ruleId, b.ruleId) ||
    compareText(a.message, b.message)
  );
}

function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

/** A file that several descriptions share says the same thing once. Expects findings in order. */
function distinct(findings: readonly ReviewFinding[]): readonly ReviewFinding[] {
  return findings.filter((finding, index) => {
    const before = findings[index - 1];
    return before === undefined || byPlace(before, finding) !== 0;
  });
}
