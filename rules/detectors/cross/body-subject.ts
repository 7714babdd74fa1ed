import { successResponses } from '#core/openapi/effective/documented-responses.ts';
import { effectiveRequestBody } from '#core/openapi/effective/effective.ts';
import { isJsonMediaType } from '#core/openapi/effective/media-type-name.ts';
import { type OwnedProperty, propertiesOf } from '#core/openapi/effective/schema-properties.ts';
import type { Operation, Schema } from '#core/openapi/model.ts';
import type { Scope } from '#core/rule.ts';

/** The object a JSON request body is about: what wrappers hold (`{ article: { … } }`), else the body itself. */
export function requestSubject(operation: Operation, scope: Scope): Schema | undefined {
  const body = effectiveRequestBody(operation, scope);
  const media = body?.content.find(({ name }) => isJsonMediaType(name.value));
  const schema = scope.resolve(media?.schema);
  return schema && unwrapped(schema, scope);
}

/**
 * What the only property of a wrapper holds, when that is an object, and the attributes of a resource object of JSON:API; any other
 * schema comes back as it is.
 */
export function unwrapped(schema: Schema, scope: Scope): Schema {
  const properties = propertiesOf(schema, scope);
  const [only] = properties;
  const inner = properties.length === 1 && only !== undefined ? objectIn(only, scope) : undefined;
  const attributes = inner !== undefined && only?.name.value === 'data' ? attributesOf(inner, scope) : undefined;
  return attributes ?? inner ?? schema;
}

/** What a resource object of JSON:API says of the thing itself, beside its type, its id and what it is related to. */
function attributesOf(resource: Schema, scope: Scope): Schema | undefined {
  const properties = propertiesOf(resource, scope);
  const names = new Set(properties.map(({ name }) => name.value));
  const isResource = names.has('type') && [...names].every((name) => resourceMembers.has(name));
  const attributes = isResource ? properties.find(({ name }) => name.value === 'attributes') : undefined;
  return attributes && objectIn(attributes, scope);
}

/** JSON:API 1.1, 7.2 */
const resourceMembers: ReadonlySet<string> = new Set([
  'type',
  'id',
  'lid',
  'attributes',
  'relationships',
  'links',
  'meta',
]);

function objectIn({ schema }: OwnedProperty, scope: Scope): Schema | undefined {
  const inner = scope.resolve(schema);
  return inner !== undefined && propertiesOf(inner, scope).length > 0 ? inner : undefined;
}

/** The objects the success responses are about, in JSON: what a wrapper or a list holds, else the body itself. */
export function responseSubjects(operation: Operation, scope: Scope): readonly Schema[] {
  return successResponses(operation).flatMap(({ response }) => {
    const media = scope.resolve(response)?.content.find(({ name }) => isJsonMediaType(name.value));
    const body = scope.resolve(media?.schema);
    const items = body && scope.resolve(body.items);
    const subject = items ?? (body && unwrapped(body, scope));
    return subject === undefined ? [] : [subject];
  });
}
