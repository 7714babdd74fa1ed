import type { Active, AskedRule } from '#core/judge/asked-rule.ts';
import { boundedFinding } from '#core/judge/bounded-finding.ts';
import { forEachSaid, saysNothing } from '#core/judge/for-each-said.ts';
import type { Dispatch } from '#core/judge/rule-dispatch.ts';
import type { Beside } from '#core/judge/rules-of-kind.ts';
import type { NodeKind, ReviewNode } from '#core/node.ts';
import type { ReviewUnit } from '#core/project/review-unit.ts';
import type { RawFinding } from '#core/raw-finding.ts';
import type { Finding, GlobalRuleOfAny, InSection, Keyed, Scope, Usages } from '#core/rule.ts';
import type { Section } from '#core/text/section.ts';
import { setAsking, whileAsking } from '#core/work/asking.ts';
import { failureFinding, throwUnlessMistake } from '#core/work/failure.ts';
import { NotUnderstood } from '#core/work/understood.ts';

/** The facts one unit gives to one key of a rule. */
export interface KeyedFacts {
  readonly active: Active<GlobalRuleOfAny>;
  readonly facts: readonly InSection<Keyed>[];
}

/** What the rules say of one unit by itself. */
export interface Judgement {
  readonly unit: Pick<ReviewUnit, 'group' | 'section' | 'role' | 'context' | 'schema' | 'base'>;
  readonly dispatch: Dispatch;
  /** In the order of `needs`: those of rules that need nothing beside the unit come first. */
  readonly findings: readonly RawFinding[];
  /** How many there are of each; undefined where there are none. */
  readonly counts: readonly number[] | undefined;
  /** By group, rule and key. */
  readonly facts: ReadonlyMap<string, KeyedFacts>;
  readonly kinds: ReadonlySet<NodeKind>;
}

/** A judgement of the same unit, of which all holds but what rules say that need one of what is beside it. */
export interface KeptJudgement {
  readonly judgement: Judgement;
  readonly but: Beside;
}

/** What rules need beside the unit they look at. */
const needs: readonly ReadonlySet<Beside>[] = [
  new Set(),
  new Set(['database']),
  new Set(['base']),
  new Set(['database', 'base']),
];

/** A rule that throws becomes a finding, so that one broken rule does not blank the editor; with `failFast` it is thrown on. */
export function ruleFailure(ruleId: string, section: Section, failFast: boolean, error: unknown): RawFinding {
  if (failFast) throw error;
  return failureFinding(section, `judge this by the rule ${ruleId}`, error);
}

/**
 * Runs the local rules on every node of a unit, and gathers the facts of the global ones; a rule that asks for what is not understood
 * says no more of its node. `visitAll` is to be called first, then `completeAll` where anything is incomplete.
 */
export class UnitJudge {
  /** By the place in `needs` of what their rule needs. */
  readonly #findings: readonly RawFinding[][] = [[], [], [], []];
  readonly #facts = new Map<string, { readonly active: Active<GlobalRuleOfAny>; readonly facts: InSection<Keyed>[] }>();
  readonly #kinds = new Set<NodeKind>();
  readonly #drafts: Draft[] = [];
  readonly #unit: ReviewUnit;
  readonly #dispatch: Dispatch;
  readonly #failFast: boolean;
  readonly #kept: KeptJudgement | undefined;

  constructor(unit: ReviewUnit, dispatch: Dispatch, failFast: boolean, kept?: KeptJudgement) {
    this.#unit = unit;
    this.#dispatch = dispatch;
    this.#failFast = failFast;
    this.#kept = kept;
  }

  /** True where facts wait for what is to be found out of the whole description. */
  get isIncomplete(): boolean {
    return this.#drafts.length > 0;
  }

  get judgement(): Judgement {
    const { group, section, role, context, schema, base } = this.#unit;
    const kept = this.#kept;
    const parts = kept === undefined ? this.#findings : withKept(kept, this.#findings);
    const findings = parts.flat();
    return {
      unit: { group, section, role, context, schema, base },
      dispatch: this.#dispatch,
      findings,
      counts: findings.length === 0 ? undefined : parts.map(({ length }) => length),
      facts: kept === undefined ? this.#facts : new Map([...keptFacts(kept), ...this.#facts]),
      kinds: kept === undefined ? this.#kinds : kept.judgement.kinds,
    };
  }

