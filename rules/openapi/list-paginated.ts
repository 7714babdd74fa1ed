import type { DescriptionContext, OpenApiDocument, Operation } from '#core/openapi/model.ts';
import { type Cause, type Finding, globalRule, type Keyed, type Scope } from '#core/rule.ts';
import type { Span } from '#core/text/span.ts';
import { pagination } from '#rules/checklist.ts';
import { type BoundedListOptions, isBoundedList } from '#rules/detectors/bounded-list.ts';
import { type ListBody, listBody, successResponse } from '#rules/detectors/collection.ts';
import { HousePaging } from '#rules/detectors/house-paging.ts';
import { hasLinkHeader, leadsOn, pagingOf } from '#rules/detectors/paging.ts';
import { type PagingParameter, sharedPagingParameter } from '#rules/detectors/paging-parameter.ts';
import { type PagingStyle, pagingStyleOf } from '#rules/detectors/paging-style.ts';
import { factsOfKind } from '#rules/facts-of-kind.ts';
import { type ListSite, listSite } from '#rules/fixes/list-site.ts';
import { pageLike } from '#rules/fixes/page-list.ts';
import { type StandardPaging, standardPaging } from '#rules/fixes/standard-paging.ts';
import { aip, owasp, zalando } from '#rules/sources.ts';
import { lookupNames } from '#rules/words/lookup-names.ts';

export const listPaginated = globalRule({
  id: 'openapi/list-paginated',
  summary: 'Paginate lists.',
  why: 'A list without pages works until the table has grown; then it is slow for everyone, and pages cannot be added without breaking the clients that read it whole.',
  item: pagination,
  references: [zalando(159), aip(158), owasp(4)],
  severity: 'warning',
  recommended: true,
  options: {
    lookups: {
      default: lookupNames,
      description: 'Resources that are few by nature: the last word of a path, in the plural.',
    },
    boundedItems: { default: 200, description: 'A list with at most so many items (`maxItems`) needs no pages.' },
  },
  examples: [
    {
      title: 'A bare array of everything',
      bad: `openapi: 3.1.0
paths:
  /orders:
    «get»:
      responses:
        '200':
          description: All orders.
          content:
            application/json:
              schema:
                type: array
                items:
                  type: object
`,
      good: `openapi: 3.1.0
paths:
  /orders:
    get:
      parameters:
        - name: limit
          in: query
          description: Items per page.
          schema:
            type: integer
            minimum: 1
            maximum: 100
            default: 20
        - name: cursor
          in: query
          description: Where the page starts, as the page before said; the first page without it.
          schema:
            type: string
      responses:
        '200':
          description: All orders.
          headers:
            Link:
              description: The next page, as a link with rel="next" (RFC 8288); none after the last page.
              schema:
                type: string
          content:
            application/json:
              schema:
                type: array
                items:
                  type: object
`,
    },
    {
      title: 'The description has shared parameters for it',
      bad: `openapi: 3.1.0
paths:
  /orders:
    «get»:
      parameters:
        - $ref: '#/components/parameters/Status'
      responses:
        '200':
          description: All orders.
          content:
            application/json:
              schema:
                $ref: '#/components/schemas/OrderList'
  /orders/{id}:
    get:
      responses: {}
components:
  parameters:
    Status: { name: status, in: query, schema: { type: string } }
    Limit: { name: limit, in: query, schema: { type: integer, maximum: 50 } }
    Cursor: { name: cursor, in: query, schema: { type: string } }
  schemas:
    OrderList:
      type: object
      properties:
        orders:
          type: array
          items:
            type: object
`,
      good: `openapi: 3.1.0
paths:
  /orders:
    get:
      parameters:
        - $ref: '#/components/parameters/Status'
        - $ref: '#/components/parameters/Limit'
        - $ref: '#/components/parameters/Cursor'
      responses:
        '200':
          description: All orders.
          content:
            application/json:
              schema:
                $ref: '#/components/schemas/OrderList'
  /orders/{id}:
    get:
      responses: {}
components:
  parameters:
    Status: { name: status, in: query, schema: { type: string } }
    Limit: { name: limit, in: query, schema: { type: integer, maximum: 50 } }
    Cursor: { name: cursor, in: query, schema: { type: string } }
  schemas:
    OrderList:
      type: object
      properties:
        orders:
          type: array
          items:
            type: object
        nextCursor:
          type: string
          description: Where the next page starts; absent after the last page.
`,
    },
  ],
  on: ['openapi.document', 'openapi.operation'],
  *gather(node, scope, options): Iterable<ListFact> {
    if (node.kind === 'openapi.document') yield documentFact(node, scope);
    else yield* operationFacts(node, scope, options);
  },
  *compare(facts) {
    const [document] = factsOfKind(facts, 'document');
    const wholes = factsOfKind(facts, 'whole');
    if (document === undefined || wholes.length === 0) return;
    const styles = factsOfKind(facts, 'paged').map(({ value }) => value.style);
    const house = new HousePaging(styles.flatMap((style) => style ?? []));
    const { shared, names, context, span } = document.value;
    const standard = standardPaging(shared, names, wholes.length > 1, context);
    const isAll = styles.length === 0 ? { place: { section: document.section, span } } : {};
    for (const { section, value } of wholes)
      yield { section, value: { ...wholeList(value, house, standard), cause: { ...wholeLists, ...isAll } } };
  },
});

