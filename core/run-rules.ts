import { comparedFinding, guardRule, type Judgement, judgeUnit, type KeyedFacts } from '#core/judge-unit.ts';
import { KnownJudgements, unitKey } from '#core/known-judgements.ts';
import { type ReviewUnit, reviewUnits } from '#core/project/visit-nodes.ts';
import { configFor, type Workspace } from '#core/project/workspace.ts';
import type { RawFinding } from '#core/raw-finding.ts';
import type { ReviewSettings } from '#core/review.ts';
import type { InSection, Keyed, NodeKind } from '#core/rule.ts';
import { type Dispatch, dispatchFor } from '#core/rule-dispatch.ts';
import type { Rulebook } from '#core/rulebook.ts';
import { sameFacts } from '#core/same-facts.ts';
import { staleReads } from '#core/stale-reads.ts';
import type { Steps } from '#core/steps.ts';
import type { SectionId } from '#core/tree/section.ts';

/** What the rules said, section by section, so that the next run can take over what still holds. */
export interface RuleRun {
  readonly workspace: Workspace;
  readonly settings: ReviewSettings;
  /** In the order of review. */
  readonly judgements: readonly Judgement[];
  /** By group, rule and key of the facts compared. */
  readonly compared: ReadonlyMap<string, readonly RawFinding[]>;
  /**
   * Which sections read what, by id. Shared by runs that follow from each other and only ever added to: a section named in
   * vain is judged again in vain, and says the same.
   */
  readonly readers: Map<string, Set<SectionId>>;
}

/** Runs the rules over every unit that `previous` says nothing of any more, a step each, and compares facts where they changed. */
export function* runRules(
  workspace: Workspace,
  rulebook: Rulebook,
  settings: ReviewSettings,
  previous?: RuleRun,
): Steps<RuleRun> {
  const readers = previous?.readers ?? new Map<string, Set<SectionId>>();
  const stale = previous === undefined ? new Set<SectionId>() : staleSections(previous, workspace, settings);
  const before = new KnownJudgements(previous?.judgements ?? []);
  const judgements: Judgement[] = [];
  const added: Judgement[] = [];
  const dispatchOf = dispatcher(workspace, rulebook, settings);
  for (const unit of reviewUnits(workspace, settings)) {
    const known = before.take(unit, dispatchOf(unit.section.uri), stale);
    const judgement = known ?? judge(unit, dispatchOf(unit.section.uri), workspace, settings, readers);
    judgements.push(judgement);
    if (known !== undefined) continue;
    added.push(judgement);
    yield;
  }
  const keys = changedKeys(pairUp(before.left(), added), before.moved);
  const compared = yield* compare(judgements, keys, settings, previous);
  return { workspace, settings, judgements, compared, readers };
}

/** Every finding of a run, those of single units first. */
export function findingsOf({ judgements, compared }: RuleRun): readonly RawFinding[] {
  const all: RawFinding[] = [];
  for (const { findings } of judgements) for (const finding of findings) all.push(finding);
  for (const findings of compared.values()) for (const finding of findings) all.push(finding);
  return all;
}

/** The kinds of nodes a run met. */
export function kindsOf({ judgements }: RuleRun): ReadonlySet<NodeKind> {
  const kinds = new Set<NodeKind>();
  for (const judgement of judgements) for (const kind of judgement.kinds) kinds.add(kind);
  return kinds;
}

/** A unit that was judged again, is new, or is gone. */
interface ChangedUnit {
  readonly before: Judgement | undefined;
  readonly after: Judgement | undefined;
}

function pairUp(before: readonly Judgement[], after: readonly Judgement[]): readonly ChangedUnit[] {
  const old = new Map(before.map((judgement) => [unitKey(judgement.unit), judgement]));
  const changed = after.map((judgement) => ({ before: old.get(unitKey(judgement.unit)), after: judgement }));
  for (const { unit } of after) old.delete(unitKey(unit));
  return [...changed, ...[...old.values()].map((judgement) => ({ before: judgement, after: undefined }))];
}

function staleSections(previous: RuleRun, workspace: Workspace, settings: ReviewSettings): ReadonlySet<SectionId> {
  const ids = new Set<SectionId>();
  const keys = staleReads(previous.workspace, workspace, previous.settings, settings);
  for (const key of keys) for (const id of previous.readers.get(key) ?? []) ids.add(id);
  return ids;
}

