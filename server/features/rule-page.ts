import { rulePage as pageOf } from '#rules/rule-page.ts';
import type { Rules } from '#server/inputs.ts';

/** A rule's page as Markdown; `null` when there is no such rule. */
export function rulePage(session: Rules, ruleId: string): string | null {
  const rule = session.rulebook.rules.find(({ id }) => id === ruleId);
  return rule === undefined ? null : pageOf(rule);
}
