import { isWhole } from '#core/openapi/effective/schema-properties.ts';
import { type Cause, type Finding, type Fix, globalRule, type Keyed } from '#core/rule.ts';
import type { Span } from '#core/text/span.ts';
import type { TreeChange } from '#core/tree/change.ts';
import { pagination } from '#rules/checklist.ts';
import { listBody, successResponse } from '#rules/detectors/openapi/collection.ts';
import { explainsPages, namesHeader } from '#rules/detectors/openapi/explained-pages.ts';
import { HousePaging } from '#rules/detectors/openapi/house-paging.ts';
import { mayCount, pagesByNumber, speaksOfMore, tellsEnd } from '#rules/detectors/openapi/page-end.ts';
import { hasLinkHeader, pagingOf } from '#rules/detectors/openapi/paging.ts';
import { type PagingStyle, pagingStyleOf } from '#rules/detectors/openapi/paging-style.ts';
import { factsOfKind } from '#rules/facts-of-kind.ts';
import { leadOnLike } from '#rules/fixes/openapi/lead-on.ts';
import { type ListSite, listSite } from '#rules/fixes/openapi/list-site.ts';
import { endPart } from '#rules/fixes/openapi/page-end.ts';
import { aip, azure } from '#rules/sources.ts';

export const pageEndTold = globalRule({
  id: 'openapi/page-end-told',
  summary: 'Say with each page whether more follow.',
  why: 'Pages that are counted by offset look alike, the last one too. Without a total or a word that there is more, each client asks once too often, or stops a page too early.',
  item: pagination,
  references: [aip(158), azure('collections-include-nextlink-for-more-results')],
  severity: 'info',
  recommended: false,
  examples: [
    {
      title: 'Pages without an end',
      bad: `openapi: 3.1.0
paths:
  /orders:
    «get»:
      parameters:
        - { name: limit, in: query, schema: { type: integer, maximum: 100 } }
        - { name: offset, in: query, schema: { type: integer } }
      responses:
        '200':
          description: A page of orders.
          content:
            application/json:
              schema:
                type: object
                properties:
                  orders:
                    type: array
                    items:
                      type: object
                  limit:
                    type: integer
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
        - { name: offset, in: query, schema: { type: integer } }
      responses:
        '200':
          description: A page of orders.
          content:
            application/json:
              schema:
                type: object
                properties:
                  orders:
                    type: array
                    items:
                      type: object
                  limit:
                    type: integer
                  hasMore:
                    type: boolean
                    description: Whether there are more after these.
  /orders/{id}:
    get:
      responses: {}
`,
    },
    {
      title: 'As the other lists do',
      bad: `swagger: '2.0'
paths:
  /users:
    get:
      parameters:
        - { name: page, in: query, type: integer }
      responses:
        200: { description: A page of users., schema: { $ref: '#/definitions/UserPage' } }
  /users/{id}: { get: { responses: {} } }
  /orders:
    «get»:
      parameters:
        - { name: page, in: query, type: integer }
      responses:
        200: { description: A page of orders., schema: { $ref: '#/definitions/OrderPage' } }
  /orders/{id}: { get: { responses: {} } }
definitions:
  UserPage:
    type: object
    properties:
      data: { type: array, items: { type: object } }
      total_pages: { type: integer }
  OrderPage:
    type: object
    properties:
      data: { type: array, items: { type: object } }
`,
      good: `swagger: '2.0'
paths:
  /users:
    get:
      parameters:
        - { name: page, in: query, type: integer }
      responses:
        200: { description: A page of users., schema: { $ref: '#/definitions/UserPage' } }
  /users/{id}: { get: { responses: {} } }
  /orders:
    get:
      parameters:
        - { name: page, in: query, type: integer }
      responses:
        200: { description: A page of orders., schema: { $ref: '#/definitions/OrderPage' } }
  /orders/{id}: { get: { responses: {} } }
definitions:
  UserPage:
    type: object
    properties:
      data: { type: array, items: { type: object } }
      total_pages: { type: integer }
  OrderPage:
    type: object
    properties:
      data: { type: array, items: { type: object } }
      total_pages: { type: integer }
`,
    },
  ],
  on: ['openapi.operation', 'openapi.info'],
  *gather(operation, scope): Iterable<EndFact> {
    if (operation.kind === 'openapi.info') {
      if (namesHeader(operation.description?.value)) yield { key, kind: 'explained' };
      return;
    }
    const style = pagingStyleOf(operation, scope);
    if (style?.page === undefined || style.opaqueCursor !== undefined) return;
    if (!pagesByNumber(operation, scope) || style.parameters.some(({ role }) => role === 'cursor')) return;
    if (tellsEnd(style)) {
      yield { key, kind: 'told', style };
      return;
    }
    const list = listBody(operation, scope);
    const response = successResponse(operation, scope);
    const { offset } = pagingOf(operation, scope);
    if (list?.envelope === undefined || response === undefined || offset === undefined) return;
    if (!isWhole(list.envelope, scope) || speaksOfMore(list.envelope, scope)) return;
    if (mayCount(operation, scope) || hasLinkHeader(operation, scope)) return;
    if (explainsPages(operation, offset, scope)) return;
    const site = listSite(operation, list, response, scope);
    yield { key, kind: 'untold', span: operation.anchor, site };
  },
  *compare(facts) {
    const untold = factsOfKind(facts, 'untold');
    if (untold.length === 0 || factsOfKind(facts, 'explained').length > 0) return;
    const house = new HousePaging(factsOfKind(facts, 'told').map(({ value }) => value.style));
    for (const { section, value } of untold) yield { section, value: endless(value, house.for(value.site)) };
  },
});

const key = 'pages';

type EndFact = Keyed &
  (
    | ToldFact
    | UntoldFact
    /** The description says that a header leads to the next page. */
    | { readonly kind: 'explained' }
  );

interface ToldFact {
  readonly kind: 'told';
  readonly style: PagingStyle;
}

interface UntoldFact {
  readonly kind: 'untold';
  readonly span: Span;
  readonly site: ListSite;
}

function endless({ span, site }: UntoldFact, like: PagingStyle | undefined): Finding {
  const message = `The pages of ${site.title} do not say whether more follow. Return a total, or whether there are more.`;
  const [first, ...others] = site.isChangeable ? endLike(site, like) : [];
  if (first === undefined) return { span, message, cause: endlessPages };
  const names = [first, ...others].flatMap(({ kind, pointer }) => (kind === 'set' ? `\`${pointer.at(-1)}\`` : []));
  const how = like === undefined ? '' : `, as ${like.title} does`;
  const fix: Fix = {
    title: `Return ${names.join(', ')} with each page of ${site.title}${how}`,
    safety: 'review',
    changes: [first, ...others],
  };
  return { span, message, fixes: [fix], cause: endlessPages };
}

function endLike(site: ListSite, like: PagingStyle | undefined): readonly TreeChange[] {
  const known = like === undefined ? [] : leadOnLike(site, like, 'all');
  if (known.length > 0 || site.page === undefined) return known;
  const { name, value } = endPart(site.names);
  const { uri, pointer } = site.page;
  return [{ kind: 'set', uri, pointer: [...pointer, 'properties', name], value, ifAbsent: true }];
}

const endlessPages: Cause = {
  key: 'endless',
  message: (count) => `The pages of ${count} lists do not say whether more follow.`,
  fixTitle: (count) => `Say whether more follow in the pages of ${count} lists`,
};
