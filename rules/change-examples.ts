/** An example of a description whose requests hold this schema of an object; its lines are indented by six. */
export const sentOrder = (schema: string): string => `openapi: 3.1.0
paths:
  /orders:
    post:
      requestBody:
        content:
          application/json:
            schema: { $ref: '#/components/schemas/NewOrder' }
      responses: { '204': { description: Taken. } }
components:
  schemas:
    NewOrder:
      type: object
${schema}`;

/** The same of one whose responses hold it. */
export const returnedOrder = (schema: string): string => `openapi: 3.1.0
paths:
  /orders/{id}:
    get:
      responses:
        '200':
          description: The order.
          content:
            application/json:
              schema: { $ref: '#/components/schemas/Order' }
components:
  schemas:
    Order:
      type: object
${schema}`;
