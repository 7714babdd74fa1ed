import { effectiveHeaders } from '#core/openapi/effective/effective.ts';
import type { DescriptionContext, Operation } from '#core/openapi/model.ts';
import { type Cause, type Finding, type Fix, globalRule, type Keyed, type Scope } from '#core/rule.ts';
import type { Span } from '#core/text/span.ts';
import type { TreeChange } from '#core/tree/change.ts';
import type { PlainValue } from '#core/tree/tree.ts';
import { rateLimits } from '#rules/checklist.ts';
import { isLimited } from '#rules/detectors/openapi/limited-operation.ts';
import { mostUsed } from '#rules/detectors/openapi/most-used.ts';
import { factsOfKind } from '#rules/facts-of-kind.ts';
import { addHeadersAt, type HeadersSite, headersSite } from '#rules/fixes/openapi/add-header.ts';
import { fixInManyPlaces } from '#rules/fixes/openapi/fix-in-many-places.ts';
import { headerValue } from '#rules/fixes/openapi/header-value.ts';
import { portableValue, valueIn } from '#rules/fixes/openapi/portable-value.ts';
import { currentLimitHeaders, sharedLimitHeaders } from '#rules/fixes/openapi/rate-limit-headers.ts';
import { operationTitle } from '#rules/operation-title.ts';
import { draft, owasp } from '#rules/sources.ts';

export const rateLimitHeadersReturned = globalRule({
  id: 'openapi/rate-limit-headers-returned',
  summary: 'Tell clients with each answer how much of their limit is left.',
  why: 'A client that knows what is left slows down by itself. One that does not finds the limit by running into it, again and again.',
  item: rateLimits,
  references: [owasp(4), draft('draft-ietf-httpapi-ratelimit-headers', 'RateLimit header fields for HTTP')],
  severity: 'warning',
  recommended: false,
  options: {
    everywhere: {
      default: false,
      description: 'Tell also of descriptions in which no answer has such headers.',
    },
  },
  examples: [
    {
      title: 'As another operation does',
      bad: `openapi: 3.1.0
paths:
  /orders:
    get:
      responses:
        '200':
          description: The orders.
          headers:
            X-RateLimit-Remaining: { $ref: '#/components/headers/Remaining' }
    post:
      «responses»:
        '201':
          description: The order is placed.
components:
  headers:
    Remaining: { schema: { type: integer } }
`,
      good: `openapi: 3.1.0
paths:
  /orders:
    get:
      responses:
        '200':
          description: The orders.
          headers:
            X-RateLimit-Remaining: { $ref: '#/components/headers/Remaining' }
    post:
      responses:
        '201':
          description: The order is placed.
          headers:
            X-RateLimit-Remaining: { $ref: '#/components/headers/Remaining' }
components:
  headers:
    Remaining: { schema: { type: integer } }
`,
    },
  ],
  on: ['openapi.operation'],
  *gather(operation, scope): Iterable<LimitFact> {
    if (!isLimited(operation, scope)) return;
    const { having, lacking } = limitedResponses(operation, scope);
    if (having !== undefined) yield { key, kind: 'having', headers: having };
    if (lacking.length === 0) return;
    const span = operation.responsesAnchor ?? operation.anchor;
    const { context } = operation;
    yield { key, kind: 'lacking', span, title: operationTitle(operation), lacking, context };
  },
  *compare(facts, { everywhere }) {
    const lacking = factsOfKind(facts, 'lacking');
    if (lacking.length === 0 || !(everywhere || facts.length > lacking.length)) return;
    const house = mostUsed(factsOfKind(facts, 'having').map(({ value }) => value.headers));
    for (const { section, value } of lacking) {
      // Where nothing else is asked for, errors need not say so: most come before anything is counted.
      const own = everywhere ? value.lacking : value.lacking.filter(({ status }) => status.startsWith('2'));
      if (own.length > 0) yield { section, value: silentAnswers(value, own, house) };
    }
  },
});

const key = 'limits';

type LimitFact = Keyed & (HavingFact | LackingFact);

interface HavingFact {
  readonly kind: 'having';
  readonly headers: Headers;
}

/** Portable values by name. */
type Headers = { readonly [name: string]: PlainValue };

interface LackingFact {
  readonly kind: 'lacking';
  readonly span: Span;
  readonly title: string;
  readonly lacking: readonly SilentResponse[];
  readonly context: DescriptionContext;
}

/** A response without such a header. */
interface SilentResponse {
  readonly status: string;
  /** Undefined where a `$ref` stands in place of its headers. */
  readonly site: HeadersSite | undefined;
}

interface Limits {
  readonly having: Headers | undefined;
  readonly lacking: readonly SilentResponse[];
}

/** Of the 2xx and 4xx responses those without headers on limits, and the headers of a 2xx that has them. */
function limitedResponses(operation: Operation, scope: Scope): Limits {
  let having: Headers | undefined;
  const lacking: SilentResponse[] = [];
  for (const { status, response } of operation.responses) {
    const resolved = /^[24](?:\d\d|XX)$/.test(status.value) ? scope.resolve(response) : undefined;
    const headers = resolved && effectiveHeaders(resolved, scope);
    if (resolved === undefined || headers === undefined) continue;
    const limits = headers.filter(({ name }) => limitName.test(name.value));
    if (limits.length === 0) {
      const site = resolved.headersReference === undefined ? headersSite(resolved) : undefined;
      lacking.push({ status: status.value, site });
    } else if (status.value.startsWith('2')) {
      having ??= Object.fromEntries(limits.map(({ name, header }) => [name.value, portableValue(header)]));
    }
  }
  return { having, lacking };
}

const limitName = /^(?:x-)?(?:app-)?rate-?limit/i;

function silentAnswers(
  { span, title, context }: LackingFact,
  lacking: readonly SilentResponse[],
  house: Headers | undefined,
): Finding {
  const statuses = lacking.map(({ status }) => status);
  const shown =
    statuses.length > 4 ? `${statuses.slice(0, 3).join(', ')} and ${statuses.length - 3} more` : statuses.join(', ');
  const message = `${title} says nothing of the limit (${shown}). Document headers that say what is left.`;
  const [first, ...others] = lacking.flatMap(({ site }) => site ?? []);
  if (first === undefined) return { span, message, cause };
  const fix: Fix = fixInManyPlaces(`Document headers on the rate limit in ${title}`, 'review', () => {
    const [change, ...changes] = headersAt(first, house, context);
    const added = house === undefined ? sharedLimitHeaders(context) : [];
    return [change, ...changes, ...others.flatMap((site) => headersAt(site, house, context)), ...added];
  });
  return { span, message, fixes: [fix], cause };
}

function headersAt(
  site: HeadersSite,
  house: Headers | undefined,
  context: DescriptionContext,
): readonly [TreeChange, ...TreeChange[]] {
  const portable = house ?? standardHeaders(context);
  const values = Object.entries(portable).map(([name, value]) => [name, valueIn(value, site.uri)] as const);
  return addHeadersAt(site, Object.fromEntries(values));
}

/** 2.0 shares no headers. */
function standardHeaders(context: DescriptionContext): Headers {
  return Object.fromEntries(
    currentLimitHeaders.map(({ name, component, header }) => [
      name,
      context.version === '2.0'
        ? headerValue(context, header)
        : { $ref: `${context.rootUri}#/components/headers/${component}` },
    ]),
  );
}

const cause: Cause = {
  key: 'headers',
  message: (count) => `${count} operations do not say in their answers what is left of the limit.`,
  fixTitle: (count) => `Document headers on the rate limit in ${count} operations`,
};
