import { boundedFinding } from '#core/judge/bounded-finding.ts';
import type { Active, Dispatch } from '#core/judge/rule-dispatch.ts';
import type { ReviewUnit } from '#core/project/visit-nodes.ts';
import type { RawFinding } from '#core/raw-finding.ts';
import type { GlobalRuleOfAny, InSection, Keyed, LocalRuleOfAny, NodeKind, ReviewNode, Section } from '#core/rule.ts';
import { failureFinding, throwUnlessMistake } from '#core/work/failure.ts';
import { NotPrepared } from '#core/work/steps.ts';
import { NotUnderstood } from '#core/work/understood.ts';

/** The facts one unit gives to one key of a rule. */
export interface KeyedFacts {
  readonly active: Active<GlobalRuleOfAny>;
  readonly facts: readonly InSection<Keyed>[];
}

/** What the rules say of one unit by itself. */
export interface Judgement {
  readonly unit: Pick<ReviewUnit, 'group' | 'section' | 'role' | 'context' | 'schema'>;
  readonly dispatch: Dispatch;
  readonly findings: readonly RawFinding[];
  /** By group, rule and key. */
  readonly facts: ReadonlyMap<string, KeyedFacts>;
  readonly kinds: ReadonlySet<NodeKind>;
}

/** Runs the local rules on every node of a unit, and gathers the facts of the global ones; a rule that asks for what is not understood says no more of its node. */
export function judgeUnit(unit: ReviewUnit, dispatch: Dispatch, failFast: boolean): Judgement {
  const judge = new Judge(unit, dispatch, failFast);
  judge.visitAll();
  const { group, section, role, context, schema } = unit;
  const { findings, facts, kinds } = judge;
  return { unit: { group, section, role, context, schema }, dispatch, findings, facts, kinds };
}

/** A rule that throws becomes a finding, so that one broken rule does not blank the editor; with `failFast` it is thrown on. */
export function ruleFailure(ruleId: string, section: Section, failFast: boolean, error: unknown): RawFinding {
  if (failFast || error instanceof NotPrepared) throw error;
  return failureFinding(section, `judge this by the rule ${ruleId}`, error);
}

class Judge {
  readonly findings: RawFinding[] = [];
  readonly facts = new Map<string, { readonly active: Active<GlobalRuleOfAny>; readonly facts: InSection<Keyed>[] }>();
  readonly kinds = new Set<NodeKind>();
  readonly #unit: ReviewUnit;
  readonly #dispatch: Dispatch;
  readonly #failFast: boolean;

  constructor(unit: ReviewUnit, dispatch: Dispatch, failFast: boolean) {
    this.#unit = unit;
    this.#dispatch = dispatch;
    this.#failFast = failFast;
  }

  /** A section of which no views can be made is told; what was found in it before that stays. */
  visitAll(): void {
    try {
      this.#unit.visit((node) => this.#visit(node));
    } catch (error) {
      throwUnlessMistake(error);
      if (this.#failFast) throw error;
      this.findings.push(failureFinding(this.#unit.section, 'look through this', error));
    }
  }

  #visit(node: ReviewNode): void {
    this.kinds.add(node.kind);
    for (const active of this.#dispatch.local.get(node.kind) ?? [])
      if (this.#isHeard(active)) this.#check(active, node);
    for (const active of this.#dispatch.global.get(node.kind) ?? [])
      if (this.#isHeard(active)) this.#gather(active, node);
  }

  /** What is compared with no database breaks no rule about both. */
  #isHeard({ needsSchema }: Active<LocalRuleOfAny | GlobalRuleOfAny>): boolean {
    return !needsSchema || this.#unit.schema !== '';
  }

  #check({ rule, severity, options }: Active<LocalRuleOfAny>, node: ReviewNode): void {
    const { section, scope, group } = this.#unit;
    try {
      for (const finding of rule.check(node, scope, options)) {
        this.findings.push({
          ruleId: rule.id,
          severity,
          group,
          section: finding.section ?? section,
          finding: boundedFinding(finding),
        });
      }
    } catch (error) {
      if (error instanceof NotUnderstood) return;
      this.findings.push(ruleFailure(rule.id, section, this.#failFast, error));
    }
  }

  #gather(active: Active<GlobalRuleOfAny>, node: ReviewNode): void {
    const { section, scope } = this.#unit;
    try {
      for (const value of active.rule.gather(node, scope, active.options)) this.#addFact(active, value);
    } catch (error) {
      if (error instanceof NotUnderstood) return;
      this.findings.push(ruleFailure(active.rule.id, section, this.#failFast, error));
    }
  }

  #addFact(active: Active<GlobalRuleOfAny>, value: Keyed): void {
    const { section, group } = this.#unit;
    const id = `${group}\n${active.rule.id}\n${value.key}`;
    const known = this.facts.get(id);
    if (known === undefined) this.facts.set(id, { active, facts: [{ section, value }] });
    else known.facts.push({ section, value });
  }
}
