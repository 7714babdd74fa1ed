import { effectiveHeaders } from '#core/openapi/effective/effective.ts';
import type { Response } from '#core/openapi/model.ts';
import { pointerOf } from '#core/openapi/view.ts';
import { type Cause, type Fix, localRule, type Scope } from '#core/rule.ts';
import type { TreeChange } from '#core/tree/change.ts';
import { rateLimits } from '#rules/checklist.ts';
import { isWrittenInPlace } from '#rules/detectors/openapi/written-in-place.ts';
import { addHeaders } from '#rules/fixes/openapi/add-header.ts';
import { fixInManyPlaces } from '#rules/fixes/openapi/fix-in-many-places.ts';
import { headerValue } from '#rules/fixes/openapi/header-value.ts';
import { currentLimitHeaders, sharedLimitHeaders } from '#rules/fixes/openapi/rate-limit-headers.ts';
import { relativeUri } from '#rules/fixes/openapi/relative-uri.ts';
import { draft } from '#rules/sources.ts';

export const rateLimitHeadersCurrent = localRule({
  id: 'openapi/rate-limit-headers-current',
  summary: 'Tell of rate limits in the fields of the current draft.',
  why: 'RateLimit-Limit, -Remaining and -Reset are the fields of a draft that was given up. Libraries that follow the work look for RateLimit and RateLimit-Policy, which is a draft still.',
  item: rateLimits,
  references: [draft('draft-ietf-httpapi-ratelimit-headers', 'RateLimit header fields for HTTP')],
  severity: 'info',
  recommended: false,
  having: ['headers'],
  examples: [
    {
      title: 'The three fields of an early draft',
      bad: `openapi: 3.1.0
paths:
  /orders:
    get:
      responses:
        '200':
          description: The orders.
          headers:
            «RateLimit-Limit»:
              schema:
                type: integer
            RateLimit-Remaining:
              schema:
                type: integer
            RateLimit-Reset:
              schema:
                type: integer
`,
      good: `openapi: 3.1.0
paths:
  /orders:
    get:
      responses:
        '200':
          description: The orders.
          headers:
            RateLimit:
              description: 'What is left of the limit, and in how many seconds it is reset: "default";r=50;t=30.'
              schema:
                type: string
            RateLimit-Policy:
              description: 'The limit, and the seconds it counts: "default";q=100;w=60.'
              schema:
                type: string
`,
    },
  ],
  on: ['openapi.response'],
  *check(response, scope) {
    const [first, ...others] = formerHeaders(response, scope);
    if (first === undefined) return;
    const more = others.length === 0 ? ' comes' : ` and ${others.length} more come`;
    const isHere = response.headersReference === undefined;
    yield {
      span: isHere ? first.name.span : response.anchor,
      message: `“${first.name.value}”${more} from a draft that was given up. Document RateLimit and RateLimit-Policy, of the current draft.`,
      fixes: isHere && isWrittenInPlace(response, 'headers') ? [replaced(response, [first, ...others])] : [],
      cause: former,
    };
  },
});

function formerHeaders(response: Response, scope: Scope): Response['headers'] {
  return effectiveHeaders(response, scope)?.filter(({ name }) => formerName.test(name.value)) ?? [];
}

const formerName = /^RateLimit-(?:Limit|Remaining|Reset)$/i;

/** In the casing of those that go, and shared where they are; 2.0 shares no headers. */
function replaced(response: Response, headers: Response['headers']): Fix {
  const { section, location, context } = response;
  const isLower = headers.every(({ name }) => name.value === name.value.toLowerCase());
  const isShared = context.version !== '2.0' && headers.every(({ header }) => header.kind === 'openapi.reference');
  return fixInManyPlaces('Document RateLimit and RateLimit-Policy in their place', 'review', () => {
    const removed = headers.map(
      ({ name }): TreeChange => ({
        kind: 'remove',
        uri: section.uri,
        pointer: [...pointerOf(location), 'headers', name.value],
      }),
    );
    const values = Object.fromEntries(
      currentLimitHeaders.map(({ name, component, header }) => [
        isLower ? name.toLowerCase() : name,
        isShared ? sharedHeader(component, section.uri, context) : headerValue(context, header),
      ]),
    );
    return [...addHeaders(response, values), ...removed, ...(isShared ? sharedLimitHeaders(context) : [])];
  });
}

function sharedHeader(component: string, uri: string, { rootUri }: Response['context']) {
  return { $ref: `${relativeUri(uri, rootUri)}#/components/headers/${component}` };
}

const former: Cause = {
  key: 'former',
  message: (count) => `${count} responses have rate limit fields of a draft that was given up.`,
  fixTitle: (count) => `Document RateLimit and RateLimit-Policy in ${count} responses`,
};
