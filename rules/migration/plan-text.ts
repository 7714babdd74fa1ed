import type { MigrationPlan } from '#rules/migration/migration-plan.ts';
import { type PlanStep, type Stage, stages } from '#rules/migration/plan-step.ts';

/** How wide comments are. */
const width = 100;

/** A plan as a draft in SQL: advice for the author of the migration, in comments and statements. `path` and `base` as people call them. */
export function planText({ database, notes, steps }: MigrationPlan, path: string, base: string): string {
  const title = `${path} against ${base}${database === undefined ? '' : `, for ${database}`}: a plan. Nothing of it was run.`;
  const how =
    'Make each part a migration of its own with `prisma migrate dev --create-only`, and put its statements in the place of Prisma’s. Read them first: names of indexes and keys are those that Prisma gives.';
  const parts = (Object.keys(stages) as Stage[]).flatMap((stage) => partText(stage, steps));
  const head = [title, ...(steps.length === 0 ? [] : [how]), ...notes].map(comment).join('\n');
  return `${[head, ...parts.map((part, index) => part.replace('%', String(index + 1)))].join('\n\n')}\n`;
}

function partText(stage: Stage, steps: readonly PlanStep[]): readonly string[] {
  const own = steps.filter((step) => step.stage === stage);
  if (own.length === 0) return [];
  return [[comment(`%. ${stages[stage]}`), ...own.map(stepText)].join('\n\n')];
}

function stepText({ says, sql, isAlone = false }: PlanStep): string {
  const alone = isAlone ? ' Alone in its migration.' : '';
  const left = sql.length === 0 && !says.includes('Prisma') ? ' Prisma’s own migration does it.' : '';
  return [comment(`${says}${alone}${left}`), ...sql].join('\n');
}

/** Lines of a comment, broken between words. */
function comment(text: string): string {
  const lines: string[] = [];
  let line = '--';
  for (const word of text.split(/\s+/)) {
    if (line.length + word.length >= width && line !== '--') {
      lines.push(line);
      line = '--';
    }
    line += ` ${word}`;
  }
  return [...lines, line].join('\n');
}
