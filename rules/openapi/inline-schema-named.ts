import { effectiveRequestBody } from '#core/openapi/effective/effective.ts';
import { isJsonMediaType } from '#core/openapi/effective/media-type-name.ts';
import type { MediaType, Operation, Schema } from '#core/openapi/model.ts';
import { readProse } from '#core/openapi/read/read-prose.ts';
import { pointerOf } from '#core/openapi/view.ts';
import { type Cause, type Finding, type Fix, localRule, type Scope } from '#core/rule.ts';
import { casingOfNames, inCasing, type NameCasing } from '#core/text/name-casing.ts';
import { generatedCode } from '#rules/checklist.ts';
import { isWrittenInPlace } from '#rules/detectors/openapi/written-in-place.ts';
import { addComponent, referenceTo } from '#rules/fixes/openapi/component.ts';
import { fixInManyPlaces } from '#rules/fixes/openapi/fix-in-many-places.ts';
import { portableValue, valueIn } from '#rules/fixes/openapi/portable-value.ts';
import { operationTitle } from '#rules/operation-title.ts';
import { openApi } from '#rules/sources.ts';

export const inlineSchemaNamed = localRule({
  id: 'openapi/inline-schema-named',
  summary: 'Give objects in requests and responses a name of their own.',
  why: 'Generators invent one for an object without a name, `InlineResponse200`, and another with the next release; a component can be used twice, and found.',
  item: generatedCode,
  references: [openApi('Components Object', 'components-object')],
  severity: 'info',
  recommended: false,
  options: {
    properties: { default: 2, description: 'An object with fewer properties needs no name.' },
  },
  examples: [
    {
      title: 'An order that is described where it is returned',
      bad: `openapi: 3.1.0
paths:
  /orders/{id}:
    get:
      operationId: getOrder
      responses:
        '200':
          description: The order.
          content:
            application/json:
              «schema»:
                type: object
                properties:
                  id: { type: string }
                  number: { type: string }
components:
  schemas:
    Customer:
      type: object
`,
      good: `openapi: 3.1.0
paths:
  /orders/{id}:
    get:
      operationId: getOrder
      responses:
        '200':
          description: The order.
          content:
            application/json:
              schema:
                $ref: '#/components/schemas/GetOrderResponse'
components:
  schemas:
    Customer:
      type: object
    GetOrderResponse:
      type: object
      properties:
        id: { type: string }
        number: { type: string }
`,
    },
  ],
  on: ['openapi.operation'],
  *check(operation, scope, { properties }) {
    const title = operationTitle(operation);
    const base = operation.operationId?.value ?? `${operation.method} ${operation.path}`;
    const body = effectiveRequestBody(operation, scope);
    if (body !== undefined && isWithin(body.section.uri, body.location, operation))
      yield* judge(body.content, properties, `${base} request`, `The request of ${title}`, scope);
    for (const { status, response } of operation.responses) {
      if (response.kind !== 'openapi.response' || /^[45d]/.test(status.value)) continue;
      const words = `${base} ${/^2/.test(status.value) ? '' : status.value} response`;
      yield* judge(response.content, properties, words, `The response ${status.value} of ${title}`, scope);
    }
  },
});

/** As the schemas are called that there are. */
function inHouseStyle(words: string, scope: Pick<Scope, 'names'>): string {
  const names = scope.names('openapi.schema');
  const casing = casings.get(names) ?? casingOfNames(names) ?? 'pascal';
  casings.set(names, casing);
  return inCasing(words, casing);
}

const casings = new WeakMap<readonly string[], NameCasing>();

/** What is written in the operation itself. */
function isWithin(uri: string, location: Operation['location'], operation: Operation): boolean {
  const own = pointerOf(operation.location);
  const pointer = pointerOf(location);
  return uri === operation.section.uri && own.every((step, index) => pointer[index] === step);
}

function* judge(
  content: readonly MediaType[],
  least: number,
  words: string,
  title: string,
  scope: Pick<Scope, 'names' | 'find'>,
): Iterable<Finding> {
  const [first] = content.filter((media) => isJsonMediaType(media.name.value));
  const schema = first?.schema;
  const object = schema?.kind === 'openapi.schema' ? objectIn(schema) : undefined;
  if (object === undefined || object.properties.length < least) return;
  const name = inHouseStyle(object === schema ? words : `${words} item`, scope);
  yield {
    span: object.anchor,
    message: `${title} is an object of ${object.properties.length} properties without a name. Make a component of it, as “${name}”.`,
    fixes: extract(object, name, scope),
    cause: unnamed,
  };
}

/** The object itself, or the one that each item is. */
function objectIn(schema: Schema): Schema | undefined {
  if (schema.properties.length > 0 || schema.items === undefined) return schema;
  return schema.items.kind === 'openapi.schema' ? schema.items : undefined;
}

const unnamed: Cause = {
  key: 'unnamed',
  message: (count) => `${count} objects in requests and responses have no name. Make components of them.`,
  fixTitle: (count) => `Make components of ${count} objects without a name`,
};

function extract(schema: Schema, name: string, scope: Pick<Scope, 'find'>): readonly Fix[] {
  const { section, location, context } = schema;
  const isTaken = scope.find('openapi.schema', name) !== undefined;
  if (isTaken || !isWrittenInPlace(schema) || !/^[A-Za-z][\w-]*$/.test(name)) return [];
  const { uri } = section;
  // All of it is written elsewhere, its prose too.
  readProse(schema, 'description');
  const reference = {
    kind: 'set',
    uri,
    pointer: pointerOf(location),
    value: referenceTo('schemas', name, uri, context),
  } as const;
  return [
    fixInManyPlaces(`Make the schema “${name}” of it`, 'review', () => {
      const value = valueIn(portableValue(schema), context.rootUri);
      return [reference, addComponent('schemas', name, value, context)];
    }),
  ];
}
