import type { Review } from '#core/review.ts';
import type { FileReview, ReviewFinding } from '#core/review-finding.ts';
import { sourceKindOf } from '#core/source.ts';
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
  if (sourceKindOf(file.uri) === 'answers') return answersFindings(file);
  if (!deferredSyntax.has(syntaxLanguage(file))) return file.findings;
  return file.findings.filter(isShownIn(file, review, deferredSyntax));
}

/** Says of a finding of a file whether it is shown. */
export function isShownIn(
  file: FileReview,
  review: Review,
  deferredSyntax: ReadonlySet<string>,
): (finding: ReviewFinding) => boolean {
  if (!deferredSyntax.has(syntaxLanguage(file))) return () => true;
  const codes = syntaxCodes(file.uri, review);
  return ({ ruleId }) => !codes.has(ruleId);
}

function syntaxLanguage({ uri, role }: FileReview): string {
  if (role === 'prisma') return 'prisma';
  return /\.jsonc?$/i.test(uri) ? 'json' : 'yaml';
}

/** The ids under which the file's syntax problems are reported. */
function syntaxCodes(uri: string, { workspace }: Review): ReadonlySet<string> {
  const sections = (workspace.trees.get(uri) ?? workspace.prismaDocuments.get(uri))?.sections ?? [];
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
