import type { Operation } from '#core/openapi/model.ts';
import { pointerOf } from '#core/openapi/view.ts';
import { type Fix, globalRule, type Keyed, type Scope } from '#core/rule.ts';
import type { Span } from '#core/text/span.ts';
import type { TreeSection } from '#core/tree/section.ts';
import { rateLimits } from '#rules/checklist.ts';
import { isPreflight } from '#rules/detectors/preflight.ts';
import { isPublic } from '#rules/detectors/public-operation.ts';
import { documentsRateLimit, isLimitExplained, isUnlimited } from '#rules/detectors/rate-limit.ts';
import { factsOfKind } from '#rules/facts-of-kind.ts';
import { documentResponse, type ResponsesSite } from '#rules/fixes/document-response.ts';
import { type ErrorResponse, errorResponse, tooManyRequests } from '#rules/fixes/error-response.ts';
import { fixInManyPlaces } from '#rules/fixes/fix-in-many-places.ts';
import { operationTitle } from '#rules/operation-title.ts';
import { owasp, rfc, zalando } from '#rules/sources.ts';

export const rateLimitDocumented = globalRule({
  id: 'openapi/rate-limit-documented',
  summary: 'Document 429 for every operation that is rate limited.',
  why: 'Clients that do not know of a limit run into it in production. A documented 429 tells them to slow down and retry instead of failing.',
  item: rateLimits,
  references: [owasp(4), rfc(6585, '4'), zalando(153)],
  severity: 'warning',
  recommended: true,
  examples: [
    {
      title: 'No limit is documented anywhere',
      bad: `«openapi»: 3.1.0
paths:
  /orders:
    get:
      responses:
        '200':
          description: The orders.
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
      bad: `«swagger»: '2.0'
paths:
  /orders:
    get:
      responses:
        '200': { description: The orders. }
        '429': { $ref: '#/responses/RateLimited' }
    post:
      responses:
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
        '429':
          $ref: '#/responses/RateLimited'
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
    const key = 'limits';
    if (node.kind === 'openapi.document') {
      const response = errorResponse(tooManyRequests, node.context, scope);
      yield { key, kind: 'document', section: node.section, span: node.anchor, response };
    } else if (node.kind === 'openapi.info') {
      if (isLimitExplained(node)) yield { key, kind: 'explained' };
    } else if (isLimited(node, scope)) {
      const isDocumented = documentsRateLimit(node, scope);
      yield { key, kind: 'operation', title: operationTitle(node), site: siteOf(node), isDocumented };
    }
  },
  *compare(facts) {
    const [root] = factsOfKind(facts, 'document');
    const operations = factsOfKind(facts, 'operation');
    const lacking = operations.flatMap(({ value }) => (value.isDocumented ? [] : value));
    const [first, ...others] = lacking;
    if (root === undefined || first === undefined) return;
    const isNowhere = lacking.length === operations.length;
    // A few 429s beside an explanation are limits of their own: too many exports, a full queue.
    const isRare = lacking.length > operations.length / 2;
    if (isRare && factsOfKind(facts, 'explained').length > 0) return;
    const { section, span, response } = root.value;
    const message = isNowhere ? nowhere(lacking) : somewhere(first, others.length, operations.length);
    yield { section, value: { span, message, fixes: [documentAll([first, ...others], response)] } };
  },
});

type RateFact = Keyed & (RootFact | OperationFact | { readonly kind: 'explained' });

interface RootFact {
  readonly kind: 'document';
  readonly section: TreeSection;
  readonly span: Span;
  /** The response the fix refers to. */
  readonly response: ErrorResponse;
}

interface OperationFact {
  readonly kind: 'operation';
  readonly title: string;
  readonly site: ResponsesSite;
  readonly isDocumented: boolean;
}

/** False for what is called by others, and for health checks and the like. */
function isLimited(operation: Operation, scope: Scope): boolean {
  if (operation.origin !== 'path' || isPreflight(operation)) return false;
  return !isUnlimited(operation.tree) && !isUnlimited(operation.pathItem.tree) && !isPublic(operation, scope);
}

function nowhere(operations: readonly OperationFact[]): string {
  const [only] = operations;
  if (operations.length === 1 && only !== undefined) return `${only.title} does not document 429.`;
  return `None of the ${operations.length} operations documents 429.`;
}

function somewhere({ title }: OperationFact, others: number, all: number): string {
  const named = others === 0 ? title : `${title} and ${others} more`;
  const verb = others === 0 ? 'does' : 'do';
  return `${named} ${verb} not document 429, though ${all - others - 1} of ${all} operations do.`;
}

function documentAll(operations: readonly [OperationFact, ...OperationFact[]], response: ErrorResponse): Fix {
  const title = operations.length === 1 ? 'Document 429' : `Document 429 for ${operations.length} operations`;
  return fixInManyPlaces(title, 'review', () => {
    const [first, ...others] = operations;
    const alone = { ...response, additions: [] };
    const [change, ...additions] = documentResponse(first.site, '429', response);
    return [change, ...others.flatMap(({ site }) => documentResponse(site, '429', alone)), ...additions];
  });
}

function siteOf({ section, location, responses, context }: Operation): ResponsesSite {
  const statuses = responses.map(({ status }) => status.value);
  return { uri: section.uri, pointer: pointerOf(location), statuses, context };
}
