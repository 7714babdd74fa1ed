import assert from 'node:assert/strict';
import { typedIn } from './typed-files.ts';

/** A description in YAML that completion is tried in. */
export const shop = `openapi: 3.1.0
info:
  title: Shop
  version: 1.0.0
tags:
  - name: orders
  - name: stock
paths:
  /orders/{orderId}:
    get:
      operationId: getOrder
      responses:
        '200':
          description: OK
components:
  schemas:
    Order:
      type: object
      properties:
        id:
          type: string
    Customer:
      type: object
  parameters:
    Page:
      name: page
      in: query
      schema:
        type: integer
  securitySchemes:
    login:
      type: oauth2
      flows:
        implicit:
          authorizationUrl: https://example.com/authorize
          scopes:
            read: Reads
            write: Writes
`;

/** What is proposed in the shop's description where one text stands in place of another. */
export function inShop(old: string, text: string, base = shop) {
  assert.ok(base.includes(old), old);
  return typedIn({ 'shop.yaml': base.replace(old, text) }, { 'shop.yaml': base });
}

/** What its operation answers. */
export const response = '          description: OK\n';

/** What is proposed below the answer of the shop's operation. */
export function belowResponse(...lines: readonly string[]) {
  return inShop(response, response + lines.map((line) => `          ${line}\n`).join(''));
}
