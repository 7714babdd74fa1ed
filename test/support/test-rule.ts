import type { RuleExample, Severity } from '#core/rule.ts';
import type { Preset } from '#core/rulebook.ts';

const examples: readonly [RuleExample] = [{ title: 'none', bad: '', good: '' }];

/** All that a rule has to say of itself, for rules that are made only to be run. */
export const ruleInfo = {
  summary: 'S.',
  why: 'W.',
  item: { id: 'item', title: 'An item' },
  references: [],
  severity: 'warning' as Severity,
  recommended: true,
  examples,
};

/** Every rule, each with its own severity. */
export const everyRule: Preset = { name: 'all', description: '', base: 'all', rules: {} };

/** The preset of whoever names none. */
export const recommendedRules: Preset = { name: 'recommended', description: '', base: 'recommended', rules: {} };
