import { rulePage as pageOf } from '#rules/rule-page.ts';
import type { Session } from '#server/session.ts';

/** A rule's page as Markdown; `null` when there is no such rule. */
export function rulePage(session: Session, ruleId: string): string | null {
  const rule = session.rulebook.rules.find(({ id }) => id === ruleId);
  return rule === undefined ? null : pageOf(rule);
}
