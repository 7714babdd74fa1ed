import { erasedTemplate } from '#core/openapi/effective/path-template.ts';
import { propertiesOf } from '#core/openapi/effective/schema-properties.ts';
import type { Operation, Schema } from '#core/openapi/model.ts';
import { type Cause, localRule, type Scope } from '#core/rule.ts';
import { methodSemantics } from '#rules/checklist.ts';
import { endsInParameter, isCollection, successBody } from '#rules/detectors/openapi/collection.ts';
import { operationAt } from '#rules/detectors/openapi/operation-at.ts';
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
    const get = readOf(operation, scope);
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

/** The GET of what the operation writes: of the same path, or of the items of the collection. */
function readOf(operation: Operation, scope: Scope): Operation | undefined {
  const { method, origin, path, pathItem } = operation;
  if (origin !== 'path') return undefined;
  if ((method === 'put' || method === 'patch') && endsInParameter(path)) return operationAt(pathItem, 'get', scope);
  if (method !== 'post' || !isCollection(operation, scope)) return undefined;
  const item = scope.find('openapi.path-item', `${erasedTemplate(path).replace(/\/$/, '')}/{}`);
  return item && operationAt(item, 'get', scope);
}

/** Undefined where a branch may have more. */
function namesIn(schema: Schema, scope: Pick<Scope, 'resolve'>): ReadonlySet<string> | undefined {
  if (schema.oneOf.length > 0 || schema.anyOf.length > 0 || schema.types.includes('array')) return undefined;
  const properties = propertiesOf(schema, scope);
  const isOpen = properties.some(({ owner }) => owner.oneOf.length > 0 || owner.anyOf.length > 0);
  return properties.length === 0 || isOpen ? undefined : new Set(properties.map(({ name }) => name.value));
}
