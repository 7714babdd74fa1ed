import type { Operation } from '#core/openapi/model.ts';
import { type Cause, type Finding, type Fix, globalRule, type Keyed, type Scope } from '#core/rule.ts';
import { foldedName } from '#core/text/casing.ts';
import type { Span } from '#core/text/span.ts';
import { pagination } from '#rules/checklist.ts';
import { isBoundedList } from '#rules/detectors/openapi/bounded-list.ts';
import { type ListBody, listBody, successResponse } from '#rules/detectors/openapi/collection.ts';
import { explainsPages, namesHeader } from '#rules/detectors/openapi/explained-pages.ts';
import { isGrowing } from '#rules/detectors/openapi/growing-list.ts';
import { HousePaging } from '#rules/detectors/openapi/house-paging.ts';
import { mostUsed } from '#rules/detectors/openapi/most-used.ts';
import { mayCount, pagesByNumber, tellsEnd } from '#rules/detectors/openapi/page-end.ts';
import { hasLinkHeader, pagingOf } from '#rules/detectors/openapi/paging.ts';
import { nounOf, type PageStyle, type PagingStyle, pagingStyleOf } from '#rules/detectors/openapi/paging-style.ts';
import { factsOfKind } from '#rules/facts-of-kind.ts';
import { type ListSite, listSite } from '#rules/fixes/openapi/list-site.ts';
import { endPart } from '#rules/fixes/openapi/page-end.ts';
import { wrapList } from '#rules/fixes/openapi/wrap-list.ts';
import { azure, zalando } from '#rules/sources.ts';
import { lookupNames } from '#rules/words/lookup-names.ts';

