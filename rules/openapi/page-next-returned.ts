import type { Operation, Parameter } from '#core/openapi/model.ts';
import { type Cause, type Finding, type Fix, globalRule, type Keyed, type Scope } from '#core/rule.ts';
import type { Span } from '#core/text/span.ts';
import type { TreeChange } from '#core/tree/change.ts';
import { pagination } from '#rules/checklist.ts';
import { type ListBody, listBody, successResponse } from '#rules/detectors/openapi/collection.ts';
import { explainsPages, namesHeader } from '#rules/detectors/openapi/explained-pages.ts';
import { HousePaging } from '#rules/detectors/openapi/house-paging.ts';
import { hasLinkHeader, isOpaqueCursor, leadsOn, pagingOf } from '#rules/detectors/openapi/paging.ts';
import { type PagingStyle, pagingStyleOf } from '#rules/detectors/openapi/paging-style.ts';
import { factsOfKind } from '#rules/facts-of-kind.ts';
import { leadOnLike, standardNext } from '#rules/fixes/openapi/lead-on.ts';
import { type ListSite, listSite } from '#rules/fixes/openapi/list-site.ts';
import { aip, rfc, zalando } from '#rules/sources.ts';

export const pageNextReturned = globalRule({
  id: 'openapi/page-next-returned',
  summary: 'Return the cursor of the next page with each page.',
  why: 'A cursor is made by the server. Where no response hands one out, no client gets past the first page, or it guesses how cursors are built.',
  item: pagination,
  references: [zalando(161), aip(158), rfc(8288, '3')],
  severity: 'warning',
  recommended: true,
  examples: [
    {
      title: 'A page that does not lead on',
      bad: `openapi: 3.1.0
paths:
  /orders:
    get:
      parameters:
        - { name: limit, in: query, schema: { type: integer, maximum: 100 } }
        - { name: «cursor», in: query, schema: { type: string } }
      responses:
        '200':
          description: A page of orders.
          content:
            application/json:
              schema:
                type: object
                properties:
                  order_list:
                    type: array
                    items:
                      type: object
  /orders/{id}:
    get:
      responses: {}
`,
      good: `openapi: 3.1.0
paths:
  /orders:
    get:
      parameters:
        - { name: limit, in: query, schema: { type: integer, maximum: 100 } }
        - { name: cursor, in: query, schema: { type: string } }
      responses:
        '200':
          description: A page of orders.
          content:
            application/json:
              schema:
                type: object
                properties:
                  order_list:
                    type: array
                    items:
                      type: object
                  next_cursor:
                    type: string
                    description: Where the next page starts; absent after the last page.
  /orders/{id}:
    get:
      responses: {}
`,
    },
    {
      title: 'A bare array leads on by a Link header',
      bad: `swagger: '2.0'
paths:
  /orders:
    get:
      parameters:
        - { name: «page_token», in: query, type: string }
      responses:
        '200':
          description: A page of orders.
          schema:
            type: array
            items: { type: object }
`,
      good: `swagger: '2.0'
paths:
  /orders:
    get:
      parameters:
        - { name: page_token, in: query, type: string }
      responses:
        '200':
          description: A page of orders.
          headers:
            Link:
              description: The next page, as a link with rel="next" (RFC 8288); none after the last page.
              type: string
          schema:
            type: array
            items: { type: object }
`,
    },
  ],
  on: ['openapi.document', 'openapi.info', 'openapi.operation'],
  *gather(node, scope): Iterable<PageFact> {
    if (node.kind === 'openapi.operation') yield* operationFacts(node, scope);
    else if (node.kind === 'openapi.info') {
      if (namesHeader(node.description?.value)) yield { key: 'pages', kind: 'explained' };
    } else {
      // How pages work may be said there; where that is not understood nothing is known.
      scope.roots('openapi.info');
      yield { key: 'pages', kind: 'known' };
    }
  },
  *compare(facts) {
    const lost = factsOfKind(facts, 'lost');
    if (lost.length === 0 || factsOfKind(facts, 'explained').length > 0 || factsOfKind(facts, 'known').length === 0)
      return;
    const styles = factsOfKind(facts, 'led').map(({ value }) => value.style);
    const houses = new Map<string, HousePaging>();
    for (const { section, value } of lost) {
      const house = houses.get(value.cursor) ?? new HousePaging(styles.filter((style) => takes(style, value.cursor)));
      houses.set(value.cursor, house);
      yield { section, value: lostPage(value, house.for(value.site)) };
    }
  },
});

