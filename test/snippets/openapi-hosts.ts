import { parse } from 'yaml';

/** A description with resources of several shapes, clean under every rule. */
export function shop(version: string): string {
  return `# The shop.
openapi: ${version}
info:
  title: Shop
  version: 1.0.0
  description: Sells things.
servers:
  - url: https://api.example.com
security:
  - token: []
paths:
  # Called by the load balancer.
  /health:
    get:
      operationId: getHealth
      summary: Tell whether it runs
      security: []
      responses:
        '200':
          description: It runs.
          content:
            application/json:
              schema:
                type: object
                properties:
                  status: { type: string, maxLength: 20 }
              example: { status: ok }
        default:
          $ref: '#/components/responses/Failure'
  /orders:
    # There is no list yet.
    post:
      operationId: createOrder
      summary: Create one order
      parameters:
        - name: Idempotency-Key
          in: header
          required: true
          schema: { type: string, maxLength: 255 }
          example: '42'
      requestBody:
        required: true
        content:
          application/json:
            schema:
              $ref: '#/components/schemas/Order'
            example: { note: Ring twice }
      responses:
        '201':
          description: The new order.
          headers:
            Location:
              schema: { type: string, format: uri-reference }
          content:
            application/json:
              schema:
                $ref: '#/components/schemas/Order'
              example: { id: 5b0c7a8e-8a5f-4cbb-9a53-0f6c2b1d7e11, note: Ring twice }
        '429':
          $ref: '#/components/responses/Limited'
        default:
          $ref: '#/components/responses/Failure'

  /orders/{orderId}:
    parameters:
      - name: orderId
        in: path
        required: true
        schema: { type: string, format: uuid }
    get: # one
      operationId: getOrder
      summary: Read one order
      responses:
        '200':
          description: The order.
          content:
            application/json:
              schema:
                $ref: '#/components/schemas/Order'
              example: { id: 5b0c7a8e-8a5f-4cbb-9a53-0f6c2b1d7e11, note: Ring twice }
        '429':
          $ref: '#/components/responses/Limited'
        default:
          $ref: '#/components/responses/Failure'
    put:
      operationId: replaceOrder
      summary: Replace one order
      requestBody:
        required: true
        content:
          application/json:
            schema:
              $ref: '#/components/schemas/Order'
            example: { note: Ring twice }
      responses:
        '200':
          description: The order.
          content:
            application/json:
              schema:
                $ref: '#/components/schemas/Order'
              example: { id: 5b0c7a8e-8a5f-4cbb-9a53-0f6c2b1d7e11, note: Ring twice }
        '429':
          $ref: '#/components/responses/Limited'
        default:
          $ref: '#/components/responses/Failure'
  /notes:
    get:
      operationId: listNotes
      summary: List notes
      parameters:
        - name: limit
          in: query
          schema: { type: integer, format: int32, minimum: 1, maximum: 100, default: 20 }
        - name: cursor
          in: query
          schema: { type: string, maxLength: 200 }
      responses:
        '200':
          description: A page of notes.
          content:
            application/json:
              schema:
                type: object
                properties:
                  data:
                    type: array
                    maxItems: 100
                    items:
                      $ref: '#/components/schemas/Note'
                  nextCursor: { type: string, maxLength: 200 }
              example: { data: [] }
        '429':
          $ref: '#/components/responses/Limited'
        default:
          $ref: '#/components/responses/Failure'
components:
  securitySchemes:
    token: { type: http, scheme: bearer }
  responses:
    Failure:
      description: It failed.
      content:
        application/problem+json:
          schema:
            $ref: '#/components/schemas/Problem'
          example: { title: Not Found, status: 404 }
    Limited:
      description: Too many requests by this user or address.
      headers:
        Retry-After:
          schema: { type: integer, minimum: 0 }
      content:
        application/problem+json:
          schema:
            $ref: '#/components/schemas/Problem'
          example: { title: Too Many Requests, status: 429 }
  schemas:
    Problem:
      type: object
      properties:
        type: { type: string, format: uri-reference }
        title: { type: string }
        status: { type: integer, format: int32, minimum: 100, maximum: 599 }
        detail: { type: string }
    Order:
      type: object
      properties:
        id: { type: string, format: uuid, readOnly: true }
        note: { type: string, maxLength: 200 }
    Note:
      type: object
      properties:
        text: { type: string, maxLength: 200 }
# The end.
`;
}

/** A description with next to nothing in it, clean under every rule. */
export function bare(version: string): string {
  return `openapi: ${version}
info:
  title: Nothing yet
  version: 1.0.0
servers:
  - url: https://api.example.com
security:
  - token: []
paths:
  /health:
    get:
      operationId: getHealth
      summary: Tell whether it runs
      security: []
      responses:
        '204':
          description: It runs.
        '400':
          description: Asked in a way it does not know.
components:
  securitySchemes:
    token:
      type: http
      scheme: bearer
`;
}

/** The same description as JSON. */
export function asJson(yaml: string): string {
  return `${JSON.stringify(parse(yaml), undefined, 2)}\n`;
}