function dispatcher(workspace: Workspace, rulebook: Rulebook, settings: ReviewSettings): (uri: string) => Dispatch {
  const known = new Map<string, Dispatch>();
  return (uri) => {
    const config = () => configFor(uri, workspace.configs, settings.folders);
    const dispatch = known.get(uri) ?? dispatchFor(config(), settings.preset, rulebook);
    known.set(uri, dispatch);
    return dispatch;
  };
}

function judge(
  unit: ReviewUnit,
  dispatch: Dispatch,
  { log }: Workspace,
  settings: ReviewSettings,
  readers: Map<string, Set<SectionId>>,
): Judgement {
  const { result, reads } = log.record(() => judgeUnit(unit, dispatch, settings.failFast === true));
  for (const key of reads) {
    const known = readers.get(key);
    if (known === undefined) readers.set(key, new Set([unit.section.id]));
    else known.add(unit.section.id);
  }
  return result;
}

/** Comparing more facts than this is a step of its own. */
const manyFacts = 20;

/** Compares the facts of these keys again; takes over the rest. */
function* compare(
  judgements: readonly Judgement[],
  keys: ReadonlySet<string>,
  settings: ReviewSettings,
  previous: RuleRun | undefined,
): Steps<ReadonlyMap<string, readonly RawFinding[]>> {
  if (keys.size === 0 && previous !== undefined) return previous.compared;
  const compared = new Map(previous?.compared);
  let isSorted = true;
  const gathered = gatherFacts(judgements, keys);
  for (const key of keys) {
    const { active, facts } = gathered.get(key) ?? { active: undefined, facts: [] };
    const findings = active === undefined ? [] : compareKey(active, facts, settings.failFast === true);
    if (findings.length === 0) compared.delete(key);
    else {
      isSorted &&= compared.has(key);
      compared.set(key, findings);
    }
    if (facts.length > manyFacts) yield;
  }
  if (isSorted) return compared;
  yield;
  // Of findings that say the same at one place the first is kept: which one that is must not depend on what came before.
  return new Map([...compared].sort(([a], [b]) => (a < b ? -1 : 1)));
}

/** The facts of these keys, those of each key in file order. */
function gatherFacts(judgements: readonly Judgement[], keys: ReadonlySet<string>): ReadonlyMap<string, GatheredFacts> {
  const gathered = new Map<string, GatheredFacts>();
  const add = (key: string, own: KeyedFacts | undefined): void => {
    if (own === undefined) return;
    const all = gathered.get(key);
    if (all === undefined) gathered.set(key, { active: own.active, facts: [...own.facts] });
    else for (const fact of own.facts) all.facts.push(fact);
  };
  for (const { facts } of judgements) {
    if (facts.size > keys.size) for (const key of keys) add(key, facts.get(key));
    else for (const [key, own] of facts) if (keys.has(key)) add(key, own);
  }
  return gathered;
}

interface GatheredFacts {
  readonly active: KeyedFacts['active'];
  readonly facts: InSection<Keyed>[];
}

function compareKey(
  active: KeyedFacts['active'],
  facts: readonly InSection<Keyed>[],
  failFast: boolean,
): readonly RawFinding[] {
  const findings: RawFinding[] = [];
  const [first] = facts;
  if (first === undefined) return findings;
  const failure = guardRule(active.rule.id, first.section, failFast, () => {
    for (const finding of active.rule.compare(facts, active.options)) findings.push(comparedFinding(active, finding));
  });
  return failure === undefined ? findings : [...findings, failure];
}

/** The keys for which a changed unit gives other facts than before, or whose facts come in another order. */
function changedKeys(changed: readonly ChangedUnit[], moved: readonly Judgement[]): ReadonlySet<string> {
  const keys = new Set(moved.flatMap(({ facts }) => [...facts.keys()]));
  for (const { before, after } of changed) {
    for (const key of new Set([...(before?.facts.keys() ?? []), ...(after?.facts.keys() ?? [])])) {
      if (!sameFacts(before?.facts.get(key), after?.facts.get(key))) keys.add(key);
    }
  }
  return keys;
}