function* operationFacts(operation: Operation, scope: Scope): Iterable<PageFact> {
  const { cursor } = pagingOf(operation, scope);
  const list = listBody(operation, scope);
  const response = successResponse(operation, scope);
  const style = cursor && pagingStyleOf(operation, scope);
  if (cursor?.name === undefined || style === undefined) return;
  if (list !== undefined && response !== undefined && isLost(operation, list, cursor, scope)) {
    const isHere = cursor.section === operation.section;
    const span = isHere ? cursor.name.span : operation.anchor;
    const site = listSite(operation, list, response, scope);
    yield { key: 'pages', kind: 'lost', span, cursor: cursor.name.value, site };
  } else if (leadsSomewhere(style)) yield { key: 'pages', kind: 'led', style };
}

type PageFact = Keyed &
  (
    | LedFact
    | LostFact
    /** The description says that a header leads to the next page. */
    | { readonly kind: 'explained' }
    /** All that the description says of itself is understood. */
    | { readonly kind: 'known' }
  );

interface LedFact {
  readonly kind: 'led';
  readonly style: PagingStyle;
}

interface LostFact {
  readonly kind: 'lost';
  readonly span: Span;
  readonly cursor: string;
  readonly site: ListSite;
}

function isLost(operation: Operation, list: ListBody, cursor: Parameter, scope: Scope): boolean {
  const { envelope, items } = list;
  if (!isOpaqueCursor(cursor, items, scope) || explainsPages(operation, cursor, scope)) return false;
  return !hasLinkHeader(operation, scope) && (envelope === undefined || leadsOn(envelope, scope, cursor) === false);
}

function leadsSomewhere({ page, headers }: PagingStyle): boolean {
  return [...(page?.parts ?? []), ...headers].some(({ leadsOn: leads }) => leads);
}

function takes({ parameters }: PagingStyle, cursor: string): boolean {
  return parameters.some(({ name }) => name === cursor);
}

function lostPage({ span, cursor, site }: LostFact, like: PagingStyle | undefined): Finding {
  const known = like === undefined ? [] : leadOnLike(site, like, 'next');
  const changes = known.length > 0 ? known : standardNext(site, cursor);
  const [first, ...others] = site.isChangeable ? changes : [];
  const message = `${site.title} takes “${cursor}”, but its pages hand out no such value.`;
  if (first === undefined) return { span, message, cause: lostPages(cursor) };
  const fix: Fix = { title: titleOf([first, ...others], site), safety: 'review', changes: [first, ...others] };
  return { span, message, fixes: [fix], cause: lostPages(cursor) };
}

function titleOf(changes: readonly TreeChange[], { title }: ListSite): string {
  const names = changes.flatMap(({ kind, pointer }) =>
    kind === 'set' && pointer.at(-2) === 'properties' ? pointer.slice(-1) : [],
  );
  if (names.length === 0) return `Document a header that leads to the next page of ${title}`;
  return `Return ${names.map((name) => `\`${name}\``).join(', ')} with each page of ${title}`;
}

/** All lists that take one cursor are the work of one hand. */
function lostPages(cursor: string): Cause {
  return {
    key: cursor,
    message: (count) => `${count} lists take “${cursor}”, but their pages hand out no such value.`,
    fixTitle: (count) => `Return the next page with each page of ${count} lists`,
  };
}
