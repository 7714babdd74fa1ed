import { changedUris, firstSafeFix, fixAllSteps } from '#core/fix/fix-all.ts';
import { changesOf } from '#core/fix/fix-changes.ts';
import { fixOutcome } from '#core/fix/fix-outcome.ts';
import { resolveFixes } from '#core/fix.ts';
import { singleFindings } from '#core/place/folded-findings.ts';
import { type Review, review } from '#core/review.ts';
import type { ReviewFinding, ReviewFix } from '#core/review-finding.ts';
import type { ReviewSettings } from '#core/review-settings.ts';
import type { Rulebook } from '#core/rulebook.ts';
import { sourceKindOf } from '#core/source-kind.ts';
import { applyEdits, type Edit } from '#core/text/span.ts';
import { finish } from '#core/work/steps.ts';
import { keptProblems } from './kept-text.ts';

/** What is wrong with a fix. */
export interface FixProblem {
  readonly ruleId: string;
  readonly title: string;
  /** In a few words, the same for faults of one kind. */
  readonly problem: string;
  /** The file of its finding, and the offset there. */
  readonly uri: string;
  readonly place: number;
}

/** How reviews are made here. */
export interface FixSetting {
  readonly rulebook: Rulebook;
  readonly settings: ReviewSettings;
  /** Of the fixes of one rule that change values in the same way, so many are tried in one review. */
  readonly perKind: number;
}

/** Makes fixes alone, each in the texts of the review. */
export function checkEachFix(start: Review, setting: FixSetting): readonly FixProblem[] {
  const tried = new Map<string, number>();
  const problems: FixProblem[] = [];
  for (const { findings } of start.files.values()) {
    for (const finding of [...findings.filter(isFold), ...singleFindings(findings)]) {
      const { ruleId, uri, span } = finding;
      for (const [index, fix] of finding.fixes.entries()) {
        const kind = `${isFold(finding)} ${ruleId} ${index} ${fix.safety} ${shapeOf(fix, start)}`;
        const before = tried.get(kind) ?? 0;
        if (before >= setting.perKind) continue;
        tried.set(kind, before + 1);
        for (const problem of problemsOf(start, finding, fix, setting)) {
          problems.push({ ruleId, title: fix.title, problem, uri, place: span.start });
        }
      }
    }
  }
  return problems;
}

/** Makes all safe fixes together. */
export function checkAllSafe(start: Review, { rulebook, settings }: FixSetting): readonly FixProblem[] {
  const { files, made, review: after } = finish(fixAllSteps(start, firstSafeFix, rulebook, settings));
  if (made.length === 0) return [];
  const [first] = files;
  const whole = { ruleId: 'all safe fixes', title: `${made.length} fixes`, uri: first?.uri ?? '', place: 0 };
  const again = finish(fixAllSteps(after, firstSafeFix, rulebook, settings));
  const brought = broughtUp(countByRule(start), countByRule(after));
  return [
    ...brought.map((problem) => ({ ...whole, problem })),
    ...(again.files.length > 0
      ? [{ ...whole, problem: `change more when made again: ${again.made[0]?.finding.ruleId}` }]
      : []),
  ];
}

function isFold({ members }: ReviewFinding): boolean {
  return members.length > 0;
}

function problemsOf(start: Review, finding: ReviewFinding, fix: ReviewFix, setting: FixSetting): readonly string[] {
  const { files, skipped } = resolveFixes(start, [fix]);
  const { kind } = fixOutcome(fix, start.workspace);
  const edited = new Map(files.map(({ uri, edits }) => [uri, edits]));
  const written = skipped.length > 0 ? 'refused' : edited.size === 0 ? 'nothing' : 'writes';
  if (written !== kind) return [`is ${kind} until it is written: ${written}`];
  if (written !== 'writes') return [];
  const after = reviewEdited(start, edited, setting);
  const before = countByRule(start);
  const now = countByRule(after);
  const isGone = (now.get(finding.ruleId) ?? 0) < (before.get(finding.ruleId) ?? 0);
  return [
    ...(isGone ? [] : ['its finding stays']),
    ...(toldOf(after, finding.ruleId) > toldOf(start, finding.ruleId) ? ['makes many of one finding'] : []),
    ...broughtUp(before, now),
    ...strayed(finding, fix, start),
    ...[...edited].flatMap(([uri, edits]) => keptProblems(textIn(start, uri), edits, changesOf(fix, start.workspace))),
  ];
}

function reviewEdited(start: Review, edited: ReadonlyMap<string, readonly Edit[]>, setting: FixSetting): Review {
  const sources = [...start.workspace.sources.values()].map((source) => {
    const edits = edited.get(source.uri);
    return edits === undefined ? source : { uri: source.uri, text: applyEdits(source.text, edits) };
  });
  return review(sources, setting.rulebook, setting.settings, start);
}

/** How many findings of a rule are told, those of one cause as one. */
function toldOf({ files }: Review, ruleId: string): number {
  return [...files.values()].flatMap(({ findings }) => findings).filter((finding) => finding.ruleId === ruleId).length;
}

/** The rules that say more than before. */
function broughtUp(before: ReadonlyMap<string, number>, after: ReadonlyMap<string, number>): readonly string[] {
  return [...after]
    .filter(([ruleId, count]) => count > (before.get(ruleId) ?? 0))
    .map(([ruleId]) => `brings up ${ruleId}`);
}

function countByRule({ files }: Review): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const { findings } of files.values()) {
    for (const { ruleId } of singleFindings(findings)) counts.set(ruleId, (counts.get(ruleId) ?? 0) + 1);
  }
  return counts;
}

/** A description changes no Prisma schema but by a fix that needs a person, and a schema no description at all. */
function strayed({ uri }: ReviewFinding, fix: ReviewFix, start: Review): readonly string[] {
  const isPrisma = sourceKindOf(uri).language?.id === 'prisma';
  const strange = [...changedUris(fix, start)].filter(
    (changed) => (sourceKindOf(changed).language?.id === 'prisma') !== isPrisma,
  );
  return strange.length > 0 && (isPrisma || fix.safety === 'safe') ? ['changes a file of another language'] : [];
}

function textIn({ workspace }: Review, uri: string): string {
  return workspace.sources.get(uri)?.text ?? '';
}

function shapeOf(fix: ReviewFix, { workspace }: Review): string {
  const changes = changesOf(fix, workspace);
  return [...new Set(changes.map((change) => `${change.kind} ${'pointer' in change ? change.pointer.at(-1) : ''}`))]
    .join(', ')
    .slice(0, 200);
}
