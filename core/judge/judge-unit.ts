import type { Active, AskedRule } from '#core/judge/asked-rule.ts';
import { boundedFinding } from '#core/judge/bounded-finding.ts';
import { forEachSaid, saysNothing } from '#core/judge/for-each-said.ts';
import type { Dispatch } from '#core/judge/rule-dispatch.ts';
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
  /** Those of rules that need no database come first. */
  readonly findings: readonly RawFinding[];
  /** How many need none. */
  readonly plainFindings: number;
  /** By group, rule and key. */
  readonly facts: ReadonlyMap<string, KeyedFacts>;
  readonly kinds: ReadonlySet<NodeKind>;
}

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
  readonly #plainFindings: RawFinding[] = [];
  readonly #databaseFindings: RawFinding[] = [];
  readonly #facts = new Map<string, { readonly active: Active<GlobalRuleOfAny>; readonly facts: InSection<Keyed>[] }>();
  readonly #kinds = new Set<NodeKind>();
  readonly #drafts: Draft[] = [];
  readonly #unit: ReviewUnit;
  readonly #dispatch: Dispatch;
  readonly #failFast: boolean;
  readonly #kept: Judgement | undefined;

  /** `kept`: a judgement of the same unit of which only that holds what rules say that need no database. */
  constructor(unit: ReviewUnit, dispatch: Dispatch, failFast: boolean, kept?: Judgement) {
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
    const plain = kept === undefined ? this.#plainFindings : kept.findings.slice(0, kept.plainFindings);
    return {
      unit: { group, section, role, context, schema, base },
      dispatch: this.#dispatch,
      findings: [...plain, ...this.#databaseFindings],
      plainFindings: plain.length,
      facts: kept === undefined ? this.#facts : new Map([...plainFacts(kept), ...this.#facts]),
      kinds: kept === undefined ? this.#kinds : kept.kinds,
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
      this.#plainFindings.push(failureFinding(this.#unit.section, 'look through this', error));
    }
  }

  #visit(node: ReviewNode): void {
    this.#kinds.add(node.kind);
    const ofKind = this.#dispatch.get(node.kind);
    if (ofKind === undefined) return;
    const outer = setAsking(true);
    try {
      if (this.#kept === undefined) ofKind.ask(node, this.#unit, this.#judge);
      else ofKind.askOfDatabase(node, this.#unit, this.#judge);
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
    if (needsBase && former !== undefined) return needsDatabase ? { ...database, ...former } : former;
    return needsDatabase ? (database ?? scope) : scope;
  }

  /** What is not understood is no failure. */
  #noteFailure(asked: AskedRule, error: unknown): void {
    if (error instanceof NotUnderstood) return;
    this.#findingsOf(asked).push(ruleFailure(asked.rule.id, this.#unit.section, this.#failFast, error));
  }

  #findingsOf({ needsDatabase }: AskedRule): RawFinding[] {
    return needsDatabase ? this.#databaseFindings : this.#plainFindings;
  }

  #addFindings(asked: AskedRule, found: Iterable<Finding>): void {
    if (!saysNothing(found)) forEachSaid(found, asked.isGenerator, this.#addFinding, asked);
  }

  readonly #addFinding = (finding: Finding, asked: AskedRule): void => {
    const { local } = asked;
    if (local === undefined) return;
    const { section, group } = this.#unit;
    this.#findingsOf(asked).push({
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

/** What rules gathered that need no database. */
function plainFacts({ facts }: Judgement): readonly (readonly [string, KeyedFacts])[] {
  return [...facts].filter(([, { active }]) => !active.rule.needs.includes('database'));
}

/** What a rule gathered, and has yet to complete. */
interface Draft {
  readonly asked: AskedRule;
  readonly value: Keyed;
}
