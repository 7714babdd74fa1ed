import type { Operation } from '#core/openapi/model.ts';
import { type Finding, type Fix, localRule, type Scope } from '#core/rule.ts';
import { pagination } from '#rules/checklist.ts';
import { isBoundedList } from '#rules/detectors/bounded-list.ts';
import { type ListBody, listBody, successResponse } from '#rules/detectors/collection.ts';
import { hasLinkHeader, leadsOn, pagingOf } from '#rules/detectors/paging.ts';
import { addNext, addPagingParameters } from '#rules/fixes/page-list.ts';
import { operationTitle } from '#rules/operation-title.ts';
import { aip, owasp, zalando } from '#rules/sources.ts';
import { lookupNames } from '#rules/words/lookup-names.ts';

export const listPaginated = localRule({
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
  on: ['openapi.operation'],
  *check(operation, scope, { lookups, boundedItems }) {
    const list = listBody(operation, scope);
    if (list === undefined || isPaged(operation, list, scope)) return;
    if (!isBoundedList(operation, list, scope, { lookups, boundedItems })) yield wholeList(operation, list, scope);
  },
});

function isPaged(operation: Operation, { envelope }: ListBody, scope: Scope): boolean {
  const { limit, cursor, offset } = pagingOf(operation, scope);
  if (limit ?? cursor ?? offset) return true;
  return hasLinkHeader(operation, scope) || (envelope !== undefined && leadsOn(envelope, scope) !== false);
}

function wholeList(operation: Operation, list: ListBody, scope: Scope): Finding {
  const response = successResponse(operation, scope);
  const [next, ...others] = response === undefined ? [] : addNext(list, response, scope);
  const changes = [...others, ...addPagingParameters(operation, scope)];
  const fix: Fix | undefined = next && {
    title: 'Page it by a limit and a cursor',
    safety: 'review',
    changes: [next, ...changes],
  };
  return {
    span: operation.anchor,
    message: `${operationTitle(operation)} returns the whole list: nothing limits or pages it.`,
    ...(fix ? { fixes: [fix] } : {}),
  };
}
