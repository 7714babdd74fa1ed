import type { Location, Position } from 'vscode-languageserver';
import type { TestClient } from './ask-server.ts';

/** A description in two files, and a schema, in which names lead here and there. */
export const shopFiles = {
  'api.yaml': `openapi: 3.1.0
info: { title: Shop, version: '1' }
paths:
  /orders/{id}:
    $ref: paths/order.yaml
components:
  schemas:
    Order:
      type: object
      required: [id]
      properties:
        id: { type: string, format: uuid }
        items: { type: array, items: { $ref: '#/components/schemas/Item' } }
        note: { type: [string, 'null'] }
    Item: { type: object }
`,
  'paths/order.yaml': `get:
  parameters: [{ name: id, in: path, required: true, schema: { type: string } }]
  responses:
    '200':
      description: The order
      content:
        application/json:
          schema: { $ref: ../api.yaml#/components/schemas/Order }
`,
  'schema.prisma': `model Order {
  id    Int    @id
  items Item[]
}

model Item {
  id      Int   @id
  orderId Int
  order   Order @relation(fields: [orderId], references: [id])

  @@index([orderId])
}
`,
} as const;

/** The place of a text in an open document, one letter into it. */
export function placeOf(client: TestClient, path: string, text: string) {
  const { line, character } = client.rangeOf(path, text).start;
  const position: Position = { line, character: character + 1 };
  return { textDocument: { uri: client.uri(path) }, position };
}

/** Each as `path:line`, the line counted from 1, sorted. */
export function linesOf(client: TestClient, locations: readonly Location[] | null): readonly string[] {
  const root = client.uri('a').length - 1;
  return (locations ?? []).map(({ uri, range }) => `${uri.slice(root)}:${range.start.line + 1}`).sort();
}
