import { comparedFinding, guardRule, type Judgement, judgeUnit, type KeyedFacts } from '#core/judge-unit.ts';
import { type ReviewUnit, reviewUnits } from '#core/project/visit-nodes.ts';
import { configFor, type Workspace } from '#core/project/workspace.ts';
import type { RawFinding } from '#core/raw-finding.ts';
import type { ReviewSettings } from '#core/review.ts';
import type { InSection, Keyed, NodeKind } from '#core/rule.ts';
import { type Dispatch, dispatchFor } from '#core/rule-dispatch.ts';
import type { Rulebook } from '#core/rulebook.ts';
import { sameFacts } from '#core/same-facts.ts';
import { staleReads } from '#core/stale-reads.ts';

/** What the rules said, section by section, so that the next run can take over what still holds. */
export interface RuleRun {
  readonly workspace: Workspace;
  readonly settings: ReviewSettings;
  /** By unit, in the order of review. */
  readonly judgements: ReadonlyMap<string, Judgement>;
  /** By group, rule and key of the facts compared. */
  readonly compared: ReadonlyMap<string, readonly RawFinding[]>;
  /**
   * Which units read what. Shared by runs that follow from each other and only ever added to: a unit named in vain is
   * judged again in vain, and says the same.
   */
  readonly readers: Map<string, Set<string>>;
}

/** Runs the rules over every unit that `previous` says nothing of any more, and compares facts where they changed. */
export function runRules(
  workspace: Workspace,
  rulebook: Rulebook,
  settings: ReviewSettings,
  previous?: RuleRun,
): RuleRun {
  const readers = previous?.readers ?? new Map<string, Set<string>>();
  const stale = previous === undefined ? new Set<string>() : staleUnits(previous, workspace, settings);
  const judgements = new Map<string, Judgement>();
  const changed: ChangedUnit[] = [];
  const dispatchOf = dispatcher(workspace, rulebook, settings);
  for (const unit of reviewUnits(workspace, settings)) {
    const id = freeId(`${unit.group}\n${unit.section.id}`, judgements);
    const before = previous?.judgements.get(id);
    const dispatch = dispatchOf(unit.section.uri);
    const holds = before !== undefined && !stale.has(id) && isSameUnit(before, unit, dispatch);
    const judgement = holds ? before : judge(id, unit, dispatch, workspace, settings, readers);
    judgements.set(id, judgement);
    if (!holds) changed.push({ before, after: judgement });
  }
  for (const [id, before] of previous?.judgements ?? [])
    if (!judgements.has(id)) changed.push({ before, after: undefined });
  return { workspace, settings, judgements, compared: compare(judgements, changed, settings, previous), readers };
}

/** Every finding of a run, those of single units first. */
export function findingsOf({ judgements, compared }: RuleRun): readonly RawFinding[] {
  const lists = [...[...judgements.values()].map(({ findings }) => findings), ...compared.values()];
  return lists.filter((list) => list.length > 0).flat();
}

/** The kinds of nodes a run met. */
export function kindsOf({ judgements }: RuleRun): ReadonlySet<NodeKind> {
  const kinds = new Set<NodeKind>();
  for (const judgement of judgements.values()) for (const kind of judgement.kinds) kinds.add(kind);
  return kinds;
}

function staleUnits(previous: RuleRun, workspace: Workspace, settings: ReviewSettings): ReadonlySet<string> {
  const units = new Set<string>();
  const keys = staleReads(previous.workspace, workspace, previous.settings, settings);
  for (const key of keys) for (const id of previous.readers.get(key) ?? []) units.add(id);
  return units;
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

/** A file may hold two sections of one id's making (two duplicates); each is a unit of its own. */
function freeId(id: string, taken: ReadonlyMap<string, unknown>): string {
  let free = id;
  for (let count = 2; taken.has(free); count++) free = `${id}\n${count}`;
  return free;
}

function isSameUnit({ unit, dispatch }: Judgement, now: ReviewUnit, dispatchNow: Dispatch): boolean {
  return unit.section === now.section && unit.key === now.key && dispatch === dispatchNow;
}

function judge(
  id: string,
  unit: ReviewUnit,
  dispatch: Dispatch,
  { log }: Workspace,
  settings: ReviewSettings,
  readers: Map<string, Set<string>>,
): Judgement {
  const { result, reads } = log.record(() => judgeUnit(unit, dispatch, settings.failFast === true));
  for (const key of reads) {
    const known = readers.get(key);
    if (known === undefined) readers.set(key, new Set([id]));
    else known.add(id);
  }
  return result;
}

/** Compares again the keys for which a changed unit gives other facts than before; takes over the rest. */
function compare(
  judgements: ReadonlyMap<string, Judgement>,
  changed: readonly ChangedUnit[],
  settings: ReviewSettings,
  previous: RuleRun | undefined,
): ReadonlyMap<string, readonly RawFinding[]> {
  const keys = changedKeys(changed);
  if (keys.size === 0 && previous !== undefined) return previous.compared;
  const gathered = new Map<string, { active: KeyedFacts['active']; facts: InSection<Keyed>[] }>();
  for (const { facts } of judgements.values()) {
    if (facts.size === 0) continue;
    for (const key of facts.size < keys.size ? facts.keys() : keys) {
      const own = keys.has(key) ? facts.get(key) : undefined;
      if (own === undefined) continue;
      const all = gathered.get(key);
      if (all === undefined) gathered.set(key, { active: own.active, facts: [...own.facts] });
      else all.facts.push(...own.facts);
    }
  }
  const compared = new Map(previous?.compared);
  for (const key of keys) compared.delete(key);
  for (const [key, { active, facts }] of gathered) {
    const findings = compareKey(active, facts, settings.failFast === true);
    if (findings.length > 0) compared.set(key, findings);
  }
  return compared;
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

/** A unit that was judged again, is new, or is gone. */
interface ChangedUnit {
  readonly before: Judgement | undefined;
  readonly after: Judgement | undefined;
}

/** The keys for which a changed unit gives other facts than before. */
function changedKeys(changed: readonly ChangedUnit[]): ReadonlySet<string> {
  const keys = new Set<string>();
  for (const { before, after } of changed) {
    for (const key of new Set([...(before?.facts.keys() ?? []), ...(after?.facts.keys() ?? [])])) {
      if (!sameFacts(before?.facts.get(key), after?.facts.get(key))) keys.add(key);
    }
  }
  return keys;
}
