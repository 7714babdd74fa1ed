import { unacceptedFindings } from '#core/change/unaccepted-findings.ts';
import type { Config } from '#core/config/config.ts';
import { configFor, matchesGlobs } from '#core/config/nearest-config.ts';
import { languages } from '#core/languages.ts';
import { byPlace } from '#core/place/placed-finding.ts';
import { allNotes, type WorkspaceNotes } from '#core/place/section-notes.ts';
import { SharedFiles } from '#core/place/shared-files.ts';
import { type ByRule, type ToldFindings, tellFindings } from '#core/place/told-findings.ts';
import type { Workspace } from '#core/project/workspace.ts';
import type { RawFinding } from '#core/raw-finding.ts';
import type { FileReview, FileRole, ReviewFinding } from '#core/review-finding.ts';
import type { ReviewSettings } from '#core/review-settings.ts';
import type { Rulebook } from '#core/rulebook.ts';
import type { Source } from '#core/source.ts';
import { heardFindings } from '#core/suppress/heard-findings.ts';
import { cost, Pace } from '#core/work/pace.ts';
import type { Steps } from '#core/work/steps.ts';

/** What a review placed, so that the next one can take over what did not change. */
export interface Placement {
  readonly workspace: Workspace;
  readonly files: ReadonlyMap<string, FileReview>;
  readonly told: ByRule<ToldFindings>;
  readonly notes: WorkspaceNotes;
}

/** What is to be placed: what was found in a workspace, and what else stands in its sections. */
export interface Unplaced {
  readonly workspace: Workspace;
  readonly notes: WorkspaceNotes;
  readonly findings: readonly RawFinding[];
}

/** Takes out what is suppressed, puts the rest at its place in its file, and tells as one what belongs together; in steps. */
export function* placeFindings(
  { workspace, notes, findings }: Unplaced,
  rulebook: Rulebook,
  settings: ReviewSettings,
  previous?: Placement,
): Steps<Placement> {
  const suppressions = allNotes(notes).flatMap((own) => own.suppressions);
  const heard = yield* heardFindings(findings, suppressions, rulebook);
  const open = yield* unacceptedFindings(heard, workspace, settings);
  const found = yield* findingsByRule(open, workspace, settings);
  yield;
  const changed = changedUris(workspace, previous?.workspace);
  const told = yield* tellFindings(found, { notes, rulebook, changed }, previous?.told);
  yield;
  const byFile = findingsByFile(told);
  const files = new Map<string, FileReview>();
  const pace = new Pace();
  for (const source of workspace.sources.values()) {
    const { uri } = source;
    const role = roleOf(uri, workspace);
    const own = byFile.get(uri)?.sort(byPlace) ?? [];
    const before = previous?.files.get(uri);
    const holds = before?.role === role && !changed.has(uri) && isSameList(before.findings, own);
    files.set(uri, holds ? before : fileReview(source, role, own));
    if (pace.isDue(cost.passed)) yield;
  }
  return { workspace, files, told, notes };
}

/** What each rule finds in each description and schema. What two descriptions say of a file they share is said in the first. */
function* findingsByRule(
  heard: readonly RawFinding[],
  workspace: Workspace,
  settings: ReviewSettings,
): Steps<ByRule<readonly RawFinding[]>> {
  const byGroup = new Map<string, Map<string, RawFinding[]>>();
  const isIgnored = ignoredIn(workspace, settings);
  const shared = new SharedFiles(workspace);
  let last: { readonly ruleId: string; readonly group: string; readonly list: RawFinding[] } | undefined;
  const pace = new Pace();
  for (const raw of heard) {
    if (pace.isDue(cost.passed)) yield;
    if (isIgnored(raw) || shared.wasSaid(raw)) continue;
    // Those of one rule mostly come one after the other.
    if (raw.ruleId === last?.ruleId && raw.group === last.group) {
      last.list.push(raw);
      shared.note(raw, last.list);
      continue;
    }
    const byRule = byGroup.get(raw.group);
    const list = byRule?.get(raw.ruleId) ?? [];
    list.push(raw);
    shared.note(raw, list);
    if (byRule === undefined) byGroup.set(raw.group, new Map([[raw.ruleId, list]]));
    else byRule.set(raw.ruleId, list);
    last = { ruleId: raw.ruleId, group: raw.group, list };
  }
  yield* shared.agree();
  return byGroup;
}

function findingsByFile(told: ByRule<ToldFindings>): ReadonlyMap<string, ReviewFinding[]> {
  const byFile = new Map<string, ReviewFinding[]>();
  for (const byRule of told.values()) {
    for (const { told: items } of byRule.values()) {
      for (const { finding } of items) {
        const list = byFile.get(finding.uri);
        if (list === undefined) byFile.set(finding.uri, [finding]);
        else list.push(finding);
      }
    }
  }
  return byFile;
}

function changedUris(now: Workspace, before: Workspace | undefined): ReadonlySet<string> {
  const changed = new Set<string>();
  for (const uri of now.sources.keys()) if (before === undefined || !isSameFile(uri, before, now)) changed.add(uri);
  for (const uri of before?.sources.keys() ?? []) if (!now.sources.has(uri)) changed.add(uri);
  return changed;
}

function isSameFile(uri: string, before: Workspace, now: Workspace): boolean {
  return before.sources.get(uri) === now.sources.get(uri) && before.documents.get(uri) === now.documents.get(uri);
}

function isSameList<T>(a: readonly T[], b: readonly T[]): boolean {
  return a.length === b.length && a.every((one, index) => one === b[index]);
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

/** Says of a finding whether the configuration of its file leaves it out. */
function ignoredIn({ configs }: Workspace, settings: ReviewSettings): (raw: RawFinding) => boolean {
  if ([...configs.values()].every(({ ignores }) => ignores.length === 0)) return () => false;
  const byUri = new Map<string, Config['ignores']>();
  return ({ ruleId, section: { uri } }) => {
    let ignores = byUri.get(uri);
    if (ignores === undefined) {
      const config = configFor(uri, configs, settings.folders);
      ignores = config.ignores.filter(({ files }) => matchesGlobs(uri, files, config));
      byUri.set(uri, ignores);
    }
    return ignores.some(({ rules }) => rules.length === 0 || rules.includes(ruleId));
  };
}

function roleOf(uri: string, workspace: Workspace): FileRole {
  if (workspace.configs.has(uri) || workspace.accepted.has(uri)) return 'config';
  for (const language of languages) {
    const role = language.roleOf(uri, workspace);
    if (role !== undefined) return role;
  }
  return 'other';
}
