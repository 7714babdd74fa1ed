import { segmentsOf } from '#core/openapi/effective/path-template.ts';
import { globalRule, type InSection, type Keyed } from '#core/rule.ts';
import { wordsOf } from '#core/text/casing.ts';
import { rateLimits } from '#rules/checklist.ts';
import { isExampleTitle, isLocalApi } from '#rules/detectors/openapi/example-api.ts';
import { leavesOutResponses } from '#rules/detectors/openapi/left-out-responses.ts';
import { isLimited } from '#rules/detectors/openapi/limited-operation.ts';
import { documentsRateLimit, isLimitExplained } from '#rules/detectors/openapi/rate-limit.ts';
import { type GapFact, gapDocument, gapFindings, gapKey, operationGap } from '#rules/detectors/openapi/response-gap.ts';
import { statusKeys } from '#rules/detectors/openapi/status-keys.ts';
import { factsOfKind } from '#rules/facts-of-kind.ts';
import { owasp, rfc, zalando } from '#rules/sources.ts';
import { limitedActions } from '#rules/words/limited-actions.ts';

export const rateLimitDocumented = globalRule({
  id: 'openapi/rate-limit-documented',
  summary: 'Document 429 for every operation that is rate limited.',
  why: 'Clients that do not know of a limit run into it in production. A documented 429 tells them to slow down and retry instead of failing.',
  item: rateLimits,
  references: [owasp(4), rfc(6585, '4'), zalando(153)],
  // Whether there is a limit stands nowhere in a description.
  severity: 'info',
  recommended: true,
  examples: [
    {
      title: 'No limit is documented anywhere',
      bad: `openapi: 3.1.0
paths:
  /orders:
    get:
      «responses»:
        '200':
          description: The orders.
    post:
      «responses»:
        '201':
          description: The order is placed.
    delete:
      «responses»:
        '204':
          description: All orders are deleted.
`,
      good: `openapi: 3.1.0
paths:
  /orders:
    get:
      responses:
        '200':
          description: The orders.
        '429':
          $ref: '#/components/responses/TooManyRequests'
    post:
      responses:
        '201':
          description: The order is placed.
        '429':
          $ref: '#/components/responses/TooManyRequests'
    delete:
      responses:
        '204':
          description: All orders are deleted.
        '429':
          $ref: '#/components/responses/TooManyRequests'
components:
  responses:
    TooManyRequests:
      description: The rate limit is exceeded.
      headers:
        Retry-After:
          description: Seconds to wait before the next request (RFC 9110 §10.2.3).
          schema:
            type: integer
            minimum: 0
      content:
        application/problem+json:
          schema:
            $ref: '#/components/schemas/Problem'
  schemas:
    Problem:
      type: object
      properties:
        type:
          type: string
          format: uri-reference
        title:
          type: string
        status:
          type: integer
        detail:
          type: string
        instance:
          type: string
          format: uri-reference
`,
    },
    {
      title: 'One operation was forgotten',
      bad: `swagger: '2.0'
paths:
  /orders:
    get:
      responses:
        '200': { description: The orders. }
        '429': { $ref: '#/responses/RateLimited' }
    post:
      «responses»:
        '201': { description: The order is placed. }
        '500': { description: An error. }
responses:
  RateLimited:
    description: Too many requests.
    headers:
      Retry-After: { type: integer }
`,
      good: `swagger: '2.0'
paths:
  /orders:
    get:
      responses:
        '200': { description: The orders. }
        '429': { $ref: '#/responses/RateLimited' }
    post:
      responses:
        '201': { description: The order is placed. }
        '429': { $ref: '#/responses/RateLimited' }
        '500': { description: An error. }
responses:
  RateLimited:
    description: Too many requests.
    headers:
      Retry-After: { type: integer }
`,
    },
  ],
  on: ['openapi.document', 'openapi.info', 'openapi.operation'],
  *gather(node, scope): Iterable<RateFact> {
    if (node.kind === 'openapi.info') {
      if (isLimitExplained(node) || isExampleTitle(node)) yield { key: gapKey, kind: 'explained' };
      return;
    }
    if (node.kind === 'openapi.document') {
      if (isLocalApi(scope)) yield { key: gapKey, kind: 'explained' };
      yield gapDocument(node, scope);
      return;
    }
    const statuses = statusKeys(node);
    // One that need not document it, a sign-in, counts where it does.
    const isBeside = node.origin === 'path' && statuses?.includes('429') === true;
    if (!isBeside && !isLimited(node, scope)) return;
    // Who documents no response at all has not forgotten this one.
    if (statuses !== undefined && !leavesOutResponses(node)) {
      const isDocumented = documentsRateLimit(node, scope);
      if (isDocumented) yield { key: gapKey, kind: 'limited', path: node.path };
      yield operationGap(node, statuses, isDocumented, 'does not document 429');
    }
  },
  *compare(facts) {
    const [lacking, others] = [factsOfKind(facts, 'gap'), factsOfKind(facts, 'documented')];
    // A few 429s beside an explanation are limits of their own: too many exports, a full queue.
    const isRare = lacking.length > others.length;
    if (isRare && factsOfKind(facts, 'explained').length > 0) return;
    if (others.length === 0 && lacking.length < fewOperations) return;
    const actions = actionsOf(factsOfKind(facts, 'limited').map(({ value }) => value.path));
    const isAsked = ({ value }: InSection<RateFact>): boolean =>
      actions.length === 0 ||
      value.kind !== 'gap' ||
      actions.some((action) => actionWords(value.site.path).includes(action));
    yield* gapFindings(facts.filter(isAsked), {
      statuses: () => ['429'],
      fix: (title) => `Document the 429 response of ${title}`,
      fixAll: (count) => `Document 429 in ${count} operations`,
      several: (count, operations, isAll) =>
        isAll
          ? `None of the ${operations} that should document 429 does.`
          : `${count} of ${operations} that should document 429 do not.`,
    });
  },
});

/** What has so few operations, and no limit among them, is a stub or an example. */
const fewOperations = 3;

type RateFact = GapFact | (Keyed & ({ readonly kind: 'explained' } | LimitedFact));

/** An operation with a limit. */
interface LimitedFact {
  readonly kind: 'limited';
  readonly path: string;
}

/** The actions that all of these paths end in: where only a refresh is limited, nothing is known of the others. */
function actionsOf(paths: readonly string[]): readonly string[] {
  const [first, ...others] = paths.map(actionWords);
  return (first ?? []).filter((action) => others.every((words) => words.includes(action)));
}

/** `refresh` in `/sources/{id}/incremental-refresh` */
function actionWords(path: string): readonly string[] {
  const last = segmentsOf(path).findLast((segment) => !segment.includes('{')) ?? '';
  return wordsOf(last).filter((word) => limitedActions.has(word));
}
