import type { HumanRowState } from '#core/checklist/checklist.ts';
import { evidenceCollectors } from '#rules/evidence/index.ts';

/** Why an answer has to be given again; undefined where it holds. */
export function staleText<E>({ item, answer, summary, isStale }: HumanRowState<E>): string | undefined {
  const given = answer?.evidence;
  if (!isStale || given === undefined || summary === undefined) return undefined;
  const noun = evidenceCollectors.find(({ id }) => id === item.evidence)?.noun ?? 'place';
  const counted = `${given.count} ${noun}${given.count === 1 ? '' : 's'}`;
  if (given.count !== summary.count) return `answered for ${counted}, now ${summary.count}`;
  return `answered for ${given.count === 1 ? `another ${noun}` : `${counted} of which some are others now`}`;
}
