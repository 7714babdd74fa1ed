import { boundedFinding } from '#core/judge/bounded-finding.ts';
import { type Judgement, type KeyedFacts, ruleFailure } from '#core/judge/judge-unit.ts';
import { unitKey } from '#core/judge/known-judgements.ts';
import { sameFacts } from '#core/judge/same-facts.ts';
import { SpanMoves } from '#core/judge/span-moves.ts';
import type { RawFinding } from '#core/raw-finding.ts';
import type { ReviewSettings } from '#core/review-settings.ts';
import type { InSection, Keyed } from '#core/rule.ts';
import { cost, Pace } from '#core/work/pace.ts';
import type { Steps } from '#core/work/steps.ts';

/** What comparing found, by group, rule and key of the facts. */
export type ComparedFacts = ReadonlyMap<string, readonly RawFinding[]>;

/** What a run judged that the one before did not, or where. */
export interface ChangedJudgements {
  readonly before: readonly Judgement[];
  readonly after: readonly Judgement[];
  /** Those that now stand behind one they stood before. */
  readonly moved: readonly Judgement[];
}

/** Compares the facts of keys for which they changed; where only places changed, what was found moves with them. */
export function* compareFacts(
  judgements: readonly Judgement[],
  changes: ChangedJudgements,
  settings: ReviewSettings,
  previous: ComparedFacts = new Map(),
): Steps<ComparedFacts> {
  const { keys, moved } = yield* changedFacts(changes, previous);
  if (keys.size === 0 && moved.size === 0) return previous;
  const compared = new Map([...previous, ...moved]);
  let isSorted = true;
  const pace = new Pace();
  const gathered = keys.size === 0 ? new Map<string, GatheredFacts>() : yield* gatherFacts(judgements, keys);
  for (const key of keys) {
    const { active, facts } = gathered.get(key) ?? { active: undefined, facts: [] };
    const findings =
      active === undefined ? [] : yield* compareKey(groupOf(key), active, facts, settings.failFast === true);
    if (findings.length === 0) compared.delete(key);
    else {
      isSorted &&= compared.has(key);
      compared.set(key, findings);
    }
    if (pace.isDue(cost.fact * facts.length)) yield;
  }
  if (isSorted) return compared;
  yield;
  // Of findings that say the same at one place the first is kept: which one that is must not depend on what came before.
  return new Map([...compared].sort(([a], [b]) => (a < b ? -1 : 1)));
}

interface ChangedFacts {
  /** The keys for which a changed unit gives other facts than before, or whose facts come in another order. */
  readonly keys: ReadonlySet<string>;
  /** What was found under keys whose facts say the same, at other places. */
  readonly moved: ComparedFacts;
}

function* changedFacts({ before, after, moved }: ChangedJudgements, previous: ComparedFacts): Steps<ChangedFacts> {
  const keys = new Set(moved.flatMap(({ facts }) => [...facts.keys()]));
  const moves = new Map<string, SpanMoves>();
  const pace = new Pace();
  for (const [old, now] of pairUp(before, after)) {
    if (pace.isDue(cost.fact)) yield;
    for (const key of new Set([...(old?.facts.keys() ?? []), ...(now?.facts.keys() ?? [])])) {
      if (keys.has(key)) continue;
      const own = moves.get(key) ?? new SpanMoves();
      moves.set(key, own);
      if (!sameFacts(old?.facts.get(key), now?.facts.get(key), own)) keys.add(key);
    }
  }
  const placed = new Map<string, readonly RawFinding[]>();
  for (const [key, own] of moves) {
    const known = keys.has(key) || own.isEmpty ? undefined : previous.get(key);
    const findings = known && own.applyTo(known);
    if (findings !== undefined) placed.set(key, findings);
    else if (known !== undefined) keys.add(key);
  }
  return { keys, moved: placed };
}

/** Each unit that was judged again with both its judgements; what is new or gone with one. */
function pairUp(
  before: readonly Judgement[],
  after: readonly Judgement[],
): readonly (readonly [Judgement | undefined, Judgement | undefined])[] {
  if (before.length === 0) return after.map((judgement) => [undefined, judgement] as const);
  const old = new Map(before.map((judgement) => [unitKey(judgement.unit), judgement]));
  const pairs = after.map((judgement) => [old.get(unitKey(judgement.unit)), judgement] as const);
  for (const { unit } of after) old.delete(unitKey(unit));
  return [...pairs, ...[...old.values()].map((judgement) => [judgement, undefined] as const)];
}

/** The facts of these keys, those of each key in file order. */
function* gatherFacts(
  judgements: readonly Judgement[],
  keys: ReadonlySet<string>,
): Steps<ReadonlyMap<string, GatheredFacts>> {
  const gathered = new Map<string, GatheredFacts>();
  const add = (key: string, own: KeyedFacts | undefined): void => {
    if (own === undefined) return;
    const all = gathered.get(key);
    if (all === undefined) gathered.set(key, { active: own.active, facts: [...own.facts] });
    else for (const fact of own.facts) all.facts.push(fact);
  };
  const pace = new Pace();
  for (const { facts } of judgements) {
    if (pace.isDue(cost.looked)) yield;
    if (facts.size > keys.size) for (const key of keys) add(key, facts.get(key));
    else for (const [key, own] of facts) if (keys.has(key)) add(key, own);
  }
  return gathered;
}

/** Facts are kept by group, rule and key. */
function groupOf(key: string): string {
  return key.slice(0, key.indexOf('\n'));
}

interface GatheredFacts {
  readonly active: KeyedFacts['active'];
  readonly facts: InSection<Keyed>[];
}

/** Looks at all facts as far as to its next finding: where they are many, each may take long to find. */
function* compareKey(
  group: string,
  { rule, severity, options }: KeyedFacts['active'],
  facts: readonly InSection<Keyed>[],
  failFast: boolean,
): Steps<readonly RawFinding[]> {
  const findings: RawFinding[] = [];
  const pace = new Pace();
  const [first] = facts;
  if (first === undefined) return findings;
  try {
    for (const { section, value } of rule.compare(facts, options)) {
      findings.push({
        ruleId: rule.id,
        severity,
        group,
        section: value.section ?? section,
        finding: boundedFinding(value),
      });
      if (pace.isDue(cost.fact * facts.length)) yield;
    }
  } catch (error) {
    findings.push(ruleFailure(rule.id, first.section, failFast, error));
  }
  return findings;
}
