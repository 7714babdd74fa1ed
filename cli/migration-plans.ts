import type { Report } from '#cli/report.ts';
import type { ReviewedFiles } from '#cli/writable-review.ts';
import { printable } from '#core/text/printable.ts';
import { migrationPlan } from '#rules/migration/migration-plan.ts';
import { planText } from '#rules/migration/plan-text.ts';

/** The plans of the shown schemas that changed, as drafts in SQL. */
export function migrationPlans(
  { base, workspace }: ReviewedFiles,
  { places }: Pick<Report, 'places'>,
  isShown: (uri: string) => boolean,
): readonly string[] {
  if (base === undefined || workspace === undefined) return [];
  return workspace.schemas.flatMap((schema) => {
    const [first, ...others] = schema.documents.map(({ uri }) => uri);
    const plan = schema.documents.some(({ uri }) => isShown(uri)) ? migrationPlan(schema, base) : undefined;
    const path = places.pathOf(first !== undefined && others.length === 0 ? first : schema.root);
    return plan === undefined ? [] : [printableLines(planText(plan, path, base.name))];
  });
}

function printableLines(text: string): string {
  return text.split('\n').map(printable).join('\n');
}
