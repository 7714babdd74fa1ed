import type { WordChanges } from '#core/config/word-changes.ts';
import type { Rule, Severity } from '#core/rule.ts';

/** A named set of severities and options; `rules` holds only what differs from `base`. */
export interface Preset {
  readonly name: string;
  readonly description: string;
  /** `recommended`: rules marked so, at their own severity. `all`: every rule. */
  readonly base: 'recommended' | 'all';
  readonly rules: { readonly [ruleId: string]: RuleSetting };
}

/** How a rule is set: switched off, given another severity, given options, or both. */
export interface RuleSetting {
  readonly severity?: Severity | 'off';
  readonly options?: { readonly [name: string]: OptionValue | WordChanges };
}

export type OptionValue = string | number | boolean | readonly string[];

/** What the entry points hand to the engine: the rules there are, and the presets that name sets of them. */
export interface Rulebook {
  readonly rules: readonly Rule[];
  readonly presets: readonly Preset[];
}
