import type { Answers } from '#core/answers.ts';
import { checklistState, type SectionState } from '#core/checklist.ts';
import { activeRules } from '#core/config.ts';
import { configFor } from '#core/project/workspace.ts';
import type { Review } from '#core/review.ts';
import { answersFileName } from '#core/source.ts';
import { canonicalUri } from '#files/file-uri.ts';
import { checklist } from '#rules/checklist.ts';
import { readAnswersFile } from '#server/answers-file.ts';
import type { Overview, PlacedEvidence, PlacedFinding } from '#server/overview.ts';
import type { Session } from '#server/session.ts';

/** The workspace folder that is meant: the one named, or else the first; undefined without any. */
export function checklistFolder(session: Session, folder: string | undefined): string | undefined {
  const { folders } = session.files;
  return folder === undefined ? folders[0] : folders.find((known) => known === canonicalUri(folder).replace(/\/$/, ''));
}

/** Where the answers of a folder are kept, whether the file is there or not. */
export function answersUri(folder: string): string {
  return `${folder}/${answersFileName}`;
}

/** The state of every row, for one folder or, where none is named, for all files and the answers of the first folder. */
export function checklistOf(
  session: Session,
  review: Review,
  { files, evidence, kindsSeen }: Overview,
  folder: string | undefined,
): readonly SectionState<PlacedFinding, PlacedEvidence>[] {
  return checklistState({
    sections: checklist,
    rulebook: session.rulebook,
    findings: files.flatMap(({ findings }) => findings),
    kindsSeen,
    activeRuleIds: activeRuleIds(session, review),
    evidence,
    answers: answersOf(review, checklistFolder(session, folder)).answers,
  });
}

/** The answers of a folder; none where the file is missing. */
function answersOf(review: Review, folder: string | undefined): Answers {
  const file = folder === undefined ? undefined : review.files.get(answersUri(folder));
  return file === undefined ? { answers: new Map(), problems: [] } : readAnswersFile(file.uri, file.text);
}

/** A rule counts as on when it is on for one of the files. */
function activeRuleIds(session: Session, review: Review): ReadonlySet<string> {
  const { configs } = review.workspace;
  const { folders, preset } = session.reviewSettings;
  const used = new Set(session.ruledUris(review).map((uri) => configFor(uri, configs, folders)));
  return new Set(
    [...used].flatMap((config) => activeRules(config, preset, session.rulebook).map(({ rule }) => rule.id)),
  );
}
