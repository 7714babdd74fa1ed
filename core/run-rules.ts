import { comparedFinding, guardRule, type Judgement, judgeUnit, type KeyedFacts } from '#core/judge-unit.ts';
import { type ReviewUnit, reviewUnits } from '#core/project/visit-nodes.ts';
import { configFor, type Workspace } from '#core/project/workspace.ts';
import type { RawFinding } from '#core/raw-finding.ts';
import type { ReviewSettings } from '#core/review.ts';
import type { InSection, Keyed, NodeKind, Section } from '#core/rule.ts';
import { type Dispatch, dispatchFor } from '#core/rule-dispatch.ts';
import type { Rulebook } from '#core/rulebook.ts';
import { sameFacts } from '#core/same-facts.ts';
import { staleReads } from '#core/stale-reads.ts';
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

/** Runs the rules over every unit that `previous` says nothing of any more, and compares facts where they changed. */
export function runRules(
  workspace: Workspace,
  rulebook: Rulebook,
  settings: ReviewSettings,
  previous?: RuleRun,
): RuleRun {
  const readers = previous?.readers ?? new Map<string, Set<SectionId>>();
  const stale = previous === undefined ? new Set<SectionId>() : staleSections(previous, workspace, settings);
  const before = new KnownJudgements(previous?.judgements ?? []);
  const judgements: Judgement[] = [];
  const added: Judgement[] = [];
  const dispatchOf = dispatcher(workspace, rulebook, settings);
  for (const unit of reviewUnits(workspace, settings)) {
    const known = before.take(unit, dispatchOf(unit.section.uri), stale);
    const judgement = known ?? judge(unit, dispatchOf(unit.section.uri), workspace, settings, readers);
    if (known === undefined) added.push(judgement);
    judgements.push(judgement);
  }
  const changed = pairUp(before.left(), added);
  return { workspace, settings, judgements, compared: compare(judgements, changed, settings, previous), readers };
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

/** The judgements of the run before, to be taken over one by one. Units mostly come in the same order again. */
class KnownJudgements {
  readonly #judgements: readonly Judgement[];
  readonly #taken = new Set<Judgement>();
  #next = 0;
  #bySection: Map<Section, Judgement[]> | undefined;

  constructor(judgements: readonly Judgement[]) {
    this.#judgements = judgements;
  }

  /** The judgement that still holds for a unit; undefined when it must be judged anew. */
  take(unit: ReviewUnit, dispatch: Dispatch, stale: ReadonlySet<SectionId>): Judgement | undefined {
    const known = this.#find(unit);
    if (known === undefined || !isSameUnit(known, unit, dispatch) || stale.has(unit.section.id)) return undefined;
    this.#taken.add(known);
    return known;
  }

  /** The judgements that nobody took. */
  left(): readonly Judgement[] {
    return this.#judgements.filter((judgement) => !this.#taken.has(judgement));
  }

  #find(unit: ReviewUnit): Judgement | undefined {
    for (let ahead = 0; ahead < 2; ahead++) {
      const candidate = this.#judgements[this.#next + ahead];
      if (candidate?.unit.section !== unit.section || candidate.unit.group !== unit.group) continue;
      this.#next += ahead + 1;
      return candidate;
    }
    this.#bySection ??= groupBySection(this.#judgements);
    return this.#bySection.get(unit.section)?.find((judgement) => judgement.unit.group === unit.group);
  }
}

function groupBySection(judgements: readonly Judgement[]): Map<Section, Judgement[]> {
  const bySection = new Map<Section, Judgement[]>();
  for (const judgement of judgements) {
    const known = bySection.get(judgement.unit.section);
    if (known === undefined) bySection.set(judgement.unit.section, [judgement]);
    else known.push(judgement);
  }
  return bySection;
}

/** A unit that was judged again, is new, or is gone. */
interface ChangedUnit {
  readonly before: Judgement | undefined;
  readonly after: Judgement | undefined;
}

function pairUp(before: readonly Judgement[], after: readonly Judgement[]): readonly ChangedUnit[] {
  const keyOf = ({ unit }: Judgement): string => `${unit.group}\n${unit.section.id}`;
  const old = new Map(before.map((judgement) => [keyOf(judgement), judgement]));
  const changed = after.map((judgement) => ({ before: old.get(keyOf(judgement)), after: judgement }));
  for (const judgement of after) old.delete(keyOf(judgement));
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

function isSameUnit({ unit, dispatch }: Judgement, now: ReviewUnit, dispatchNow: Dispatch): boolean {
  return (
    unit.section === now.section &&
    unit.role === now.role &&
    unit.context === now.context &&
    unit.schema === now.schema &&
    dispatch === dispatchNow
  );
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

/** Compares again the keys for which a changed unit gives other facts than before; takes over the rest. */
function compare(
  judgements: readonly Judgement[],
  changed: readonly ChangedUnit[],
  settings: ReviewSettings,
  previous: RuleRun | undefined,
): ReadonlyMap<string, readonly RawFinding[]> {
  const keys = changedKeys(changed);
  if (keys.size === 0 && previous !== undefined) return previous.compared;
  const gathered = new Map<string, { active: KeyedFacts['active']; facts: InSection<Keyed>[] }>();
  for (const { facts } of judgements) {
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
