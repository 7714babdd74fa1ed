import { responseAt } from '#core/openapi/effective/documented-responses.ts';
import { effectiveHeaders } from '#core/openapi/effective/effective.ts';
import { isJsonMediaType } from '#core/openapi/effective/media-type-name.ts';
import { erasedTemplate, segmentsOf } from '#core/openapi/effective/path-template.ts';
import { isWhole, propertiesOf } from '#core/openapi/effective/schema-properties.ts';
import type { DescriptionContext, Operation, Response } from '#core/openapi/model.ts';
import { type Cause, type Finding, type Fix, globalRule, type Keyed, type Scope } from '#core/rule.ts';
import { wordsOf } from '#core/text/casing.ts';
import { singularOf } from '#core/text/english.ts';
import type { Span } from '#core/text/span.ts';
import { longRunningWork } from '#rules/checklist.ts';
import { answersLater } from '#rules/detectors/openapi/long-running.ts';
import { webhookReceiver } from '#rules/detectors/openapi/webhook-receiver.ts';
import { isWrittenInPlace } from '#rules/detectors/openapi/written-in-place.ts';
import { factsOfKind } from '#rules/facts-of-kind.ts';
import { addHeadersAt, type HeadersSite, headersSite } from '#rules/fixes/openapi/add-header.ts';
import { headerValue } from '#rules/fixes/openapi/header-value.ts';
import { operationTitle } from '#rules/operation-title.ts';
import { aip, azure, rfc } from '#rules/sources.ts';
import { handedOverWords, stateNouns } from '#rules/words/job-words.ts';

export const acceptedFollowable = globalRule({
  id: 'openapi/accepted-followable',
  summary: 'Say with a 202 where the outcome can be read.',
  why: '202 promises nothing: the work may fail later. A client that cannot ask how it went shows “in progress” for ever, or starts it again.',
  item: longRunningWork,
  references: [rfc(9110, '15.3.3'), azure('lro-response-for-operation-status'), aip(151)],
  severity: 'warning',
  recommended: false,
  examples: [
    {
      title: 'Work of which nobody hears again',
      bad: `openapi: 3.1.0
paths:
  /invoices/close-year:
    post:
      summary: Close the year
      responses:
        «'202'»:
          description: The year is being closed.
  /invoices:
    get:
      responses:
        '200': { description: The invoices. }
`,
      good: `openapi: 3.1.0
paths:
  /invoices/close-year:
    post:
      summary: Close the year
      responses:
        '202':
          description: The year is being closed.
          headers:
            Location:
              description: Where the state of the work can be read.
              schema:
                type: string
                format: uri-reference
  /invoices:
    get:
      responses:
        '200': { description: The invoices. }
`,
    },
  ],
  on: ['openapi.operation'],
  *gather(operation, scope): Iterable<WorkFact> {
    const { method, origin, path } = operation;
    if (origin === 'webhook') yield { key, kind: 'told' };
    if (method === 'get' && origin === 'path' && readsState(path)) yield { key, kind: 'told' };
    if (!answersLater(operation) || method === 'delete') return;
    const entry = responseAt(operation, '202');
    const response = scope.resolve(entry?.response);
    if (entry === undefined || response === undefined || isHandedOver(operation)) return;
    if (isFollowed(operation, response, scope) || isReadable(operation, scope)) return;
    if (isExplained(operation, response)) return;
    const isOwn = response.section === operation.section && isWrittenInPlace(response);
    const site = isOwn && response.headersReference === undefined ? headersSite(response) : undefined;
    const { context } = operation;
    yield { key, kind: 'lost', span: entry.status.span, title: operationTitle(operation), site, context };
  },
  *compare(facts) {
    if (factsOfKind(facts, 'told').length > 0) return;
    for (const { section, value } of factsOfKind(facts, 'lost')) yield { section, value: lostWork(value) };
  },
});

const key = 'work';

