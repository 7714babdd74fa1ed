import { responseAt } from '#core/openapi/effective/documented-responses.ts';
import { effectiveParameters, effectiveRequestBody, knowsParameters } from '#core/openapi/effective/effective.ts';
import { segmentsOf } from '#core/openapi/effective/path-template.ts';
import { propertiesOf } from '#core/openapi/effective/schema-properties.ts';
import type { DescriptionContext, Info, Operation } from '#core/openapi/model.ts';
import { type Cause, type Finding, type Fix, globalRule, type Keyed, type Scope } from '#core/rule.ts';
import { wordsOf } from '#core/text/casing.ts';
import type { Span } from '#core/text/span.ts';
import { idempotentConsumers } from '#rules/checklist.ts';
import { createsOne } from '#rules/detectors/openapi/creates-one.ts';
import { isKeyHeader } from '#rules/detectors/openapi/idempotency-key.ts';
import { mayBeRepeated } from '#rules/detectors/openapi/may-be-repeated.ts';
import { mostUsed } from '#rules/detectors/openapi/most-used.ts';
import { factsOfKind } from '#rules/facts-of-kind.ts';
import { addParameters, ownParametersSite, type ParametersSite } from '#rules/fixes/openapi/add-parameters.ts';
import { addComponent, referenceTo } from '#rules/fixes/openapi/component.ts';
import { type HouseParameter, houseParameters, sharedParameters } from '#rules/fixes/openapi/house-parameter.ts';
import { type NewParameter, parameterValue } from '#rules/fixes/openapi/parameter-value.ts';
import { valueIn } from '#rules/fixes/openapi/portable-value.ts';
import { operationTitle } from '#rules/operation-title.ts';
import { draft, zalando } from '#rules/sources.ts';
import { moneyResources } from '#rules/words/money-resources.ts';
import { computingWords } from '#rules/words/post-verbs.ts';

export const postIdempotencyKey = globalRule({
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
  on: ['openapi.document', 'openapi.info', 'openapi.operation'],
  *gather(node, scope, { resources }): Iterable<KeyFact> {
    const key = 'keys';
    if (node.kind === 'openapi.info') {
      if (isExplained(node)) yield { key, kind: 'explained' };
      return;
    }
    if (node.kind === 'openapi.document') {
      // How requests are repeated may be said there; where that is not understood nothing is known.
      scope.roots('openapi.info');
      const shared = sharedParameters(isKeyHeader, scope);
      const isFree = scope.find('openapi.parameter', 'IdempotencyKey') === undefined;
      yield { key, kind: 'document', context: node.context, shared, isFree };
      return;
    }
    for (const parameter of houseParameters(node, isKeyHeader, scope)) yield { key, kind: 'taken', parameter };
    if (!isUnkeyed(node, resources, scope)) return;
    const site = ownParametersSite(node);
    yield { key, kind: 'lacking', span: node.anchor, title: operationTitle(node), site };
  },
  *compare(facts) {
    const [document] = factsOfKind(facts, 'document');
    if (document === undefined || factsOfKind(facts, 'explained').length > 0) return;
    const { shared, context, isFree } = document.value;
    const house =
      mostUsed(factsOfKind(facts, 'taken').map(({ value }) => value.parameter)) ??
      shared[0] ??
      (isFree ? undefined : inlineKey(context));
    for (const { section, value } of factsOfKind(facts, 'lacking'))
      yield { section, value: unkeyed(value, house, context) };
  },
});

type KeyFact = Keyed &
  (
    | DocumentFact
    | TakenFact
    | LackingFact
    /** The description tells how a request is repeated. */
    | { readonly kind: 'explained' }
  );

interface DocumentFact {
  readonly kind: 'document';
  readonly context: DescriptionContext;
  /** The components that are such headers. */
  readonly shared: readonly HouseParameter[];
  /** True where no component bears the name of a new one. */
  readonly isFree: boolean;
}

/** A key that an operation takes. */
interface TakenFact {
  readonly kind: 'taken';
  readonly parameter: HouseParameter;
}

