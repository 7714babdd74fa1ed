import { effectiveHeaders } from '#core/openapi/effective/effective.ts';
import { type Cause, localRule } from '#core/rule.ts';
import { secrets } from '#rules/checklist.ts';
import { namedHeader } from '#rules/detectors/openapi/named-header.ts';
import { addHeaders } from '#rules/fixes/openapi/add-header.ts';
import { headerValue, type NewHeader } from '#rules/fixes/openapi/header-value.ts';
import { owasp } from '#rules/sources.ts';

export const corsOriginDocumented = localRule({
  id: 'openapi/cors-origin-documented',
  summary: 'Document which origins may read a response.',
  why: 'Browsers read responses of other origins only as far as `Access-Control-Allow-Origin` allows. What is not decided there is decided by whoever configures the gateway, mostly as “everyone”.',
  item: secrets,
  references: [
    owasp(8),
    { title: 'Fetch Standard, CORS protocol', url: 'https://fetch.spec.whatwg.org/#http-cors-protocol' },
  ],
  severity: 'info',
  recommended: false,
  examples: [
    {
      title: 'Headers without it',
      bad: `openapi: 3.1.0
paths:
  /orders:
    get:
      responses:
        «'200'»:
          description: The orders.
          headers:
            ETag:
              schema: { type: string }
`,
      good: `openapi: 3.1.0
paths:
  /orders:
    get:
      responses:
        '200':
          description: The orders.
          headers:
            ETag:
              schema: { type: string }
            Access-Control-Allow-Origin:
              description: The origin that may read the response.
              schema: { type: string }
`,
    },
  ],
  on: ['openapi.response'],
  having: ['headers'],
  *check(response, scope) {
    const headers = effectiveHeaders(response, scope) ?? [];
    const isSaid = namedHeader(headers, 'access-control-allow-origin') !== undefined;
    if (headers.length === 0 || isSaid) return;
    const status = response.location.key || response.section.pointer.at(-1) || 'This response';
    const title = `Document Access-Control-Allow-Origin in ${status.toLowerCase()}`;
    const added = { 'Access-Control-Allow-Origin': headerValue(response.context, allowedOrigin) };
    yield {
      span: response.anchor,
      message: `${status} documents headers, but not which origins may read it: add Access-Control-Allow-Origin.`,
      fixes:
        response.headersReference === undefined
          ? [{ title, safety: 'review', changes: addHeaders(response, added) }]
          : [],
      cause,
    };
  },
});

const allowedOrigin: NewHeader = { description: 'The origin that may read the response.', schema: { type: 'string' } };

const cause: Cause = {
  key: 'origins',
  message: (count) => `${count} responses document headers, but not which origins may read them (CORS).`,
  fixTitle: (count) => `Document Access-Control-Allow-Origin in ${count} responses`,
};
