import type { ActiveRule } from '#core/config/config.ts';
import { isGeneratorFunction } from '#core/judge/for-each-said.ts';
import type { GlobalRuleOfAny, LocalRuleOfAny, Rule } from '#core/rule.ts';

export type Active<R> = Omit<ActiveRule, 'rule'> & {
  readonly rule: R;
};

/**
 * A rule as it is asked about nodes: what is looked at for each node lies in objects of one shape, whatever the shape of the rule, since
 * hundreds of thousands of nodes are asked about.
 */
export class AskedRule {
  readonly rule: Rule;
  readonly needsDatabase: boolean;
  readonly needsBase: boolean;
  readonly local: Active<LocalRuleOfAny> | undefined;
  readonly global: Active<GlobalRuleOfAny> | undefined;
  readonly check: LocalRuleOfAny['check'] | undefined;
  readonly gather: GlobalRuleOfAny['gather'] | undefined;
  /** True where what it says is a generator. */
  readonly isGenerator: boolean;
  readonly options: ActiveRule['options'];
  #lastFact: { readonly group: string; readonly key: string; readonly id: string } | undefined;

  constructor({ rule, severity, options }: ActiveRule) {
    this.rule = rule;
    const needs: readonly string[] = rule.needs;
    this.needsDatabase = needs.includes('database');
    this.needsBase = needs.includes('base');
    this.local = rule.reach === 'local' ? { rule, severity, options } : undefined;
    this.global = rule.reach === 'global' ? { rule, severity, options } : undefined;
    this.check = this.local?.rule.check;
    this.gather = this.global?.rule.gather;
    this.isGenerator = isGeneratorFunction(rule.reach === 'local' ? rule.check : rule.gather);
    this.options = options;
    this.#lastFact = undefined;
  }

  /** What the facts of a key are kept by in a group: mostly the very text it was for the fact before. */
  factId(group: string, key: string): string {
    if (this.#lastFact?.group === group && this.#lastFact.key === key) return this.#lastFact.id;
    const id = `${group}\n${this.rule.id}\n${key}`;
    this.#lastFact = { group, key, id };
    return id;
  }
}
