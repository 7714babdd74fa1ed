import type { Answers } from '#core/answers.ts';
import { checklistState, type SectionState } from '#core/checklist.ts';
import { collectEvidence } from '#core/collect-evidence.ts';
import { activeRules } from '#core/config.ts';
import { configFor } from '#core/project/workspace.ts';
import type { Review, ReviewSettings } from '#core/review.ts';
import { answersFileName } from '#core/source.ts';
import { canonicalUri, isInFolder } from '#files/file-uri.ts';
import { checklist } from '#rules/checklist.ts';
import { evidenceCollectors } from '#rules/evidence/index.ts';
import { readAnswersFile } from '#server/answers-file.ts';
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
export function checklistOf(session: Session, review: Review, folder: string | undefined): readonly SectionState[] {
  const settings = session.reviewSettings;
  return checklistState({
    sections: checklist,
    rulebook: session.rulebook,
    review,
    activeRuleIds: activeRuleIds(session, review, settings),
    evidence: collectEvidence(review, evidenceCollectors, settings),
    answers: answersOf(review, checklistFolder(session, folder)).answers,
    isShown: (uri) => folder === undefined || isInFolder(uri, checklistFolder(session, folder) ?? folder),
  });
}

/** The answers of a folder; none where the file is missing. */
function answersOf(review: Review, folder: string | undefined): Answers {
  const file = folder === undefined ? undefined : review.files.get(answersUri(folder));
  return file === undefined ? { answers: new Map(), problems: [] } : readAnswersFile(file.uri, file.text);
}

/** A rule counts as on when it is on for one of the files. */
function activeRuleIds(session: Session, review: Review, settings: ReviewSettings): ReadonlySet<string> {
  const { configs } = review.workspace;
  const reviewed = [...review.files.values()].filter(({ role }) => role !== 'other' && role !== 'config');
  const used = new Set(reviewed.map(({ uri }) => configFor(uri, configs, settings.folders)));
  return new Set(
    [...used].flatMap((config) => activeRules(config, settings.preset, session.rulebook).map(({ rule }) => rule.id)),
  );
}
