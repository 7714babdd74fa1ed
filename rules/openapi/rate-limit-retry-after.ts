import { effectiveHeaders } from '#core/openapi/effective/effective.ts';
import type { DescriptionContext, Operation, Response } from '#core/openapi/model.ts';
import { formatPointer } from '#core/openapi/reference/reference-target.ts';
import { pointerOf } from '#core/openapi/view.ts';
import { type Cause, type Finding, globalRule, type Keyed, type Scope } from '#core/rule.ts';
import type { Section } from '#core/text/section.ts';
import type { Span } from '#core/text/span.ts';
import type { TreeChange } from '#core/tree/change.ts';
import { type PlainValue, toPlainValue } from '#core/tree/tree.ts';
import { rateLimits } from '#rules/checklist.ts';
import { foldedNames } from '#rules/detectors/openapi/folded-names.ts';
import { isOfQuantity } from '#rules/detectors/openapi/rate-limit.ts';
import { addHeadersAt, type HeadersSite, headersSite } from '#rules/fixes/openapi/add-header.ts';
import { fixInManyPlaces } from '#rules/fixes/openapi/fix-in-many-places.ts';
import { headerValue, retryAfter } from '#rules/fixes/openapi/header-value.ts';
import { rebaseReferences } from '#rules/fixes/openapi/rebase-references.ts';
import { relativeUri } from '#rules/fixes/openapi/relative-uri.ts';
import { operationTitle } from '#rules/operation-title.ts';
import { rfc, zalando } from '#rules/sources.ts';

export const rateLimitRetryAfter = globalRule({
  id: 'openapi/rate-limit-retry-after',
  summary: 'Return Retry-After with 429.',
  why: 'A client that is not told how long to wait tries again at once, and the limit that was to protect the server makes the load worse.',
  item: rateLimits,
  references: [rfc(6585, '4'), rfc(9110, '10.2.3'), zalando(153)],
  severity: 'warning',
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
      if (resolved !== undefined)
        yield limitFact(resolved, operation, { isShared: response.kind === 'openapi.reference', scope });
    }
  },
  *compare(facts) {
    const header = facts.find(({ value }) => value.header !== undefined)?.value;
    const missing = new Map(facts.flatMap(({ value }) => (value.message === undefined ? [] : [[value.id, value]])));
    for (const value of missing.values())
      yield { section: value.section, value: missingHeader(value, header, missing.size > 1) };
  },
});

interface LimitFact extends Keyed {
  /** Tells the response apart from others. */
  readonly id: string;
  readonly section: Section;
  readonly span: Span;
  /** What is wrong with it; undefined with the header, or where the description speaks of it. */
  readonly message: string | undefined;
  /** `the 429 of GET /users` */
  readonly owner: string;
  /** The header as it is written here, as JSON text. */
  readonly header: string | undefined;
  /** The header component that is called so. */
  readonly component: string | undefined;
  /** Undefined where a `$ref` stands in place of the headers. */
  readonly site: HeadersSite | undefined;
  readonly context: DescriptionContext;
}

interface Seen {
  readonly isShared: boolean;
  readonly scope: Scope;
}

function limitFact(response: Response, operation: Operation, { isShared, scope }: Seen): LimitFact {
  const { section, location, description, context } = response;
  const pointer = pointerOf(location);
  const headers = effectiveHeaders(response, scope);
  const header = headers?.find(({ name }) => name.value.toLowerCase() === 'retry-after')?.header;
  const text = description?.value ?? '';
  const isSaid = headers === undefined || header !== undefined || /retry[-_ ]?after/i.test(text) || isOfQuantity(text);
  // A response in a file of its own bears that file's name.
  const name = pointer.at(-1) ?? section.uri.slice(section.uri.lastIndexOf('/') + 1);
  const owner = isShared ? `the shared 429 response “${name}”` : `the 429 of ${operationTitle(operation)}`;
  return {
    key: 'limits',
    id: JSON.stringify([section.uri, ...pointer]),
    section,
    span: response.anchor,
    message: isSaid ? undefined : `T${owner.slice(1)} documents no Retry-After header${insteadOf(response)}.`,
    owner,
    header: header && JSON.stringify(toPlainValue(header.tree)),
    component: isSaid ? undefined : foldedNames(scope.names('openapi.header')).get('retryafter'),
    site: response.headersReference === undefined ? headersSite(response) : undefined,
    context,
  };
}

function insteadOf({ headers }: Response): string {
  const other = headers.find(({ name }) => /^(?:x-)?rate-?limit.*(?:reset|retry)/i.test(name.value));
  return other === undefined ? '' : `, only ${other.name.value}, which few clients know`;
}

const cause: Cause = {
  key: 'retry-after',
  message: (count) => `${count} 429 responses document no Retry-After header.`,
  fixTitle: (count) => `Document Retry-After in ${count} responses`,
};

/** The header is written as another 429 writes it, else as a component that is called so, or is made for several. */
function missingHeader(
  { span, site, message = '', owner, component, context }: LimitFact,
  other: LimitFact | undefined,
  isOneOfSeveral: boolean,
): Finding {
  if (site === undefined) return { span, message, cause };
  const makeChanges = (): readonly [TreeChange, ...TreeChange[]] => {
    const written: PlainValue | undefined = other?.header === undefined ? undefined : JSON.parse(other.header);
    if (written !== undefined && other?.site !== undefined)
      return addHeadersAt(site, { 'Retry-After': rebaseReferences(written, other.site.uri, site.uri) });
    const value = headerValue(context, retryAfter);
    // 2.0 shares no headers.
    const isShared = component !== undefined || (isOneOfSeveral && context.version !== '2.0');
    if (!isShared) return addHeadersAt(site, { 'Retry-After': value });
    const pointer = ['components', 'headers', component ?? 'RetryAfter'];
    const reference = { $ref: `${relativeUri(site.uri, context.rootUri)}#${formatPointer(pointer)}` };
    const addition = { kind: 'set', uri: context.rootUri, pointer, value, ifAbsent: true } as const;
    const added = addHeadersAt(site, { 'Retry-After': reference });
    return component === undefined ? [...added, addition] : added;
  };
  return { span, message, fixes: [fixInManyPlaces(`Document Retry-After in ${owner}`, 'review', makeChanges)], cause };
}
