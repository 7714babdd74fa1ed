import type { Statements } from '#rules/migration/sql-dialect.ts';

/** When a step is taken, in this order; the words stand above the steps. */
export const stages = {
  before: 'Before the new code is deployed. What runs now goes on with it.',
  with: 'In the moment of deployment: what runs before and after it asks for different things.',
  fill: 'Rows: look through them, and fill what is empty, in batches.',
  after: 'When nothing that runs asks for the old any more.',
} as const;

export type Stage = keyof typeof stages;

/** One thing to be done to a database. */
export interface PlanStep {
  readonly stage: Stage;
  /** What changes, and what is felt of it. */
  readonly says: string;
  /** None: Prisma's own migration does it. Those that begin with `--` want a decision first. */
  readonly sql: Statements;
  /** True where it must be the only one of its migration. */
  readonly isAlone?: boolean;
}
