import type { Review } from '#core/review.ts';
import type { Random } from '../../support/random.ts';
import { blockSteps, takeBack } from './block-steps.ts';
import { happens } from './chance.ts';
import { fileSteps } from './file-steps.ts';
import { findingSteps } from './finding-steps.ts';
import { proseSteps } from './prose-steps.ts';
import { referenceSteps } from './reference-steps.ts';
import { settingSteps } from './setting-steps.ts';
import type { StepKind, Table } from './step.ts';
import { textSteps } from './text-steps.ts';

const stepKinds = [textSteps, proseSteps, blockSteps, referenceSteps, fileSteps, settingSteps, findingSteps].flat();
const totalWeight = stepKinds.reduce((total, { weight }) => total + weight, 0);

/** Mostly one edit, now and then several before the next review. */
export function takeStep(table: Table): string {
  const count = happens(table.random, 0.15) ? 2 + table.random.below(3) : 1;
  const isBroken = hasSyntaxError(table.review);
  const done: string[] = [];
  for (let tries = 0; done.length < count && tries < 20; tries++) {
    const { name, act } = isBroken && happens(table.random, 0.5) ? mend : someKind(table.random);
    const what = act(table);
    if (what !== undefined) done.push(`${name}: ${what}`);
  }
  return done.join('\n    and ');
}

/** What is broken is mostly mended soon: broken texts have little to say, and take long to read. */
const mend = { name: 'mend', act: takeBack };

function hasSyntaxError({ files }: Review): boolean {
  return [...files.values()].some(({ findings }) => findings.some(({ ruleId }) => ruleId === 'plumbline/syntax'));
}

function someKind(random: Random): StepKind {
  let left = random.next() * totalWeight;
  for (const kind of stepKinds) {
    left -= kind.weight;
    if (left < 0) return kind;
  }
  return { name: 'nothing', weight: 0, act: () => undefined };
}