export const listInObject = globalRule({
  id: 'openapi/list-in-object',
  summary: 'Return lists in an object, not as bare arrays.',
  why: 'A bare array has no room for anything beside its items: whether there are more, how many there are, a warning. An object takes them later, without a new version.',
  item: pagination,
  references: [zalando(110), azure('collections-response-is-object')],
  severity: 'warning',
  recommended: true,
  options: {
    everywhere: {
      default: false,
      description:
        'Tell of every bare array; else of those that come in pages without a word on the next one, and of those that are unlike nearly all other lists.',
    },
  },
  examples: [
    {
      title: 'Pages that cannot say whether more follow',
      bad: `openapi: 3.1.0
paths:
  /orders:
    «get»:
      parameters:
        - name: limit
          in: query
          schema:
            type: integer
            maximum: 100
            default: 20
        - name: offset
          in: query
          schema:
            type: integer
            minimum: 0
      responses:
        '200':
          description: Some of the orders.
          content:
            application/json:
              schema:
                type: array
                items:
                  $ref: '#/components/schemas/Order'
components:
  schemas:
    Order:
      type: object
      properties:
        placed_at:
          type: string
          format: date-time
`,
      good: `openapi: 3.1.0
paths:
  /orders:
    get:
      parameters:
        - name: limit
          in: query
          schema:
            type: integer
            maximum: 100
            default: 20
        - name: offset
          in: query
          schema:
            type: integer
            minimum: 0
      responses:
        '200':
          description: Some of the orders.
          content:
            application/json:
              schema:
                type: object
                properties:
                  items:
                    type: array
                    items:
                      $ref: '#/components/schemas/Order'
                  has_more:
                    type: boolean
                    description: Whether there are more after these.
components:
  schemas:
    Order:
      type: object
      properties:
        placed_at:
          type: string
          format: date-time
`,
    },
    {
      title: 'The one list that is unlike the others',
      bad: `swagger: '2.0'
paths:
  /roles: { get: { responses: { 200: { description: The roles., schema: { $ref: '#/definitions/RoleList' } } } } }
  /roles/{id}: { get: { responses: {} } }
  /plans: { get: { responses: { 200: { description: The plans., schema: { $ref: '#/definitions/PlanList' } } } } }
  /plans/{id}: { get: { responses: {} } }
  /regions: { get: { responses: { 200: { description: The regions., schema: { $ref: '#/definitions/PlanList' } } } } }
  /regions/{id}: { get: { responses: {} } }
  /themes: { get: { responses: { 200: { description: The themes., schema: { $ref: '#/definitions/PlanList' } } } } }
  /themes/{id}: { get: { responses: {} } }
  /currencies:
    «get»:
      responses:
        200:
          description: The currencies.
          schema:
            type: array
            items: { type: object }
definitions:
  RoleList: { type: object, properties: { roles: { type: array, items: { type: object } } } }
  PlanList: { type: object, properties: { data: { type: array, items: { type: object } } } }
`,
      good: `swagger: '2.0'
paths:
  /roles: { get: { responses: { 200: { description: The roles., schema: { $ref: '#/definitions/RoleList' } } } } }
  /roles/{id}: { get: { responses: {} } }
  /plans: { get: { responses: { 200: { description: The plans., schema: { $ref: '#/definitions/PlanList' } } } } }
  /plans/{id}: { get: { responses: {} } }
  /regions: { get: { responses: { 200: { description: The regions., schema: { $ref: '#/definitions/PlanList' } } } } }
  /regions/{id}: { get: { responses: {} } }
  /themes: { get: { responses: { 200: { description: The themes., schema: { $ref: '#/definitions/PlanList' } } } } }
  /themes/{id}: { get: { responses: {} } }
  /currencies:
    get:
      responses:
        200:
          description: The currencies.
          schema:
            type: object
            properties: { data: { type: array, items: { type: object } } }
definitions:
  RoleList: { type: object, properties: { roles: { type: array, items: { type: object } } } }
  PlanList: { type: object, properties: { data: { type: array, items: { type: object } } } }
`,
    },
  ],
  on: ['openapi.operation', 'openapi.info'],
  *gather(operation, scope): Iterable<ListFact> {
    if (operation.kind === 'openapi.info') {
      if (namesHeader(operation.description?.value)) yield { key, kind: 'explained' };
      return;
    }
    if (operation.deprecated?.value === true) return;
    const list = listBody(operation, scope);
    const style = pagingStyleOf(operation, scope);
    if (list === undefined) {
      if (style?.page !== undefined) yield { key, kind: 'style', style };
      return;
    }
    const { limit } = pagingOf(operation, scope);
    if (list.property !== undefined) {
      const noun = nounOf(operation.path);
      const name = list.property.value;
      const isNoun = foldedName(name) === foldedName(noun);
      const isRequired = list.holder?.required.some(({ value }) => value === name) ?? false;
      const [span, isPaged] = [operation.anchor, style !== undefined || limit !== undefined];
      yield {
        key,
        kind: 'object',
        span,
        isPaged,
        style,
        items: { name: isNoun ? '' : name, example: name, noun, isRequired },
      };
      return;
    }
    const how = style === undefined ? howShort(operation, list, scope) : howPaged(operation, style, scope);
    const response = successResponse(operation, scope);
    if (how === undefined || response === undefined) return;
    yield { key, kind: 'bare', span: operation.anchor, how, site: listSite(operation, list, response, scope) };
  },
  *compare(facts, { everywhere }) {
    const bare = factsOfKind(facts, 'bare');
    if (bare.length === 0) return;
    const objects = factsOfKind(facts, 'object').map(({ value }) => value);
    const isUnusual = isRare(bare.filter(({ value }) => value.how === 'short').length, objects);
    const styles = [...objects, ...factsOfKind(facts, 'style').map(({ value }) => value)].map(({ style }) => style);
    const pages = new HousePaging(
      styles.flatMap((style) => (style?.page !== undefined && tellsEnd(style) ? [style] : [])),
    );
    const others = objects.filter(({ isPaged }) => !isPaged).length;
    const isExplained = factsOfKind(facts, 'explained').length > 0;
    for (const { section, value } of bare) {
      if (value.how === 'paged' && isExplained && !everywhere) continue;
      if (value.how === 'paged') yield { section, value: bareList(value, pageFor(value, pages, objects), pagesLack) };
      else if (everywhere) yield { section, value: bareList(value, short(objects), hasNoRoom) };
      else if (value.how === 'short' && isUnusual)
        yield { section, value: bareList(value, short(objects), unlike(others)) };
    }
  },
});

const key = 'lists';

type ListFact = Keyed &
  (
    | ObjectFact
    | BareFact
    /** Something that pages, though its path is not known to be that of a collection: it shows what pages look like. */
    | { readonly kind: 'style'; readonly style: PagingStyle }
    /** The description says that a header leads to the next page. */
    | { readonly kind: 'explained' }
  );

