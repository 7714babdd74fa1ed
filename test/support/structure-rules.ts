import type { Rule } from '#core/rule.ts';

/** True for rules that compare a text with the tables of the specification: tests about something else write as little as they need. */
export function judgesStructure({ on }: Pick<Rule, 'on'>): boolean {
  return on.includes('openapi.written');
}
