import { languageOf } from '#core/language-of.ts';
import type { Review } from '#core/review.ts';
import type { FileReview, ReviewFinding } from '#core/review-finding.ts';
import { sourceKindOf } from '#core/source-kind.ts';
import { readAnswersFile } from '#server/shown/answers-file.ts';

/** Problems that language extensions do not report: limits of our own. */
const ownLimits: ReadonlySet<string> = new Set(['too-deep', 'alias-bomb', 'recursive-alias']);

/**
 * What of a file's findings is shown: mistakes in answers are added; syntax problems are left out where another extension
 * shows those of the language (`yaml`, `json`, `prisma`).
 */
export function shownFindings(
  file: FileReview,
  review: Review,
  deferredSyntax: ReadonlySet<string>,
): readonly ReviewFinding[] {
  if (sourceKindOf(file.uri).role === 'answers') return answersFindings(file);
  if (!isDeferred(file.uri, review, deferredSyntax)) return file.findings;
  return file.findings.filter(isShownIn(file, review, deferredSyntax));
}

/** Says of a finding of a file whether it is shown. */
export function isShownIn(
  file: FileReview,
  review: Review,
  deferredSyntax: ReadonlySet<string>,
): (finding: ReviewFinding) => boolean {
  if (!isDeferred(file.uri, review, deferredSyntax)) return () => true;
  const codes = syntaxCodes(file.uri, review);
  return ({ ruleId }) => !codes.has(ruleId);
}

function isDeferred(uri: string, { workspace }: Review, deferredSyntax: ReadonlySet<string>): boolean {
  const document = workspace.documents.get(uri);
  return document !== undefined && deferredSyntax.has(languageOf(document).files.editorLanguageOf(document));
}

/** The ids under which the file's syntax problems are reported. */
function syntaxCodes(uri: string, { workspace }: Review): ReadonlySet<string> {
  const sections = workspace.documents.get(uri)?.sections ?? [];
  const codes = new Set<string>();
  for (const { problems } of sections) {
    for (const { code } of problems) if (!ownLimits.has(code)) codes.add(`plumbline/${code}`);
  }
  return codes;
}

function answersFindings({ uri, text }: FileReview): readonly ReviewFinding[] {
  return readAnswersFile(uri, text).problems.map(({ span, message }) => ({
    ruleId: 'plumbline/answers',
    severity: 'warning',
    uri,
    span,
    message,
    fixes: [],
    related: [],
    members: [],
  }));
}
