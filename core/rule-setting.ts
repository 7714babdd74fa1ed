import type { Severity } from '#core/rule.ts';
/** How a rule is set: switched off, given another severity, given options, or both. */
export interface RuleSetting {
  readonly severity?: Severity | 'off';
  readonly options?: { readonly [name: string]: OptionValue | WordChanges };
}

export type OptionValue = string | number | boolean | readonly string[];

/** What a list of words is to have more and less than it has. */
export interface WordChanges {
  readonly add: readonly string[];
  readonly remove: readonly string[];
}
