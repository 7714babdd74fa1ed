import { responseAt } from '#core/openapi/documented-responses.ts';
import { effectiveParameters, effectiveRequestBody } from '#core/openapi/effective.ts';
import type { Info, Operation } from '#core/openapi/model.ts';
import { segmentsOf } from '#core/openapi/path-template.ts';
import { propertiesOf } from '#core/openapi/schema-properties.ts';
import { type Fix, localRule, type Scope } from '#core/rule.ts';
import { wordsOf } from '#core/text/casing.ts';
import { singularOf } from '#core/text/english.ts';
import { idempotentConsumers } from '#rules/checklist.ts';
import { addParameters, parametersSite } from '#rules/fixes/add-parameters.ts';
import { addComponent, referenceTo } from '#rules/fixes/component.ts';
import { parameterValue } from '#rules/fixes/parameter-value.ts';
import { operationTitle } from '#rules/operation-title.ts';
import { draft, zalando } from '#rules/sources.ts';
import { moneyResources } from '#rules/words/money-resources.ts';

export const postIdempotencyKey = localRule({
  id: 'openapi/post-idempotency-key',
  summary: 'Take an idempotency key where a repeated POST costs money.',
  why: 'A client that gets no answer tries again. Without a key the server cannot tell the second try from a second payment.',
  item: idempotentConsumers,
  references: [
    draft('draft-ietf-httpapi-idempotency-key-header', 'The Idempotency-Key HTTP Header Field'),
    zalando(230),
    zalando(231),
  ],
  severity: 'info',
  recommended: true,
  options: {
    resources: { default: moneyResources, description: 'Resources that must not be created twice, in the singular.' },
  },
  examples: [
    {
      title: 'A payment that can be made twice',
      bad: `openapi: 3.1.0
paths:
  /payments:
    «post»:
      requestBody: { $ref: '#/components/requestBodies/Payment' }
      responses:
        '201': { description: The payment is made. }
`,
      good: `openapi: 3.1.0
paths:
  /payments:
    post:
      parameters:
        - $ref: '#/components/parameters/IdempotencyKey'
      requestBody: { $ref: '#/components/requestBodies/Payment' }
      responses:
        '201': { description: The payment is made. }
components:
  parameters:
    IdempotencyKey:
      name: Idempotency-Key
      in: header
      description: Unique for each request the client means to make once; a repetition gets the first answer.
      schema:
        type: string
        minLength: 1
        maxLength: 255
`,
    },
    {
      title: 'The order of a shop, in JSON',
      bad: `{
  "swagger": "2.0",
  "paths": {
    "/shops/{id}/orders": {
      «"post"»: {
        "parameters": [{ "name": "id", "in": "path", "required": true, "type": "string" }],
        "responses": { "201": { "description": "The order is placed." } }
      }
    }
  },
  "parameters": {
    "IdempotencyKey": { "name": "Idempotency-Key", "in": "header", "type": "string" }
  }
}
`,
      good: `{
  "swagger": "2.0",
  "paths": {
    "/shops/{id}/orders": {
      "post": {
        "parameters": [{ "name": "id", "in": "path", "required": true, "type": "string" }, { "$ref": "#/parameters/IdempotencyKey" }],
        "responses": { "201": { "description": "The order is placed." } }
      }
    }
  },
  "parameters": {
    "IdempotencyKey": { "name": "Idempotency-Key", "in": "header", "type": "string" }
  }
}
`,
    },
  ],
  on: ['openapi.operation'],
  *check(operation, scope, { resources }) {
    if (operation.method !== 'post' || operation.origin !== 'path') return;
    if (!createsOne(operation.path, resources) || isRepeatable(operation, scope)) return;
    yield {
      span: operation.anchor,
      message: `${operationTitle(operation)} takes no idempotency key: a repeated request cannot be told from a new one.`,
      fixes: [takeKey(operation)],
    };
  },
});

/** True when the path ends in one of the resources: `/payments`, `/orders/{id}/refunds`, not `/payments/search`. */
function createsOne(path: string, resources: readonly string[]): boolean {
  const segments = segmentsOf(path);
  const words = wordsOf(segments.at(-1) ?? '');
  const [first, ...others] = creatingWords.has(words[0] ?? '') ? words.slice(1) : words;
  if (first === undefined || others.length > 0 || /\}$/.test(path)) return false;
  const isAction = segments.at(-2)?.startsWith('{') && verbs.has(first);
  return !isAction && resources.includes(singularOf(first));
}

/** Behind an item these say what is done to it: `/repositories/{id}/transfer`. */
const verbs = new Set(['transfer', 'order', 'purchase', 'deposit', 'charge', 'invoice']);
const creatingWords = new Set(['add', 'create', 'new', 'place', 'make', 'submit']);
const keyName = /idempot|^(?:x-)?(?:.*-)?request-?id$|client.*(?:id|token|ref)$|^(?:x-)?request_?-?token$|dedup/i;

/** True with a key in a header, in the query or in the body, with a conflict that is documented, or where the text explains it. */
function isRepeatable(operation: Operation, scope: Scope): boolean {
  if (responseAt(operation, '409') !== undefined || isExplained(operation, scope)) return true;
  if (effectiveParameters(operation, scope).some(({ name }) => keyName.test(name?.value ?? ''))) return true;
  const schemas = effectiveRequestBody(operation, scope)?.content.map(({ schema }) => schema) ?? [];
  return schemas.some(
    (schema) => schema !== undefined && propertiesOf(schema, scope).some(({ name }) => bodyKey.test(name.value)),
  );
}

const bodyKey =
  /idempot|^client_?(?:order|request|tran\w*|payment)_?(?:id|token|ref)|^(?:external|merchant|end_?to_?end)_?(?:id|reference)|^\w+_?request_?id$|dedup/i;

function isExplained({ description }: Operation, scope: Scope): boolean {
  const texts = scope.roots('openapi.info').map((info: Info) => info.description);
  return [description, ...texts].some((text) => text !== undefined && /idempoten/i.test(text.value));
}

function takeKey(operation: Operation): Fix {
  const { context, section } = operation;
  const value = parameterValue(context, {
    name: 'Idempotency-Key',
    in: 'header',
    description: 'Unique for each request the client means to make once; a repetition gets the first answer.',
    schema: { type: 'string', minLength: 1, maxLength: 255 },
  });
  const reference = referenceTo('parameters', 'IdempotencyKey', section.uri, context);
  const [first, ...others] = addParameters(parametersSite(operation), [reference]);
  const component = addComponent('parameters', 'IdempotencyKey', value, context);
  return { title: 'Take an Idempotency-Key', safety: 'review', changes: [first, ...others, component] };
}
