import type { Rule } from '#core/rule.ts';
import { apiChanges, databaseChanges } from '#rules/checklist.ts';

/** What a change does to others. */
export type ChangeEffect = 'breaks-clients' | 'loses-data' | 'may-fail';

/** Their migrations drop what holds values, as Prisma's own differ says. */
const losing: ReadonlySet<string> = new Set([
  'change/column-kept',
  'change/column-renamed-mapped',
  'change/join-table-kept',
  'change/map-kept',
  'change/table-kept',
  'change/table-renamed-mapped',
  'change/type-cast',
]);

/** They say what a change asks for, and are told of none of their own. */
const advising: ReadonlySet<string> = new Set(['change/version-raised']);

/** True for a rule that tells of a change. */
export function tellsChange({ id, needs }: Pick<Rule, 'id' | 'needs'>): boolean {
  return needs.some((need) => need === 'base') && !advising.has(id);
}

/** What the changes do that a rule tells as errors; undefined for what is only to be looked at. */
export function changeEffect({ id, item }: Pick<Rule, 'id' | 'item'>): ChangeEffect | undefined {
  if (losing.has(id)) return 'loses-data';
  if (item === apiChanges) return 'breaks-clients';
  return item === databaseChanges ? 'may-fail' : undefined;
}
