import { effectiveHeaders } from '#core/openapi/effective/effective.ts';
import type { Response } from '#core/openapi/model.ts';
import { formatPointer } from '#core/openapi/reference/reference-target.ts';
import { pointerOf } from '#core/openapi/view.ts';
import { type Cause, type Fix, localRule, type Scope } from '#core/rule.ts';
import type { TreeChange } from '#core/tree/change.ts';
import { rateLimits } from '#rules/checklist.ts';
import { isWrittenInPlace } from '#rules/detectors/openapi/written-in-place.ts';
import { addHeaders } from '#rules/fixes/openapi/add-header.ts';
import { fixInManyPlaces } from '#rules/fixes/openapi/fix-in-many-places.ts';
import { headerValue } from '#rules/fixes/openapi/header-value.ts';
import { currentLimitHeaders } from '#rules/fixes/openapi/rate-limit-headers.ts';
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
    {
      title: 'Shared headers, in small letters',
      bad: `openapi: 3.0.3
paths:
  /orders:
    get:
      responses:
        '200':
          description: The orders.
          headers:
            «ratelimit-limit»:
              $ref: '#/components/headers/ratelimit-limit'
components:
  headers:
    ratelimit-limit:
      schema:
        type: integer
`,
      good: `openapi: 3.0.3
paths:
  /orders:
    get:
      responses:
        '200':
          description: The orders.
          headers:
            ratelimit:
              $ref: '#/components/headers/ratelimit'
            ratelimit-policy:
              $ref: '#/components/headers/ratelimit-policy'
components:
  headers:
    ratelimit-limit:
      schema:
        type: integer
    ratelimit:
      description: 'What is left of the limit, and in how many seconds it is reset: "default";r=50;t=30.'
      schema:
        type: string
    ratelimit-policy:
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
      fixes: isHere && isWrittenInPlace(response, 'headers') ? [replaced(response, [first, ...others], scope)] : [],
      cause: former,
    };
  },
});

function formerHeaders(response: Response, scope: Scope): Response['headers'] {
  return effectiveHeaders(response, scope)?.filter(({ name }) => formerName.test(name.value)) ?? [];
}

const formerName = /^RateLimit-(?:Limit|Remaining|Reset)$/i;

/** In the casing of those that go, and shared where they are. */
function replaced(response: Response, headers: Response['headers'], scope: Scope): Fix {
  const { section, location, context } = response;
  const isLower = headers.every(({ name }) => name.value === name.value.toLowerCase());
  const shelf = sharedPlace(headers, scope);
  return fixInManyPlaces('Document RateLimit and RateLimit-Policy in their place', 'review', () => {
    const removed = headers.map(
      ({ name }): TreeChange => ({
        kind: 'remove',
        uri: section.uri,
        pointer: [...pointerOf(location), 'headers', name.value],
      }),
    );
    const added = currentLimitHeaders.map(({ name, component, header }) => {
      const written = isLower ? name.toLowerCase() : name;
      const pointer = [...(shelf?.pointer ?? []), shelf?.isNamedAlike ? written : component];
      return { name: written, pointer, value: headerValue(context, header) };
    });
    const values = added.map(({ name, pointer, value }) => [
      name,
      shelf === undefined ? value : { $ref: `${relativeUri(section.uri, shelf.uri)}#${formatPointer(pointer)}` },
    ]);
    const shared = added.map(
      ({ pointer, value }): TreeChange | undefined =>
        shelf && { kind: 'set', uri: shelf.uri, pointer, value, ifAbsent: true },
    );
    return [
      ...addHeaders(response, Object.fromEntries(values)),
      ...removed,
      ...shared.filter((change) => change !== undefined),
    ];
  });
}

/** The map that holds the headers of a response, where all are references to one place; undefined elsewhere. */
function sharedPlace(headers: Response['headers'], scope: Scope) {
  const places = headers.map(({ name, header }) => {
    const target = header.kind === 'openapi.reference' ? scope.resolve(header) : undefined;
    const pointer = target && pointerOf(target.location);
    const key = pointer?.at(-1);
    if (target === undefined || key === undefined) return undefined;
    const isNamedAlike = key.toLowerCase() === name.value.toLowerCase();
    return { uri: target.section.uri, pointer: pointer?.slice(0, -1) ?? [], isNamedAlike };
  });
  const [first] = places;
  return places.every((place) => place !== undefined && place.uri === first?.uri) ? first : undefined;
}

const former: Cause = {
  key: 'former',
  message: (count) => `${count} responses have rate limit fields of a draft that was given up.`,
  fixTitle: (count) => `Document RateLimit and RateLimit-Policy in ${count} responses`,
};
