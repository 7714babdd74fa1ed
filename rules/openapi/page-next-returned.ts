import type { Operation } from '#core/openapi/model.ts';
import { localRule, type Scope } from '#core/rule.ts';
import { pagination } from '#rules/checklist.ts';
import { type ListBody, listBody, successResponse } from '#rules/detectors/collection.ts';
import { hasLinkHeader, isOpaqueCursor, leadsOn, pagingOf } from '#rules/detectors/paging.ts';
import { addNext } from '#rules/fixes/page-list.ts';
import { operationTitle } from '#rules/operation-title.ts';
import { aip, rfc, zalando } from '#rules/sources.ts';

export const pageNextReturned = localRule({
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
  on: ['openapi.operation'],
  *check(operation, scope) {
    const { cursor } = pagingOf(operation, scope);
    const list = listBody(operation, scope);
    const response = successResponse(operation, scope);
    if (cursor?.name === undefined || list === undefined || response === undefined) return;
    if (!isOpaqueCursor(cursor) || /\blink\b.*\bheader/i.test(cursor.description?.value ?? '')) return;
    if (isLedOn(operation, list, scope)) return;
    const isHere = cursor.section === operation.section;
    yield {
      span: isHere ? cursor.name.span : operation.anchor,
      message: `${operationTitle(operation)} takes “${cursor.name.value}”, but its pages hand out no such value.`,
      fixes: [
        { title: 'Return the next page with each page', safety: 'review', changes: addNext(list, response, scope) },
      ],
    };
  },
});

function isLedOn(operation: Operation, { envelope }: ListBody, scope: Scope): boolean {
  return hasLinkHeader(operation, scope) || (envelope !== undefined && leadsOn(envelope, scope) !== false);
}
