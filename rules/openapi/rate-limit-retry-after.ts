import type { Operation, Response } from '#core/openapi/model.ts';
import { pointerOf } from '#core/openapi/view.ts';
import { type Finding, globalRule, type Keyed } from '#core/rule.ts';
import { rateLimits } from '#rules/checklist.ts';
import { addHeaders } from '#rules/fixes/add-header.ts';
import { headerValue, retryAfter } from '#rules/fixes/header-value.ts';
import { operationTitle } from '#rules/operation-title.ts';
import { rfc, zalando } from '#rules/sources.ts';

export const rateLimitRetryAfter = globalRule({
  id: 'openapi/rate-limit-retry-after',
  summary: 'Return Retry-After with 429.',
  why: 'A client that is not told how long to wait tries again at once, and the limit that was to protect the server makes the load worse.',
  item: rateLimits,
  references: [rfc(6585, '4'), rfc(9110, '10.2.3'), zalando(153)],
  severity: 'error',
  recommended: true,
  examples: [
    {
      title: 'A 429 of one operation',
      bad: `openapi: 3.1.0
paths:
  /orders:
    get:
      responses:
        '200': { description: The orders. }
        «'429'»:
          description: Too many requests.
`,
      good: `openapi: 3.1.0
paths:
  /orders:
    get:
      responses:
        '200': { description: The orders. }
        '429':
          description: Too many requests.
          headers:
            Retry-After:
              description: Seconds to wait before the next request (RFC 9110 §10.2.3).
              schema:
                type: integer
                minimum: 0
`,
    },
    {
      title: 'A shared response with headers of its own',
      bad: `swagger: '2.0'
responses:
  «TooManyRequests»:
    description: Too many requests.
    headers:
      X-RateLimit-Reset:
        type: integer
paths:
  /orders:
    get:
      responses:
        200: { description: The orders. }
        429: { $ref: '#/responses/TooManyRequests' }
`,
      good: `swagger: '2.0'
responses:
  TooManyRequests:
    description: Too many requests.
    headers:
      X-RateLimit-Reset:
        type: integer
      Retry-After:
        description: Seconds to wait before the next request (RFC 9110 §10.2.3).
        type: integer
        minimum: 0
paths:
  /orders:
    get:
      responses:
        200: { description: The orders. }
        429: { $ref: '#/responses/TooManyRequests' }
`,
    },
  ],
  on: ['openapi.operation'],
  *gather(operation, scope): Iterable<LimitFact> {
    if (operation.origin === 'webhook' || operation.origin === 'callback') return;
    for (const { status, response } of operation.responses) {
      const resolved = status.value === '429' ? scope.resolve(response) : undefined;
      if (resolved === undefined || saysWhen(resolved)) continue;
      const key = JSON.stringify([resolved.section.uri, ...pointerOf(resolved.location)]);
      yield { key, response: resolved, operation, isShared: response.kind === 'openapi.reference' };
    }
  },
  *compare([first]) {
    if (first === undefined) return;
    yield { section: first.value.response.section, value: missingHeader(first.value) };
  },
});

interface LimitFact extends Keyed {
  readonly response: Response;
  readonly operation: Operation;
  readonly isShared: boolean;
}

/** True with the header, or where the description speaks of it. */
function saysWhen({ headers, description }: Response): boolean {
  return (
    headers.some(({ name }) => name.value.toLowerCase() === 'retry-after') ||
    /retry-after/i.test(description?.value ?? '')
  );
}

function missingHeader({ response, operation, isShared }: LimitFact): Finding {
  const name = isShared ? pointerOf(response.location).at(-1) : undefined;
  const owner = name === undefined ? `The 429 of ${operationTitle(operation)}` : `The shared 429 response “${name}”`;
  const other = response.headers.find(({ name }) => /^(?:x-)?rate-?limit.*(?:reset|retry)/i.test(name.value));
  const instead = other === undefined ? '' : `, only ${other.name.value}, which few clients know`;
  const value = headerValue(response.context, retryAfter);
  return {
    span: response.anchor,
    message: `${owner} documents no Retry-After header${instead}.`,
    fixes: [
      {
        title: 'Document the Retry-After header',
        safety: 'safe',
        changes: addHeaders(response, { 'Retry-After': value }),
      },
    ],
  };
}