interface LackingFact {
  readonly kind: 'lacking';
  readonly span: Span;
  readonly title: string;
  /** Undefined where an alias stands in the way. */
  readonly site: ParametersSite | undefined;
}

function isUnkeyed(operation: Operation, resources: readonly string[], scope: Scope): boolean {
  if (operation.method !== 'post' || operation.origin !== 'path') return false;
  if (!createsOne(operation.path, resources) || onlyComputes(operation) || mayBeRepeated(operation)) return false;
  return !isRepeatable(operation, scope);
}

/** `POST /calculators/refund`, “Estimate the payment”: nothing is made, and nothing costs money. */
function onlyComputes({ path, summary, operationId }: Operation): boolean {
  const [kind = ''] = segmentsOf(path).slice(-2, -1);
  return [kind, summary?.value, operationId?.value].some((text) => computingWords.has(wordsOf(text ?? '')[0] ?? ''));
}

const keyName = /idempot|^(?:x-)?(?:.*-)?request-?id$|client.{0,60}(?:id|token|ref)$|^(?:x-)?request_?-?token$|dedup/i;

/** True with a key in a header, in the query or in the body, with a conflict that is documented, or where the text explains it. */
function isRepeatable(operation: Operation, scope: Scope): boolean {
  if (responseAt(operation, '409') !== undefined || isExplained(operation)) return true;
  if (!knowsParameters(operation, scope)) return true;
  if (effectiveParameters(operation, scope).some(({ name }) => keyName.test(name?.value ?? ''))) return true;
  const content = effectiveRequestBody(operation, scope)?.content ?? [];
  // What was signed before is the same when it comes again: a transaction by its hash.
  if (content.length > 0 && content.every(({ name }) => /^application\/octet-stream\b/i.test(name.value))) return true;
  const schemas = content.map(({ schema }) => schema);
  return schemas.some(
    (schema) => schema !== undefined && propertiesOf(schema, scope).some(({ name }) => bodyKey.test(name.value)),
  );
}

const bodyKey =
  /idempot|^client_?(?:order|request|tran\w*|payment)_?(?:id|token|ref)|^(?:external|merchant|end_?to_?end)_?(?:id|reference)|^\w+_?request_?id$|dedup/i;

function isExplained({ description }: Operation | Info): boolean {
  return description !== undefined && /idempoten/i.test(description.value);
}

function unkeyed(
  { span, title, site }: LackingFact,
  house: HouseParameter | undefined,
  context: DescriptionContext,
): Finding {
  return {
    span,
    message: `${title} takes no idempotency key: a repeated request cannot be told from a new one.`,
    ...(site && { fixes: [takeKey(title, site, house, context)] }),
    cause: unkeyedPosts,
  };
}

const unkeyedPosts: Cause = {
  key: 'no key',
  message: (count) =>
    `${count} requests that cost money take no idempotency key: a repeated one cannot be told from a new one.`,
  fixTitle: (count) => `Take an idempotency key in ${count} requests`,
};

/** The header that other operations take, else a new component. */
function takeKey(
  title: string,
  site: ParametersSite,
  house: HouseParameter | undefined,
  context: DescriptionContext,
): Fix {
  const name = house?.name ?? 'Idempotency-Key';
  const value = house ? valueIn(house.value, site.uri) : referenceTo('parameters', 'IdempotencyKey', site.uri, context);
  const [first, ...others] = addParameters(site, [value]);
  const component = addComponent('parameters', 'IdempotencyKey', parameterValue(context, standardKey), context);
  const changes = house ? others : [...others, component];
  return { title: `Take \`${name}\` in ${title}`, safety: 'review', changes: [first, ...changes] };
}

function inlineKey(context: DescriptionContext): HouseParameter {
  return { name: standardKey.name, value: parameterValue(context, standardKey) };
}

const standardKey: NewParameter = {
  name: 'Idempotency-Key',
  in: 'header',
  description: 'Unique for each request the client means to make once; a repetition gets the first answer.',
  schema: { type: 'string', minLength: 1, maxLength: 255 },
};
