import { isJsonMediaType } from '#core/openapi/effective/media-type-name.ts';
import { combinedSchemas, propertiesOf } from '#core/openapi/effective/schema-properties.ts';
import type { Response, Schema } from '#core/openapi/model.ts';
import { type Cause, localRule, type Scope } from '#core/rule.ts';
import { documentationFormats } from '#rules/checklist.ts';
import { isWishedOf, statusWish } from '#rules/detectors/openapi/status-wish.ts';
import { operationTitle } from '#rules/operation-title.ts';
import { zalando } from '#rules/sources.ts';

export const responsePropertiesPresent = localRule({
  id: 'openapi/response-properties-present',
  summary: 'Return the properties that a team has agreed on in its responses.',
  why: 'An id of the request in every error, a type in every event: what a team has agreed on helps only where nobody leaves it out.',
  item: documentationFormats,
  references: [zalando(174)],
  severity: 'warning',
  recommended: false,
  options: {
    properties: {
      default: [],
      description:
        'The properties of JSON objects, each with a code or range before it where it is not for all responses: `4XX requestId`.',
    },
  },
  examples: [
    {
      title: 'A request id in every error',
      bad: {
        'plumbline.yaml': `rules:
  openapi/response-properties-present:
    severity: warning
    properties: [4XX requestId]
`,
        'openapi.yaml': `openapi: 3.1.0
paths:
  /orders:
    get:
      responses:
        '200':
          description: The orders.
          content:
            application/json: { schema: { type: object, properties: { items: { type: array } } } }
        «'400'»:
          description: The filter is wrong.
          content:
            application/json: { schema: { type: object, properties: { message: { type: string } } } }
`,
      },
      good: {
        'plumbline.yaml': `rules:
  openapi/response-properties-present:
    severity: warning
    properties: [4XX requestId]
`,
        'openapi.yaml': `openapi: 3.1.0
paths:
  /orders:
    get:
      responses:
        '200':
          description: The orders.
          content:
            application/json: { schema: { type: object, properties: { items: { type: array } } } }
        '400':
          description: The filter is wrong.
          content:
            application/json: { schema: { type: object, properties: { message: { type: string }, requestId: {} } } }
`,
      },
    },
  ],
  on: ['openapi.operation'],
  *check(operation, scope, { properties }) {
    if (properties.length === 0 || operation.origin !== 'path') return;
    for (const wish of properties.map(statusWish)) {
      for (const { status, response } of operation.responses) {
        const resolved = isWishedOf(status.value, wish) ? scope.resolve(response) : undefined;
        if (resolved === undefined || !lacks(resolved, wish.name, scope)) continue;
        yield {
          span: status.span,
          message: `The ${status.value} of ${operationTitle(operation)} returns no “${wish.name}”. Add it to its schema.`,
          cause: causeOf(wish.name),
        };
      }
    }
  },
});

function causeOf(name: string): Cause {
  return { key: name, message: (count) => `${count} responses return no “${name}”. Add it to their schemas.` };
}

/** True for a JSON object that lists what it has, and has no such property. */
function lacks({ content }: Response, name: string, scope: Pick<Scope, 'resolve'>): boolean {
  const schema = scope.resolve(content.find((media) => isJsonMediaType(media.name.value))?.schema);
  if (schema === undefined || combinedSchemas(schema, scope).some((part) => isOpen(part, scope))) return false;
  const names = propertiesOf(schema, scope).map((property) => property.name.value);
  return names.length > 0 && !names.includes(name);
}

function isOpen({ oneOf, anyOf, allOf, additionalProperties }: Schema, scope: Pick<Scope, 'resolve'>): boolean {
  if (oneOf.length + anyOf.length > 0 || (additionalProperties ?? false) !== false) return true;
  return allOf.some((part) => scope.resolve(part) === undefined);
}
