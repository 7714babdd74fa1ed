import type { OptionValue } from '#core/rule-setting.ts';
import type { PlainValue } from '#core/tree/tree.ts';

/** What of our rules looks at the same thing as a rule of prisma-lint, a reviewer of Prisma schemas. */
export interface LintCounterpart {
  /** Ids of our rules. */
  readonly rules: readonly string[];
  /** What its options say to those; undefined where they set it to look at something else. Without it options say nothing to ours. */
  readonly read?: (options: LintOptions) => { readonly [name: string]: OptionValue } | undefined;
}

export interface LintOptions {
  readonly [name: string]: PlainValue;
}

/** By the names of the rules. */
export type LintCounterparts = Readonly<Record<string, LintCounterpart>>;