interface ObjectFact {
  readonly kind: 'object';
  readonly isPaged: boolean;
  readonly style: PagingStyle | undefined;
  /** The property with the items; `name` is empty where it is called like the collection. */
  readonly items: {
    readonly name: string;
    readonly example: string;
    readonly noun: string;
    readonly isRequired: boolean;
  };
}

interface BareFact {
  readonly kind: 'bare';
  readonly span: Span;
  readonly how: BareKind;
  readonly site: ListSite;
}

/** `whole`: it grows without pages, which another rule tells. `linked`: its pages may lead on, or count, in another way. */
type BareKind = 'paged' | 'linked' | 'short' | 'whole';

/** Of a cursor that no page hands out another rule tells. */
function howPaged(operation: Operation, { opaqueCursor }: PagingStyle, scope: Scope): BareKind | undefined {
  const { offset } = pagingOf(operation, scope);
  if (opaqueCursor !== undefined) return undefined;
  if (offset === undefined || !pagesByNumber(operation, scope) || mayCount(operation, scope)) return 'linked';
  return hasLinkHeader(operation, scope) || explainsPages(operation, offset, scope) ? 'linked' : 'paged';
}

function howShort(operation: Operation, list: ListBody, scope: Scope): BareKind {
  const options = { lookups: lookupNames, boundedItems: 200 };
  const isWhole = isGrowing(operation, list, scope) && !isBoundedList(operation, list, scope, options);
  return isWhole ? 'whole' : 'short';
}

/** True where nearly all lists without pages are objects. */
function isRare(bare: number, objects: readonly ObjectFact[]): boolean {
  const others = objects.filter(({ isPaged }) => !isPaged).length;
  return others >= fewest && others >= usual * (others + bare);
}

const fewest = 4;
const usual = 0.7;

/** As the other pages are, else with a word on whether there are more. */
function pageFor({ site }: BareFact, pages: HousePaging, objects: readonly ObjectFact[]): Around {
  const like = pages.for({ area: site.area, isBare: false });
  if (like?.page !== undefined) return { noun: like.noun, page: like.page };
  const { noun, page } = short(objects);
  return { noun, page: { ...page, parts: [endPart(site.names)] } };
}

/** What is written around an array. */
interface Around {
  readonly noun: string;
  readonly page: PageStyle;
}

function short(objects: readonly ObjectFact[]): Around {
  const usualName = mostUsed(objects.map(({ items }) => items.name));
  const alike = objects.filter(({ items }) => items.name === usualName);
  const [like] = alike;
  const hasItemsRequired = alike.filter(({ items }) => items.isRequired).length * 2 > alike.length;
  return {
    noun: like?.items.noun ?? '',
    page: { items: like?.items.example ?? 'items', hasItemsRequired, parts: [] },
  };
}

function bareList({ span, site }: BareFact, { noun, page }: Around, fault: Fault): Finding {
  const message = `${site.title} ${fault.text}`;
  const fixes: readonly Fix[] =
    site.body === undefined || !site.isChangeable
      ? []
      : [
          {
            title: `Return an object with the array in ${site.title}`,
            safety: 'review',
            changes: [wrapList(site.body, site, noun, page)],
          },
        ];
  return { span, message, fixes, cause: fault.cause };
}

interface Fault {
  readonly text: string;
  readonly cause: Cause;
}

const pagesLack: Fault = {
  text: 'pages as a bare array. Return an object, which can say whether more follow.',
  cause: {
    key: 'paged',
    message: (count) => `${count} lists page as bare arrays, in which nothing says whether more follow.`,
    fixTitle: (count) => `Return objects with the arrays in ${count} lists`,
  },
};

const hasNoRoom: Fault = {
  text: 'returns a bare array. Return an object, which has room for more than the items.',
  cause: {
    key: 'bare',
    message: (count) => `${count} lists are bare arrays, which have no room for anything beside their items.`,
    fixTitle: (count) => `Return objects with the arrays in ${count} lists`,
  },
};

function unlike(others: number): Fault {
  return {
    text: `returns a bare array, unlike ${others} other lists. Return an object that holds it.`,
    cause: {
      key: 'bare',
      message: (count) => `${count} lists are bare arrays, unlike ${others} others.`,
      fixTitle: (count) => `Return objects with the arrays in ${count} lists`,
    },
  };
}
