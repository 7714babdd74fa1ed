import { singleFindings } from '#core/place/folded-findings.ts';
import { byPlace } from '#core/place/placed-finding.ts';
import type { FileReview, ReviewFinding } from '#core/review-finding.ts';

/** The findings of the files that are shown, by file. One that also tells of other files falls apart: its count would not be true. */
export function findingsWithin(
  files: Iterable<Pick<FileReview, 'findings'>>,
  isShown: (uri: string) => boolean,
): ReadonlyMap<string, readonly ReviewFinding[]> {
  const isWhole = (finding: ReviewFinding) => [finding, ...finding.members].every(({ uri }) => isShown(uri));
  return byFile(files, (finding) => (isWhole(finding) ? [finding] : singleFindings([finding])), isShown);
}

/** The single findings of the files that are shown, by file. */
export function singlesWithin(
  files: Iterable<Pick<FileReview, 'findings'>>,
  isShown: (uri: string) => boolean,
): ReadonlyMap<string, readonly ReviewFinding[]> {
  return byFile(files, (finding) => singleFindings([finding]), isShown);
}

function byFile(
  files: Iterable<Pick<FileReview, 'findings'>>,
  toldOf: (finding: ReviewFinding) => Iterable<ReviewFinding>,
  isShown: (uri: string) => boolean,
): ReadonlyMap<string, readonly ReviewFinding[]> {
  const found = new Map<string, ReviewFinding[]>();
  for (const { findings } of files) {
    for (const finding of findings) {
      for (const told of toldOf(finding)) {
        if (!isShown(told.uri)) continue;
        const list = found.get(told.uri);
        if (list === undefined) found.set(told.uri, [told]);
        else list.push(told);
      }
    }
  }
  for (const list of found.values()) list.sort(byPlace);
  return found;
}