type WorkFact = Keyed & (LostFact | { readonly kind: 'told' });

interface LostFact {
  readonly kind: 'lost';
  readonly span: Span;
  readonly title: string;
  readonly site: HeadersSite | undefined;
  readonly context: DescriptionContext;
}

/** `/jobs/{id}`, `/exports/{id}/progress` */
function readsState(path: string): boolean {
  return (
    path.includes('{') &&
    segmentsOf(path).some((segment) => wordsOf(segment).some((word) => stateNouns.has(singularOf(word))))
  );
}

function isHandedOver(operation: Operation): boolean {
  const { path, summary, operationId } = operation;
  const words = [...segmentsOf(path).slice(-2), summary?.value.slice(0, 100) ?? '', operationId?.value ?? ''];
  return webhookReceiver(operation) !== undefined || words.flatMap(wordsOf).some((word) => handedOverWords.has(word));
}

/** True where the answer leads on, or may: by a header, a link, or a value in its body; and where the result is sent. */
function isFollowed(operation: Operation, response: Response, scope: Scope): boolean {
  if (operation.callbacks.length > 0 || response.links.length > 0) return true;
  const headers = effectiveHeaders(response, scope);
  if (headers === undefined || headers.some(({ name }) => followingHeader.test(name.value))) return true;
  const media = response.content.find(({ name }) => isJsonMediaType(name.value));
  if (media?.schema === undefined) return response.content.length > 0;
  const body = scope.resolve(media.schema);
  if (body === undefined || body.types.includes('array') || !isWhole(body, scope)) return true;
  const names = propertiesOf(body, scope).map(({ name }) => name.value);
  return names.length === 0 || names.some((name) => !plainProperty.test(name));
}

const followingHeader = /location|^link$|async|retry-after|operation|status|request-?id|job|task|-id$/i;
/** What says no more than that the work was taken on; anything else may be, or lead to, what comes of it. */
const plainProperty = /^(?:message|msg|status|state|success|ok|code|detail|description|title|accepted)$/i;

/** “You will be notified”, “Poll the order until …”. */
function isExplained({ summary, description }: Operation, response: Response): boolean {
  return [summary, description, response.description].some((text) => explains.test(text?.value ?? ''));
}

const explains =
  /callback|webhook|\bpoll|notif|e-?mail|\bevents?\b|subscri|\bstatus\b|check (?:the|its)|\bGET\b|retriev|fire[- ]and[- ]forget|best[- ]effort/i;

/** True where the thing itself can be read: at the same path, at its item, or at what the action is done to. */
function isReadable({ path, pathItem }: Operation, scope: Scope): boolean {
  if (pathItem.operations.some(({ method }) => method === 'get')) return true;
  const erased = erasedTemplate(path).replace(/\/$/, '');
  const parent = erased.slice(0, erased.lastIndexOf('/'));
  const places = [`${erased}/{}`, ...(parent.endsWith('}') ? [parent] : [])];
  return places.some((place) => {
    const item = scope.find('openapi.path-item', place);
    return item?.operations.some(({ method }) => method === 'get') ?? false;
  });
}

function lostWork({ span, title, site, context }: LostFact): Finding {
  const message = `${title} answers 202, but nothing says where its outcome can be read. Return its Location.`;
  const fixes: readonly Fix[] =
    site === undefined
      ? []
      : [
          {
            title: `Document the Location of the outcome of ${title}`,
            safety: 'review',
            changes: addHeadersAt(site, { Location: headerValue(context, location) }),
          },
        ];
  return { span, message, fixes, cause: lostWorks };
}

const location = {
  description: 'Where the state of the work can be read.',
  schema: { type: 'string', format: 'uri-reference' },
};

const lostWorks: Cause = {
  key: 'lost',
  message: (count) => `${count} operations answer 202, but nothing says where their outcome can be read.`,
  fixTitle: (count) => `Document the Location of the outcome of ${count} operations`,
};
