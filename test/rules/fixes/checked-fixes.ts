import assert from 'node:assert/strict';
import { type Review, review } from '#core/review.ts';
import type { ReviewSettings } from '#core/review-settings.ts';
import type { UnreadReason } from '#core/unread-reason.ts';
import { rules } from '#rules/index.ts';
import type { Files } from '../check-rule.ts';
import { checkAllSafe, checkEachFix, type FixProblem, type FixSetting } from './check-fixes.ts';
import { isKnown } from './known-consequences.ts';
import { safeFixes } from './safe-fixes.ts';

const folder = 'file:///example/';
const preset = { name: 'recommended', description: 'every rule', base: 'all', rules: {} } as const;

/** All rules, on. */
export const rulebook = { rules, presets: [preset] };

/** A review of files, under all rules. */
export function reviewFiles(files: Files): { readonly start: Review; readonly settings: ReviewSettings } {
  const sources = Object.entries(files).map(([name, text]) => ({ uri: folder + name, text }));
  const settings = (unread: ReadonlyMap<string, UnreadReason>): ReviewSettings => {
    return { folders: [folder], preset: 'recommended', unread, failFast: true };
  };
  const first = review(sources, rulebook, settings(new Map()));
  const known = settings(new Map(first.wanted.map((uri) => [uri, 'missing'])));
  return { start: review(sources, rulebook, known, first), settings: known };
}

/** Makes each fix of a review, one of a kind, and all safe ones: nothing beside what they are about changes, and nothing recommended comes up. */
export function checkFixes({ start, settings }: { readonly start: Review; readonly settings: ReviewSettings }): void {
  const setting: FixSetting = { rulebook, settings, perKind: 1 };
  const problems = [...checkEachFix(start, setting), ...checkAllSafe(start, setting)];
  const unknown = problems.filter(({ ruleId, problem }) => !isKnown(ruleId, problem));
  assert.deepEqual(unknown.map(said), []);
  for (const { ruleId, fixes } of [...start.files.values()].flatMap(({ findings }) => findings)) {
    const safe = fixes.find(({ safety }) => safety === 'safe');
    if (safe === undefined) continue;
    assert.ok(ruleId in safeFixes, `“${safe.title}” of ${ruleId} is safe: say why in safe-fixes.ts`);
  }
}

function said({ ruleId, title, problem, uri, place }: FixProblem): string {
  return `“${title}” of ${ruleId} ${problem} (${uri}, ${place})`;
}
