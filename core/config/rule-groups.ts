import type { Rule } from '#core/rule.ts';

/** The names that stand for all rules of a folder, as `prisma/*`. */
export function ruleGroups(rules: readonly Rule[]): readonly string[] {
  return [...new Set(rules.map(({ id }) => groupOf(id)))];
}

/** The group a rule belongs to. */
export function groupOf(ruleId: string): string {
  return `${ruleId.slice(0, ruleId.indexOf('/'))}/*`;
}
