import { segmentsOf } from '#core/openapi/effective/path-template.ts';
import { wordsOf } from '#core/text/casing.ts';
import { isHealthCheck } from '#rules/detectors/openapi/health-check.ts';
import { plainAnswerWords } from '#rules/words/plain-answers.ts';

/** True for a path that answers a text, a file or a status, whatever a generator calls it: `/metrics`, `/orders/{id}/download`. */
export function answersPlainly(path: string): boolean {
  const last = segmentsOf(path).findLast((segment) => !segment.includes('{')) ?? '';
  return isHealthCheck(path) || wordsOf(last).some((word) => plainAnswerWords.has(word));
}
