import {
  checklistState,
  type FoundEvidence,
  type RuleActivity,
  type SectionState,
  shownEvidence,
} from '#core/checklist/checklist.ts';
import { type ChecklistCounts, checklistCounts } from '#core/checklist/checklist-counts.ts';
import { EvidenceDigest } from '#core/checklist/evidence-digest.ts';
import { judgedPart, type Service, type ServicePart } from '#core/checklist/services.ts';
import { activeRules, type Config } from '#core/config/config.ts';
import { languageOfRule } from '#core/language-of.ts';
import { activeConfig } from '#core/project/active-config.ts';
import type { Review } from '#core/review.ts';
import type { Rule } from '#core/rule.ts';
import { canonicalUri, isInFolder } from '#files/uri.ts';
import { checklist } from '#rules/checklist.ts';
import type { Folders, Rules, Settings } from '#server/inputs.ts';
import type { Overview, OverviewFile, PlacedEvidence, PlacedFinding } from '#server/shown/overview.ts';
import { ServiceAnswers } from '#server/shown/service-answers.ts';

/** The checklist of one service. */
export interface ServiceChecklist {
  readonly service: Service;
  readonly sections: readonly SectionState<PlacedFinding, PlacedEvidence>[];
  readonly counts: ChecklistCounts;
  /** Where its answers are kept, whether the file is there or not; undefined outside of any workspace folder. */
  readonly answersUri: string | undefined;
}

/** What checklists are made with, beside the files. */
export type ChecklistSetting = Rules & Settings & Folders;

/** The workspace folder that is meant, as it is known; undefined when it is not open. */
export function knownFolder(session: ChecklistSetting, folder: string): string | undefined {
  return session.files.folders.find((known) => known === canonicalUri(folder).replace(/\/$/, ''));
}

/** The services of a folder, or of all; where there is none, the folder itself stands for one that is yet to come. */
export function servicesIn(
  session: ChecklistSetting,
  { services }: Overview,
  folder: string | undefined,
): readonly Service[] {
  const { folders } = session.files;
  const found = folder === undefined ? services : services.filter(({ id }) => isInFolder(id, folder));
  const empty = (folder === undefined ? folders : [folder]).filter(
    (each) => !services.some(({ id }) => isInFolder(id, each)),
  );
  const nothing = { title: undefined, version: undefined, description: undefined, schema: undefined };
  return [...found, ...(found.length === 0 ? empty.slice(0, 1) : []).map((id) => ({ id, ...nothing }))];
}

/** Makes the checklists of services, each when it is asked for. */
export function checklistMaker(
  session: ChecklistSetting,
  review: Review,
  overview: Overview,
): (service: Service) => ServiceChecklist {
  const files = new Map(overview.files.map((file) => [file.uri, file]));
  const answers = new ServiceAnswers(review, servicesIn(session, overview, undefined), session.files.folders);
  const isActive = activityIn(session, review);
  const comparing = new Set<string>(session.rulebook.rules.filter(comparesWithDatabase).map(({ id }) => id));
  /** The parts of a service that a rule judges; none where it judges only what the service has not. */
  const partsOf = (ruleId: string, service: Service): readonly ServicePart[] => {
    const { description, schema } = service;
    if (comparing.has(ruleId)) return description && schema ? [description, schema] : [];
    const part = judgedPart(service, languageOfRule(ruleId));
    return part === undefined ? [] : [part];
  };
  const spread = overview.files.flatMap(({ findings }) => findings.filter(({ elsewhere }) => elsewhere.length > 0));
  return (service) => {
    const { description, schema } = service;
    const uris = new Set([...(description?.uris ?? []), ...(schema?.uris ?? [])]);
    const own = [...uris].flatMap((uri) => files.get(uri) ?? []);
    // What several services share may be told of where another one is.
    const shared = spread.filter(({ uri, elsewhere }) => !uris.has(uri) && elsewhere.some((each) => uris.has(each)));
    const groups = [description, schema].flatMap((part) => (part && overview.groups.get(part.root)) ?? []);
    const sections = checklistState({
      sections: checklist,
      rulebook: session.rulebook,
      findings: [...own.flatMap(({ findings }) => findings), ...shared],
      ignored: sumIgnored(own),
      activityOf: (ruleId) => activityOf(ruleId, partsOf(ruleId, service), isActive),
      subjects: new Set(groups.flatMap(({ subjects }) => [...subjects])),
      unreadOf: (ruleId) => partsOf(ruleId, service).flatMap(({ unread }) => unread),
      evidence: sumEvidence(groups.map(({ evidence }) => evidence)),
      answers: answers.of(service),
    });
    return { service, sections, counts: checklistCounts(sections), answersUri: answers.uriFor(service) };
  };
}

type Evidence = ReadonlyMap<string, FoundEvidence<PlacedEvidence>>;
type IsActive = (uri: string, ruleId: string) => boolean;

function comparesWithDatabase({ needs }: Rule): boolean {
  return needs.some((need) => need === 'database');
}

/** A rule about both sides is run over the description, the first of its parts. */
function activityOf(ruleId: string, [judged]: readonly ServicePart[], isActive: IsActive): RuleActivity {
  const uris = judged?.uris ?? [];
  if (uris.length === 0) return 'idle';
  const active = uris.filter((uri) => isActive(uri, ruleId)).length;
  if (active === 0) return 'off';
  return active === uris.length ? 'on' : 'partly';
}

function activityIn({ reviewSettings, rulebook }: ChecklistSetting, { workspace }: Review): IsActive {
  const { folders, preset } = reviewSettings;
  const byConfig = new Map<Config, ReadonlySet<string>>();
  const byUri = new Map<string, ReadonlySet<string>>();
  const activeIn = (uri: string): ReadonlySet<string> => {
    const config = activeConfig(uri, workspace, folders);
    const active = byConfig.get(config) ?? new Set(activeRules(config, preset, rulebook).map(({ rule }) => rule.id));
    byConfig.set(config, active);
    byUri.set(uri, active);
    return active;
  };
  return (uri, ruleId) => (byUri.get(uri) ?? activeIn(uri)).has(ruleId);
}

function sumIgnored(files: readonly OverviewFile[]): ReadonlyMap<string, number> {
  const sums = new Map<string, number>();
  for (const { ignored } of files) for (const [id, count] of ignored) sums.set(id, (sums.get(id) ?? 0) + count);
  return sums;
}

/** What the description says stands before what the schema says. */
function sumEvidence(parts: readonly Evidence[]): Evidence {
  const sums = new Map<string, FoundEvidence<PlacedEvidence>>();
  for (const [id, found] of parts.flatMap((part) => [...part])) {
    const known = sums.get(id) ?? { first: [], count: 0, digest: '' };
    sums.set(id, {
      first: [...known.first, ...found.first].slice(0, shownEvidence),
      count: known.count + found.count,
      digest: new EvidenceDigest(known.digest).addAll(found.digest).text,
    });
  }
  return sums;
}
