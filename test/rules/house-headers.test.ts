import { describe, it } from 'mocha';
import { deprecatedWithSunset } from '#rules/openapi/deprecated-with-sunset.ts';
import { etagWriteGuarded } from '#rules/openapi/etag-write-guarded.ts';
import { postIdempotencyKey } from '#rules/openapi/post-idempotency-key.ts';
import { rateLimitRetryAfter } from '#rules/openapi/rate-limit-retry-after.ts';
import { webhookSigned } from '#rules/openapi/webhook-signed.ts';
import { checkExample } from './check-rule.ts';

describe('the headers of a description', () => {
  it('are those by which other requests are repeated', () => {
    const text = (post: string, parameters: string): string => `openapi: 3.1.0
paths:
  /refunds:
    post:
      parameters:
        - { name: X-Idempotency-Key, in: header, required: true, schema: { type: string, format: uuid } }
      responses: {}
  /payments:
    ${post}:${parameters}
      responses: {}
`;
    const good = `
      parameters:
        - { name: X-Idempotency-Key, in: header, schema: { type: string, format: uuid } }`;
    checkExample(postIdempotencyKey, { title: '', bad: text('«post»', ''), good: text('post', good) });
  });

  it('are those by which other writes are guarded, with what they answer', () => {
    const text = (put: string, parameters: string, failure: string): string => `openapi: 3.0.3
paths:
  /orders/{id}:
    get: { responses: { '200': { description: ok, headers: { ETag: { schema: { type: string } } } } } }
    put:
      parameters: [{ $ref: '#/components/parameters/ifMatch' }]
      responses: { '204': { description: ok }, '412': { $ref: '#/components/responses/Stale' } }
  /users/{id}:
    get: { responses: { '200': { description: ok, headers: { ETag: { schema: { type: string } } } } } }
    ${put}:${parameters}
      responses:
        '204': { description: ok }${failure}
components:
  parameters:
    ifMatch: { name: if-match, in: header, schema: { type: string } }
  responses:
    Stale: { description: Read it again., content: { application/json: { schema: { type: object } } } }
`;
    const parameters = `
      parameters: [{ $ref: '#/components/parameters/ifMatch' }]`;
    const failure = `
        '412': { $ref: '#/components/responses/Stale' }`;
    checkExample(etagWriteGuarded, {
      title: '',
      bad: text('«put»', '', ''),
      good: text('put', parameters, failure),
    });
  });

  it('are those by which other webhooks are signed', () => {
    const text = (post: string, parameters: string): string => `openapi: 3.1.0
webhooks:
  paid:
    post:
      parameters:
        - { name: X-Shop-Timestamp, in: header, schema: { type: integer } }
        - { name: X-Shop-Signature, in: header, description: HMAC of the body., schema: { type: string } }
        - { name: X-Shop-Event, in: header, schema: { type: string } }
      responses: {}
  sent:
    ${post}:${parameters}
      responses: {}
`;
    const good = `
      parameters:
        - { name: X-Shop-Timestamp, in: header, schema: { type: integer } }
        - { name: X-Shop-Signature, in: header, description: HMAC of the body., schema: { type: string } }`;
    checkExample(webhookSigned, { title: '', bad: text('«post»', ''), good: text('post', good) });
  });

  it('are those by which other operations tell their end', () => {
    const text = (deprecated: string, headers: string): string => `openapi: 3.1.0
paths:
  /orders:
    get:
      deprecated: true
      responses:
        '200': { description: ok, headers: { sunset: { $ref: '#/components/headers/End' } } }
  /users:
    get:
      ${deprecated}: true
      responses:
        '200':
          description: ok${headers}
components:
  headers:
    End: { schema: { type: string } }
`;
    const good = `
          headers:
            sunset:
              $ref: '#/components/headers/End'`;
    checkExample(deprecatedWithSunset, { title: '', bad: text('«deprecated»', ''), good: text('deprecated', good) });
  });

  it('are the component that says when to come back, though nothing refers to it yet', () => {
    const text = (status: string, headers: string): string => `openapi: 3.1.0
paths:
  /orders:
    get:
      responses:
        ${status}:
          description: Slow down.
          headers:
            X-Request-Id: { $ref: '#/components/headers/RequestId' }${headers}
components:
  headers:
    RequestId: { schema: { type: string } }
    retry_after: { description: Seconds., schema: { type: integer } }
`;
    const good = `\n            Retry-After: { $ref: '#/components/headers/retry_after' }`;
    checkExample(rateLimitRetryAfter, { title: '', bad: text("«'429'»", ''), good: text("'429'", good) });
  });

  it('are shared where several responses get one that none has', () => {
    const text = (limited: string, body: string, more: string): string => `openapi: 3.0.3
paths:
  /orders:
    get: { responses: { '200': { description: ok }, ${limited}: { description: Slow down${body} } } }
  /users:
    get: { responses: { '200': { description: ok }, ${limited}: { description: Slow down${body} } } }
${more}`;
    const reference = `, headers: { Retry-After: { $ref: '#/components/headers/RetryAfter' } }`;
    const component = `components:
  headers:
    RetryAfter:
      description: Seconds to wait before the next request (RFC 9110 §10.2.3).
      schema:
        type: integer
        minimum: 0
`;
    checkExample(rateLimitRetryAfter, {
      title: '',
      bad: text(`«'429'»`, '', ''),
      good: text(`'429'`, reference, component),
    });
  });
});
