import { describe, it } from 'mocha';
import { errorResponseDocumented } from '#rules/openapi/error-response-documented.ts';
import { itemNotFoundDocumented } from '#rules/openapi/item-not-found-documented.ts';
import { checkExample } from './check-rule.ts';

const id = 'parameters: [{ name: id, in: path, required: true, schema: { type: string } }]';

/** The one error of another operation, and what the 400 of POST /orders is called then. */
function describesBad(known: string, description: string): void {
  const text = (key: string, added: string): string => `openapi: 3.1.0
paths:
  /orders/{id}:
    ${id}
    delete:
      responses:
        '204': { description: Gone }
        '400': { description: ${known} }
        '404': { description: Not found }
  /orders:
    post:
      requestBody: { content: {} }
      ${key}:
        '200': { description: The order }
${added}`;
  const added = `        '400': { description: ${description} }\n`;
  checkExample(errorResponseDocumented, { title: '', bad: text('«responses»', ''), good: text('responses', added) });
}

/** The 404 of /invoices/{id}, and what that of /orders/{id} is called then. */
function describesMissing(known: string, description: string): void {
  const text = (key: string, added: string): string => `openapi: 3.1.0
paths:
  /invoices/{id}:
    ${id}
    get:
      responses:
        '200': { description: The invoice }
        '404': { description: ${known} }
  /orders/{id}:
    ${id}
    get:
      ${key}:
        '200': { description: The order }
        '400': { description: Invalid request }
${added}`;
  const added = `        '404': { description: ${description} }\n`;
  checkExample(itemNotFoundDocumented, { title: '', bad: text('«responses»', ''), good: text('responses', added) });
}

describe('the description of a new error', () => {
  it('is not the reason that another operation has', () => {
    describesBad('Order used in an invoice', 'The request is not valid');
    describesBad('Email is required', 'The request is not valid');
    describesBad('Order is locked', 'The request is not valid');
    describesBad('Invalid status code', 'Invalid status code');
    describesBad('Invalid syncing mode', 'The request is not valid');
  });

  it('is what is said of any request, in any language', () => {
    describesBad('Invalid input', 'Invalid input');
    describesBad('The order is not valid', 'The order is not valid');
    describesBad('Datos no válidos', 'Datos no válidos');
  });

  it('speaks of what the operation is about, as the other speaks of its own', () => {
    describesMissing('Invoice not found', 'Order not found');
    describesMissing('The invoice could not be found', 'The order could not be found');
    describesMissing('The invoice is archived', 'There is no such resource');
  });

  it('names what the path tells apart, and not what is listed below it, in the body too', () => {
    const text = (key: string, added: string): string => `openapi: 3.1.0
paths:
  /runs/{id}:
    ${id}
    get:
      responses:
        '200': { description: The run }
        '404': { description: Run not found, content: { application/json: { schema: { type: object, properties: { error: { type: string, enum: [Run not found] } } } } } }
  /projects/{id}/runs:
    ${id}
    get:
      ${key}:
        '200': { description: The runs }
        '400': { description: Invalid request }
${added}`;
    const added = `        '404': { description: Project not found, content: { application/json: { schema: { type: object, properties: { error: { type: string } } } } } }
`;
    checkExample(itemNotFoundDocumented, { title: '', bad: text('«responses»', ''), good: text('responses', added) });
  });
});
