import { segmentsOf } from '#core/openapi/effective/path-template.ts';
import type { Operation } from '#core/openapi/model.ts';
import { globalRule, type Keyed, type Scope } from '#core/rule.ts';
import { foldedName } from '#core/text/casing.ts';
import { rateLimits } from '#rules/checklist.ts';
import { isExampleTitle, isLocalApi } from '#rules/detectors/openapi/example-api.ts';
import { leavesOutResponses } from '#rules/detectors/openapi/left-out-responses.ts';
import { isLimited } from '#rules/detectors/openapi/limited-operation.ts';
import { documentsRateLimit, isLimitExplained, isUnlimited } from '#rules/detectors/openapi/rate-limit.ts';
import { type GapFact, gapDocument, gapFindings, gapKey, operationGap } from '#rules/detectors/openapi/response-gap.ts';
import { statusKeys } from '#rules/detectors/openapi/status-keys.ts';
import { factsOfKind } from '#rules/facts-of-kind.ts';
import { owasp, rfc } from '#rules/sources.ts';
import { guessingPlaces } from '#rules/words/guessed-secrets.ts';

export const signInRateLimited = globalRule({
  id: 'openapi/sign-in-rate-limited',
  summary: 'Limit how often a sign-in, a code or a reset of a password can be tried.',
  why: 'Who may try without end guesses every six-digit code within a day, and the passwords of many users from lists that are for sale.',
  item: rateLimits,
  references: [owasp(2), rfc(6585, '4')],
  severity: 'warning',
  recommended: false,
  examples: [
    {
      title: 'A login without a limit',
      bad: `openapi: 3.1.0
paths:
  /login:
    post:
      «responses»:
        '200': { description: Signed in. }
        '401': { $ref: '#/components/responses/Unauthorized' }
  /orders:
    get:
      responses:
        '200': { description: The orders. }
        '429': { $ref: '#/components/responses/TooManyRequests' }
components:
  responses:
    Unauthorized: { description: The credentials are wrong. }
    TooManyRequests:
      description: Too many requests.
      headers:
        Retry-After: { schema: { type: integer } }
`,
      good: `openapi: 3.1.0
paths:
  /login:
    post:
      responses:
        '200': { description: Signed in. }
        '401': { $ref: '#/components/responses/Unauthorized' }
        '429': { $ref: '#/components/responses/TooManyRequests' }
  /orders:
    get:
      responses:
        '200': { description: The orders. }
        '429': { $ref: '#/components/responses/TooManyRequests' }
components:
  responses:
    Unauthorized: { description: The credentials are wrong. }
    TooManyRequests:
      description: Too many requests.
      headers:
        Retry-After: { schema: { type: integer } }
`,
    },
  ],
  on: ['openapi.document', 'openapi.info', 'openapi.operation'],
  *gather(node, scope): Iterable<GuessFact> {
    if (node.kind === 'openapi.info') {
      if (isLimitExplained(node) || isExampleTitle(node)) yield { key: gapKey, kind: 'explained' };
    } else if (node.kind === 'openapi.document') {
      if (isLocalApi(scope)) yield { key: gapKey, kind: 'explained' };
      yield gapDocument(node, scope);
    } else {
      const statuses = takesGuesses(node, scope) ? statusKeys(node) : undefined;
      if (statuses === undefined || leavesOutResponses(node)) return;
      const fault = 'takes guesses of secrets, and documents no 429. Limit the tries, and say so';
      yield operationGap(node, statuses, documentsRateLimit(node, scope), fault);
    }
  },
  *compare(facts) {
    if (factsOfKind(facts, 'explained').length > 0) return;
    yield* gapFindings(facts, {
      statuses: () => ['429'],
      fix: (title) => `Document the 429 response of ${title}`,
      fixAll: (count) => `Document 429 in ${count} operations`,
      several: (count) => `${count} operations take guesses of secrets, and document no 429.`,
    });
  },
});

type GuessFact = GapFact | (Keyed & { readonly kind: 'explained' });

/** What is limited like anything else another rule tells. */
function takesGuesses(operation: Operation, scope: Scope): boolean {
  const { method, origin, path, tree, pathItem } = operation;
  if (method !== 'post' || origin !== 'path' || isUnlimited(tree) || isUnlimited(pathItem.tree)) return false;
  const fixed = segmentsOf(path).filter((segment) => !segment.includes('{'));
  const [last = '', parent = ''] = fixed.toReversed().map(foldedName);
  const isGuess = guessingPlaces.has(last) || guessingPlaces.has(parent + last);
  return isGuess && !isLimited(operation, scope);
}
