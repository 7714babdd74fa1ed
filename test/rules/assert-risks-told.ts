import assert from 'node:assert/strict';
import type { Risks } from './prisma-risks.ts';

/** How titles say that something is lost, may fail, or is written anew. */
export const saysLoss = /\blos(?:es|t)\b/;
export const saysFailure = /\bfails?\b/;
export const saysRewrite = /\brewrites?\b/;

/** Who reads the title knows what the migration may do to the rows that are there. */
export function assertRisksTold(title: string, { losses, failures, rewrites }: Risks, where: string): void {
  const isLossTold = saysLoss.test(title);
  if (!isLossTold) assert.deepEqual(losses, [], `a loss is told: ${where}`);
  // A column that is dropped comes back without a default: who knows the one knows the other.
  if (!isLossTold && !saysFailure.test(title)) assert.deepEqual(failures, [], `what makes it fail is told: ${where}`);
  if (!isLossTold && !saysRewrite.test(title)) assert.deepEqual(rewrites, [], `a rewrite is told: ${where}`);
}
