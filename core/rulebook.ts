import type { LintCounterparts } from '#core/prisma/lint/lint-counterpart.ts';
import type { Rule } from '#core/rule.ts';
import type { RuleSetting } from '#core/rule-setting.ts';

/** A named set of severities and options; `rules` holds only what differs from `base` and `turnsOn`. */
export interface Preset {
  readonly name: string;
  readonly description: string;
  /** `recommended`: rules marked so, at their own severity. `all`: every rule. */
  readonly base: 'recommended' | 'all';
  /** Rules that are on at their own severity, though not recommended. */
  readonly turnsOn?: readonly string[];
  readonly rules: { readonly [ruleId: string]: RuleSetting };
}

/** What the entry points hand to the engine: the rules there are, and the presets that name sets of them. */
export interface Rulebook {
  readonly rules: readonly Rule[];
  readonly presets: readonly Preset[];
  /** What the rules of prisma-lint come to here. */
  readonly prismaLint?: LintCounterparts;
}