  completeAll(usages: Usages): void {
    whileAsking(true, () => {
      for (const draft of this.#drafts) this.#complete(draft, usages);
    });
  }

  #complete({ asked, value }: Draft, usages: Usages): void {
    try {
      const fact = asked.global?.rule.complete?.(value, usages);
      if (fact !== undefined) this.#addFact(asked, fact);
    } catch (error) {
      this.#noteFailure(asked, error);
    }
  }

  /** A section of which no views can be made is told; what was found in it before that stays. */
  visitAll(): void {
    try {
      this.#unit.visit((node) => this.#visit(node));
    } catch (error) {
      throwUnlessMistake(error);
      if (this.#failFast) throw error;
      this.#findings[0]?.push(failureFinding(this.#unit.section, 'look through this', error));
    }
  }

  #visit(node: ReviewNode): void {
    this.#kinds.add(node.kind);
    const ofKind = this.#dispatch.get(node.kind);
    if (ofKind === undefined) return;
    const outer = setAsking(true);
    try {
      if (this.#kept === undefined) ofKind.ask(node, this.#unit, this.#judge);
      else ofKind.askThoseOf(this.#kept.but, node, this.#unit, this.#judge);
    } finally {
      setAsking(outer);
    }
  }

  readonly #judge = (asked: AskedRule, node: ReviewNode): void => {
    const seen = this.#scopeFor(asked);
    try {
      if (asked.check !== undefined) this.#addFindings(asked, asked.check(node, seen, asked.options));
      else if (asked.gather !== undefined) this.#addFacts(asked, asked.gather(node, seen, asked.options));
    } catch (error) {
      this.#noteFailure(asked, error);
    }
  };

  #scopeFor({ needsDatabase, needsBase }: AskedRule): Scope {
    const { database, former, scope } = this.#unit;
    if (needsBase && former !== undefined) return needsDatabase ? { ...former, ...database } : former;
    return needsDatabase ? (database ?? scope) : scope;
  }

  /** What is not understood is no failure. */
  #noteFailure(asked: AskedRule, error: unknown): void {
    if (error instanceof NotUnderstood) return;
    this.#findings[placeOf(asked)]?.push(ruleFailure(asked.rule.id, this.#unit.section, this.#failFast, error));
  }

  #addFindings(asked: AskedRule, found: Iterable<Finding>): void {
    if (!saysNothing(found)) forEachSaid(found, asked.isGenerator, this.#addFinding, asked);
  }

  readonly #addFinding = (finding: Finding, asked: AskedRule): void => {
    const { local } = asked;
    if (local === undefined) return;
    const { section, group } = this.#unit;
    this.#findings[placeOf(asked)]?.push({
      ruleId: local.rule.id,
      severity: local.severity,
      group,
      section: finding.section ?? section,
      finding: boundedFinding(finding),
    });
  };

  #addFacts(asked: AskedRule, gathered: Iterable<Keyed>): void {
    if (!saysNothing(gathered)) forEachSaid(gathered, asked.isGenerator, this.#addGathered, asked);
  }

  readonly #addGathered = (value: Keyed, asked: AskedRule): void => {
    if (asked.global?.rule.complete === undefined) this.#addFact(asked, value);
    else this.#drafts.push({ asked, value });
  };

  #addFact(asked: AskedRule, value: Keyed): void {
    const { section, group } = this.#unit;
    const id = asked.factId(group, value.key);
    const known = this.#facts.get(id);
    if (known !== undefined) known.facts.push({ section, value });
    else if (asked.global !== undefined) this.#facts.set(id, { active: asked.global, facts: [{ section, value }] });
  }
}

/** The place in `needs` of what a rule needs. */
function placeOf({ needsDatabase, needsBase }: AskedRule): number {
  return (needsDatabase ? 1 : 0) + (needsBase ? 2 : 0);
}

/** What is found anew, and of what is kept all that the same rules did not say. */
function withKept(
  { judgement: { findings, counts = [] }, but }: KeptJudgement,
  anew: readonly RawFinding[][],
): readonly (readonly RawFinding[])[] {
  let start = 0;
  return needs.map((beside, place) => {
    const end = start + (counts[place] ?? 0);
    const kept = findings.slice(start, end);
    start = end;
    return beside.has(but) ? (anew[place] ?? []) : kept;
  });
}

/** What rules gathered that hold. */
function keptFacts({ judgement: { facts }, but }: KeptJudgement): readonly (readonly [string, KeyedFacts])[] {
  return [...facts].filter(([, { active }]) => !active.rule.needs.includes(but));
}

/** What a rule gathered, and has yet to complete. */
interface Draft {
  readonly asked: AskedRule;
  readonly value: Keyed;
}
