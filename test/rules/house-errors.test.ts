import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import type { ExampleText, Rule } from '#core/rule.ts';
import { errorResponseDocumented } from '#rules/openapi/error-response-documented.ts';
import { itemNotFoundDocumented } from '#rules/openapi/item-not-found-documented.ts';
import { rateLimitDocumented } from '#rules/openapi/rate-limit-documented.ts';
import { checkExample, findingsIn, reviewFiles } from './check-rule.ts';

/** The marked text with its first fixes is `good`, and has no finding then. */
function writes(rule: Rule, bad: ExampleText, good: ExampleText): void {
  checkExample(rule, { title: '', bad, good });
}

const item = 'parameters: [{ name: id, in: path, required: true, schema: { type: string } }]';

/** An operation on one order, with these responses. */
function order(responses: string, rest = '', key = '«responses»'): string {
  return `openapi: 3.1.0
paths:
  /orders/{id}:
    ${item}
    get:
      ${key}:
        '200': { description: The order. }
${responses}${rest}`;
}

describe('a new error response', () => {
  it('is what the same path says under the same status, not what a component is called', () => {
    const rest = `    delete:
      responses:
        '204': { description: Gone. }
        '404': { $ref: '#/components/responses/Problem' }
components:
  responses:
    NotFound: { description: Something else. }
    Problem: { description: It failed. }
`;
    const known = `        '400': { $ref: '#/components/responses/Problem' }\n`;
    const added = `        '404': { $ref: '#/components/responses/Problem' }\n`;
    writes(itemNotFoundDocumented, order(known, rest), order(known + added, rest, 'responses'));
  });

  it('repeats the response written in place, its media type, schema and wording', () => {
    const none = `description: None., content: { application/vnd.shop+json: { schema: { $ref: '#/components/schemas/failure' } } }`;
    const rest = `    delete:
      responses:
        '204': { description: Gone. }
        '404': { ${none} }
components:
  schemas:
    error: { type: string, enum: ['', no route] }
    failure: { type: object, properties: { errors: { type: array } } }
`;
    const known = `        '400': { description: Bad. }\n`;
    const added = `        '404': { description: None., content: { application/vnd.shop+json: { schema: { $ref: '#/components/schemas/failure' } } } }
`;
    writes(itemNotFoundDocumented, order(known, rest), order(known + added, rest, 'responses'));
  });

  it('becomes a component beside its sisters, named and worded as they are', () => {
    const body = `content: { application/json: { schema: { $ref: '#/components/schemas/Fault' } } }`;
    const rest = `components:
  schemas:
    Fault: { type: object, properties: { code: { type: string } } }
  responses:
    error_bad_request:
      description: Bad request
      ${body}
    error_forbidden:
      description: Forbidden
      ${body}
`;
    const added = `    error_not_found:
      description: Not found
      content: { application/json: { schema: { $ref: '#/components/schemas/Fault' } } }
`;
    const known = `        '400': { $ref: '#/components/responses/error_bad_request' }
        '403': { $ref: '#/components/responses/error_forbidden' }
`;
    const used = `        '404': { $ref: '#/components/responses/error_not_found' }\n`;
    writes(itemNotFoundDocumented, order(known, rest), order(known + used, rest + added, 'responses'));
  });

  it('stands in the file its sisters stand in, and refers from there', () => {
    const root = `openapi: 3.1.0\npaths:\n  /orders/{id}: { $ref: paths/order.yaml }\n`;
    const path = (key: string, more = ''): string => `${item}
get:
  ${key}:
    '200': { description: The order. }
    '400': { $ref: '../shared.yaml#/responses/BadRequest' }
${more}`;
    const shared = `responses:
  BadRequest:
    description: The request is wrong.
    content: { application/json: { schema: { $ref: '#/Fault' } } }
Fault: { type: object, properties: { code: { type: string } } }
`;
    const added = `  NotFound:
    description: There is no such resource.
    content: { application/json: { schema: { $ref: '#/Fault' } } }
`;
    const used = `    '404': { $ref: '../shared.yaml#/responses/NotFound' }\n`;
    writes(
      itemNotFoundDocumented,
      { 'openapi.yaml': root, 'paths/order.yaml': path('«responses»'), 'shared.yaml': shared },
      {
        'openapi.yaml': root,
        'paths/order.yaml': path('responses', used),
        'shared.yaml': shared.replace('Fault: { type', `${added}Fault: { type`),
      },
    );
  });

  it('is the one of that name in the file of the shared ones, though one operation alone refers to it', () => {
    const shared = `Unauthorized: { description: Who?, content: { application/json: { schema: { type: string } } } }
TooMany: { description: Slow., content: { application/json: { schema: { type: string } } } }
NotFound: { description: Nothing., content: { application/json: { schema: { type: string } } } }
`;
    const shops = `  /shops/{id}:
    ${item}
    get:
      responses:
        '200': { description: A shop. }
        '401': { $ref: './shared.yaml#/Unauthorized' }
        '404': { $ref: './shared.yaml#/NotFound' }
        '429': { $ref: './shared.yaml#/TooMany' }
`;
    const known = `        '401': { $ref: './shared.yaml#/Unauthorized' }\n`;
    const added = `        '404': { $ref: './shared.yaml#/NotFound' }\n`;
    const slow = `        '429': { $ref: './shared.yaml#/TooMany' }\n`;
    writes(
      itemNotFoundDocumented,
      { 'openapi.yaml': order(known + slow, shops), 'shared.yaml': shared },
      { 'openapi.yaml': order(known + added + slow, shops, 'responses'), 'shared.yaml': shared },
    );
  });

  const file = (description: string): string =>
    `description: ${description}\ncontent:\n  application/json:\n    schema:\n      type: object\n`;
  const path = (responses: string, key = 'responses'): string => `get:
  tags: [shops]
  ${key}:
    '200': { description: ok }
${responses}`;
  const inFiles = (more: string): string => `    '401':\n      $ref: ../errors/401.yml
${more}    '500':\n      $ref: ../errors/500.yml
`;

  it('is the file of that status where errors have files of their own', () => {
    const files = (key: string, added: string) => ({
      'openapi.yaml': `openapi: 3.1.0
paths:
  /orders/{id}: { $ref: paths/order.yaml }
  /shops: { $ref: paths/shops.yaml }
  /carts: { $ref: paths/shops.yaml }
components:
  responses:
    Other: { $ref: errors/404.yml }
`,
      'paths/order.yaml': `${item}\n${path(inFiles(added), key)}`,
      'paths/shops.yaml': path(inFiles('')),
      'errors/401.yml': file('Who?'),
      'errors/404.yml': file('None.'),
      'errors/500.yml': file('Oops.'),
    });
    writes(
      itemNotFoundDocumented,
      files('«responses»', ''),
      files('responses', `    '404':\n      $ref: ../errors/404.yml\n`),
    );
  });

  it('is shared in the root where errors have files of their own, and none is there', () => {
    const files = (key: string, added: string, components: string) => ({
      'openapi.yaml': `openapi: 3.1.0
paths:
  /orders/{id}: { $ref: paths/order.yaml }
  /shops: { $ref: paths/shops.yaml }
${components}`,
      'paths/order.yaml': `${item}\n${path(inFiles(added), key)}`,
      'paths/shops.yaml': path(inFiles('')),
      'errors/401.yml': file('Who?'),
      'errors/500.yml': file('Oops.'),
    });
    const components = `components:
  responses:
    NotFound:
      description: There is no such resource
      content:
        application/json:
          schema:
            type: object
`;
    writes(
      itemNotFoundDocumented,
      files('«responses»', '', ''),
      files('responses', `    '404':\n      $ref: ../openapi.yaml#/components/responses/NotFound\n`, components),
    );
  });

  it('does not repeat what a single operation says of itself', () => {
    const body = `content: { application/json: { schema: { $ref: '#/components/schemas/Fault' } } }`;
    const rest = (description: string): string => `  /shops/{id}:
    ${item}
    get:
      responses:
        '200': { description: The shop. }
        '404': { description: ${description}, ${body} }
components:
  schemas:
    Fault: { type: object, properties: { code: { type: string } } }
`;
    const added = (description: string): string => `        '404': { description: ${description}, ${body} }\n`;
    const bad = `        '400': { description: Bad., ${body} }\n`;
    const own = 'Returned when nobody was able to find it by name.';
    writes(
      itemNotFoundDocumented,
      order(bad, rest(own)),
      order(bad + added('There is no such resource.'), rest(own), 'responses'),
    );
    writes(
      itemNotFoundDocumented,
      order(bad, rest('Nothing is there.')),
      order(bad + added('Nothing is there.'), rest('Nothing is there.'), 'responses'),
    );
  });

  it('has no body where the only errors of the description are about validation', () => {
    const invalid = `        '422':
          description: Validation Error
          content: { application/json: { schema: { $ref: '#/components/schemas/HTTPValidationError' } } }
`;
    const rest = `components:
  schemas:
    HTTPValidationError: { type: object, properties: { detail: { type: array } } }
`;
    const added = `        '404': { description: There is no such resource }\n`;
    writes(itemNotFoundDocumented, order(invalid, rest), order(added + invalid, rest, 'responses'));
  });

  it('says when to come back, though its body is that of the others', () => {
    const orders = (added: string) =>
      ['orders', 'invoices', 'refunds']
        .map(
          (name) => `  /${name}:
    post:
      responses:
        "201": { description: Made }
        "400": { $ref: "#/components/responses/Error400" }
${added}`,
        )
        .join('');
    const bad = `openapi: 3.1.0
paths:
${orders('').replaceAll('      responses', '      «responses»')}components:
  responses:
    Error400: { description: Wrong }
`;
    const good = bad
      .replaceAll('«responses»', 'responses')
      .replace(orders(''), orders('        "429": { $ref: "#/components/responses/Error429" }\n'))
      .concat(`    Error429:
      description: The rate limit is exceeded
      headers:
        Retry-After:
          description: Seconds to wait before the next request (RFC 9110 §10.2.3).
          schema: { type: integer, minimum: 0 }
`);
    writes(rateLimitDocumented, bad, good);
  });

  it('is those that most operations document, in order, where none is documented', () => {
    const bad = `swagger: '2.0'
paths:
  /carts/{id}:
    get:
      parameters: [{ name: id, in: path, required: true, type: string }]
      responses:
        200: { description: The cart }
        400: { $ref: '#/responses/Wrong' }
        404: { $ref: '#/responses/Gone' }
  /orders/{id}:
    get:
      parameters: [{ name: id, in: path, required: true, type: string }]
      «responses»:
        200: { description: The order }
responses:
  Gone: { description: None }
  Wrong: { description: Wrong }
`;
    const good = bad.replace('«responses»', 'responses').replace(
      '{ description: The order }\n',
      `{ description: The order }
        400: { $ref: '#/responses/Wrong' }
        404: { $ref: '#/responses/Gone' }
`,
    );
    writes(errorResponseDocumented, bad, good);
  });

  it('begins with the reason phrase in a sentence of its own where the others do', () => {
    const known = `        '400': { description: Bad Request. A name is missing from what was sent here. }
        '403': { description: Forbidden. The order belongs to another customer of the shop. }
`;
    const added = `        '404': { description: Not Found. There is no such resource. }\n`;
    writes(itemNotFoundDocumented, order(known), order(known + added, '', 'responses'));
  });

  it('takes an error schema by its name only where it is shaped like one', () => {
    const text = (schema: string): string => `openapi: 3.1.0
paths:
  /orders:
    post:
      «responses»:
        '201': { description: The order. }
components:
  schemas:
    Error: ${schema}
`;
    const fixed = (mediaType: string, schema: string, name: string, more = ''): string =>
      `${text(schema)
        .replace('«responses»', 'responses')
        .replace(
          'components:\n',
          `        default: { $ref: '#/components/responses/Problem' }\ncomponents:\n`,
        )}${more}  responses:
    Problem:
      description: The request failed.
      content:
        ${mediaType}:
          schema:
            $ref: '#/components/schemas/${name}'
`;
    const error = '{ type: object, properties: { message: { type: string } } }';
    writes(errorResponseDocumented, text(error), fixed('application/json', error, 'Error'));
    const values = '{ type: string, enum: [timeout, refused] }';
    const problem = `    Problem:
      type: object
      properties:
        type: { type: string, format: uri-reference }
        title: { type: string }
        status: { type: integer }
        detail: { type: string }
        instance: { type: string, format: uri-reference }
`;
    writes(errorResponseDocumented, text(values), fixed('application/problem+json', values, 'Problem', problem));
  });

  it('is never safe, and not offered where it would be written into an anchor', () => {
    const known = order(`        '400': { description: Wrong. }\n`, '', 'responses');
    const [finding] = findingsIn(reviewFiles({ 'openapi.yaml': known }, [itemNotFoundDocumented]), 'openapi.yaml');
    assert.deepEqual(
      finding?.fixes.map(({ safety }) => safety),
      ['review'],
    );
    const shared = `x-answers: &answers { '200': { description: A }, '400': { description: B } }
${known.replace(/responses:\n[\s\S]*/, 'responses: *answers\n')}`;
    const [other] = findingsIn(reviewFiles({ 'openapi.yaml': shared }, [itemNotFoundDocumented]), 'openapi.yaml');
    assert.deepEqual(other?.fixes, []);
  });
});
