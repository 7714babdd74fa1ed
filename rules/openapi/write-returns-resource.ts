import { propertiesOf } from '#core/openapi/effective/schema-properties.ts';
import type { Schema } from '#core/openapi/model.ts';
import { type Cause, localRule, type Scope } from '#core/rule.ts';
import { methodSemantics } from '#rules/checklist.ts';
import { successBody } from '#rules/detectors/openapi/collection.ts';
import { readOfWrite } from '#rules/detectors/openapi/read-of-write.ts';
import { operationTitle } from '#rules/operation-title.ts';
import { quotedList } from '#rules/quoted-list.ts';
import { aip, azure } from '#rules/sources.ts';

export const writeReturnsResource = localRule({
  id: 'openapi/write-returns-resource',
  summary: 'Return the same resource from writes as from reads.',
  why: 'A client keeps what it gets: where a PUT returns less than a GET, half of its fields are gone after each save, until it reads again.',
  item: methodSemantics,
  references: [aip(134), aip(133), azure('rest-response-body-is-resource-schema')],
  severity: 'info',
  recommended: false,
  examples: [
    {
      title: 'A PUT that returns less',
      bad: `openapi: 3.1.0
paths:
  /orders/{id}:
    get:
      responses:
        '200': { description: The order., content: { application/json: { schema: { $ref: '#/components/schemas/Order' } } } }
    «put»:
      responses:
        '200': { description: The order., content: { application/json: { schema: { $ref: '#/components/schemas/OrderHead' } } } }
components:
  schemas:
    Order: { type: object, properties: { id: { type: string }, number: { type: string }, lines: { type: array, items: {} } } }
    OrderHead: { type: object, properties: { id: { type: string }, number: { type: string } } }
`,
      good: `openapi: 3.1.0
paths:
  /orders/{id}:
    get:
      responses:
        '200': { description: The order., content: { application/json: { schema: { $ref: '#/components/schemas/Order' } } } }
    put:
      responses:
        '200': { description: The order., content: { application/json: { schema: { $ref: '#/components/schemas/Order' } } } }
components:
  schemas:
    Order: { type: object, properties: { id: { type: string }, number: { type: string }, lines: { type: array, items: {} } } }
    OrderHead: { type: object, properties: { id: { type: string }, number: { type: string } } }
`,
    },
  ],
  on: ['openapi.operation'],
  *check(operation, scope) {
    const get = readOfWrite(operation, scope);
    const read = get && successBody(get, scope);
    const written = read && successBody(operation, scope);
    if (get === undefined || read === undefined || written === undefined || written.tree === read.tree) return;
    const own = namesIn(written, scope);
    const all = namesIn(read, scope);
    if (own === undefined || all === undefined) return;
    const lacking = [...all].filter((name) => !own.has(name));
    const shared = all.size - lacking.length;
    // With little in common it is another thing: a job, an envelope.
    if (lacking.length === 0 || shared * 2 < all.size || shared < 2) return;
    yield {
      span: operation.anchor,
      message: `${operationTitle(operation)} returns less than ${operationTitle(get)}: ${quotedList(lacking)} ${lacking.length === 1 ? 'is' : 'are'} missing. Return the same schema.`,
      cause: less,
    };
  },
});

const less: Cause = {
  key: 'less',
  message: (count) => `${count} writes return less than the read of the same resource. Return the same schema.`,
};

/** Undefined where a branch may have more. */
function namesIn(schema: Schema, scope: Pick<Scope, 'resolve'>): ReadonlySet<string> | undefined {
  if (schema.oneOf.length > 0 || schema.anyOf.length > 0 || schema.types.includes('array')) return undefined;
  const properties = propertiesOf(schema, scope);
  const isOpen = properties.some(({ owner }) => owner.oneOf.length > 0 || owner.anyOf.length > 0);
  return properties.length === 0 || isOpen ? undefined : new Set(properties.map(({ name }) => name.value));
}