type ListFact = Keyed & (DocumentFact | PagedFact | WholeFact);

interface DocumentFact {
  readonly kind: 'document';
  readonly span: Span;
  readonly context: DescriptionContext;
  /** The names of the shared parameters, and those that page. */
  readonly names: readonly string[];
  readonly shared: readonly PagingParameter[];
}

/** A list that pages; `style` is undefined where its parameters do not say how. */
interface PagedFact {
  readonly kind: 'paged';
  readonly style: PagingStyle | undefined;
}

interface WholeFact {
  readonly kind: 'whole';
  readonly span: Span;
  readonly site: ListSite;
}

function documentFact({ context, anchor }: OpenApiDocument, scope: Scope): ListFact {
  const names = scope.names('openapi.parameter');
  const shared = names.flatMap((name) => {
    const parameter = scope.find('openapi.parameter', name);
    return (parameter && sharedPagingParameter(parameter, scope)) ?? [];
  });
  return { key: 'lists', kind: 'document', span: anchor, context, names, shared };
}

function* operationFacts(operation: Operation, scope: Scope, options: BoundedListOptions): Iterable<ListFact> {
  const style = pagingStyleOf(operation, scope);
  const list = listBody(operation, scope);
  if (style !== undefined) yield { key: 'lists', kind: 'paged', style };
  else if (list !== undefined && isPaged(operation, list, scope)) yield { key: 'lists', kind: 'paged', style };
  else if (list !== undefined && !isBoundedList(operation, list, scope, options)) {
    const response = successResponse(operation, scope);
    if (response === undefined) return;
    const site = listSite(operation, list, response, scope);
    yield { key: 'lists', kind: 'whole', span: operation.anchor, site };
  }
}

function isPaged(operation: Operation, { envelope }: ListBody, scope: Scope): boolean {
  const { limit, cursor, offset } = pagingOf(operation, scope);
  if (limit ?? cursor ?? offset) return true;
  return hasLinkHeader(operation, scope) || (envelope !== undefined && leadsOn(envelope, scope) !== false);
}

function wholeList({ span, site }: WholeFact, house: HousePaging, standard: StandardPaging): Finding {
  const known = house.for(site);
  const style = known ?? standard.style;
  const additions = known === undefined ? standard.additions : [];
  const [first, ...others] = site.isChangeable ? [...pageLike(site, style), ...additions] : [];
  const how = style.parameters.map(({ name }) => `\`${name}\``).join(', ');
  const like = known === undefined ? '' : `, as ${known.title} does`;
  return {
    span,
    message: `${site.title} returns the whole list: nothing limits or pages it.`,
    ...(first && {
      fixes: [{ title: `Page ${site.title} by ${how}${like}`, safety: 'review', changes: [first, ...others] }],
    }),
  };
}

/** Lists that are not paged are one decision, or one generator's habit. */
const wholeLists: Cause = {
  key: 'whole lists',
  message: (count) => `${count} lists are returned whole: nothing limits or pages them.`,
  fixTitle: (count) => `Page ${count} lists`,
};
