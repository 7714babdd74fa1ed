import type { FileEdits } from '#core/fix/file-edits.ts';
import { changesOf } from '#core/fix/fix-changes.ts';
import { type ChosenFix, fixesInTurn } from '#core/fix/fixes-in-turn.ts';
import { resolveFixes } from '#core/fix.ts';
import { singlesWithin } from '#core/place/findings-within.ts';
import { type Review, reviewSteps } from '#core/review.ts';
import type { ReviewFinding, ReviewFix } from '#core/review-finding.ts';
import type { ReviewSettings } from '#core/review-settings.ts';
import type { Rulebook } from '#core/rulebook.ts';
import { EditJournal } from '#core/text/edit-journal.ts';
import { applyEdits } from '#core/text/span.ts';
import type { Steps } from '#core/work/steps.ts';

/** A fix that was made, and the finding it belongs to. */
export interface MadeFix extends ChosenFix {
  /** The text of the finding's file then. */
  readonly text: string;
  /** The uris of the files it changed. */
  readonly changed: ReadonlySet<string>;
}

export interface FixedAll {
  /** The edits from the texts that were given to the fixed ones, as small as what was changed. */
  readonly files: readonly FileEdits[];
  /** In the order of files and text, one round after the other. */
  readonly made: readonly MadeFix[];
  /** The review of the fixed texts; that of the given ones when nothing was changed. */
  readonly review: Review;
}

/** Which fix of a finding is made, if any. */
export type ChooseFix = (finding: ReviewFinding, review: Review) => ReviewFix | undefined;

/** One fix may bring up another finding, or stand in the way of one; after so many rounds the rest is left to the next time. */
const maximumRounds = 5;

/** Makes one fix of each finding, in steps: all that do not get in each other's way, then those of what is found in the result. */
export function* fixAllSteps(
  start: Review,
  choose: ChooseFix,
  rulebook: Rulebook,
  settings: ReviewSettings,
): Steps<FixedAll> {
  const journals = new Map<string, EditJournal>();
  const made: MadeFix[] = [];
  const tried = new TriedFindings();
  let review = start;
  for (let round = 0; round < maximumRounds; round++) {
    const chosen = fixesInTurn(tried.open(choices(review, choose)), review);
    const { files, skipped } = resolveFixes(
      review,
      chosen.map(({ fix }) => fix),
    );
    yield;
    if (files.length === 0) break;
    const left = new Set(skipped);
    const done = chosen.filter(({ fix }) => !left.has(fix));
    tried.note(done);
    for (const choice of done) made.push(madeIn(review, choice));
    for (const { uri, edits } of files) journalOf(uri, journals).record(edits);
    review = yield* reviewSteps(sourcesAfter(review, files), rulebook, settings, review);
  }
  return { files: editsBetween(start, review, journals), made, review };
}

/** The first safe fix of a finding. */
export function firstSafeFix({ fixes }: ReviewFinding): ReviewFix | undefined {
  return fixes.find(({ safety }) => safety === 'safe');
}

/** The uris of the files a fix changes. */
export function changedUris(fix: ReviewFix, { workspace }: Review): ReadonlySet<string> {
  return new Set(changesOf(fix, workspace).map((change) => (change.kind === 'text' ? change.section.uri : change.uri)));
}

function madeIn(review: Review, { finding, fix }: ChosenFix): MadeFix {
  return { finding, fix, text: textIn(review, finding.uri), changed: changedUris(fix, review) };
}

/** A fix that did not take its finding away is not made again, nor are two that bring up each other's findings. */
class TriedFindings {
  /** How many findings that read the same were seen at once, and how many of them have had their fix. */
  readonly #counts = new Map<string, { seen: number; fixed: number }>();

  /** Those that have not had their fix. */
  open(choices: readonly ChosenFix[]): readonly ChosenFix[] {
    const open = new Map<string, number>();
    for (const [key, count] of countBy(choices)) {
      const { seen, fixed } = this.#counts.get(key) ?? { seen: 0, fixed: 0 };
      this.#counts.set(key, { seen: Math.max(seen, count), fixed });
      open.set(key, Math.max(seen, count) - fixed);
    }
    return choices.filter(({ finding }) => {
      const left = open.get(keyOf(finding)) ?? 0;
      open.set(keyOf(finding), left - 1);
      return left > 0;
    });
  }

  note(made: readonly ChosenFix[]): void {
    for (const [key, count] of countBy(made)) {
      const { seen, fixed } = this.#counts.get(key) ?? { seen: 0, fixed: 0 };
      this.#counts.set(key, { seen, fixed: fixed + count });
    }
  }
}

function countBy(choices: readonly ChosenFix[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const { finding } of choices) counts.set(keyOf(finding), (counts.get(keyOf(finding)) ?? 0) + 1);
  return counts;
}

function keyOf({ uri, ruleId, message }: ReviewFinding): string {
  return `${uri}\n${ruleId}\n${message}`;
}

/** Findings that are told as one have a fix each. */
function choices(review: Review, choose: ChooseFix): readonly ChosenFix[] {
  const { files } = review;
  const singles = singlesWithin(files.values(), () => true);
  const findings = [...files.keys()].flatMap((uri) => singles.get(uri) ?? []);
  return findings.flatMap((finding) => {
    const fix = choose(finding, review);
    return fix === undefined ? [] : [{ finding, fix }];
  });
}

function sourcesAfter({ workspace }: Review, files: readonly FileEdits[]) {
  const edits = new Map(files.map((file) => [file.uri, file.edits]));
  return [...workspace.sources.values()].map((source) => {
    const own = edits.get(source.uri);
    if (own === undefined) return source;
    const { uri, languageId, text } = source;
    return { uri, text: applyEdits(text, own), ...(languageId === undefined ? {} : { languageId }) };
  });
}

function journalOf(uri: string, journals: Map<string, EditJournal>): EditJournal {
  const journal = journals.get(uri) ?? new EditJournal();
  journals.set(uri, journal);
  return journal;
}

function editsBetween(before: Review, after: Review, journals: ReadonlyMap<string, EditJournal>): readonly FileEdits[] {
  return [...journals]
    .map(([uri, journal]) => ({ uri, edits: journal.editsOf(textIn(before, uri), textIn(after, uri)) }))
    .filter(({ edits }) => edits.length > 0);
}

function textIn({ workspace }: Review, uri: string): string {
  return workspace.sources.get(uri)?.text ?? '';
}
