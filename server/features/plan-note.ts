import { resolveFixes } from '#core/fix.ts';
import { migrationsOfEdits } from '#core/project/migrations-of-edits.ts';
import type { Review } from '#core/review.ts';
import { type ActionPlan, findFinding } from '#server/features/action-plan.ts';

/**
 * What the database will feel of many fixes that are made at once, as a sentence for the user; undefined where it feels nothing, and for
 * a single fix, whose title says it.
 */
export function planNote(plan: ActionPlan, review: Review): string | undefined {
  if (plan.kind !== 'fix') return undefined;
  const fix = findFinding(review, plan.uri, plan.finding)?.fixes[plan.fix];
  if (fix?.parts === undefined) return undefined;
  const { files } = resolveFixes(review, [fix]);
  const notes = migrationsOfEdits(review.workspace, files).map(({ note }) => note);
  return notes.length === 0 ? undefined : `Plumbline: ${notes.join(' ')}`;
}
