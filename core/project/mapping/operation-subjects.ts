import { successResponses } from '#core/openapi/effective/documented-responses.ts';
import { effectiveRequestBody } from '#core/openapi/effective/effective.ts';
import { isJsonMediaType } from '#core/openapi/effective/media-type-name.ts';
import { propertiesOf } from '#core/openapi/effective/schema-properties.ts';
import type { MediaType, Operation, Schema } from '#core/openapi/model.ts';
import type { Scope } from '#core/rule.ts';

type Resolving = Pick<Scope, 'resolve'>;

/** What the JSON bodies of an operation are about, those it answers first: each body, and what it only wraps. */
export function operationSubjects(operation: Operation, scope: Resolving): readonly Schema[] {
  const answers = successResponses(operation).flatMap(({ response }) => scope.resolve(response)?.content ?? []);
  const sent = effectiveRequestBody(operation, scope)?.content ?? [];
  return [...answers, ...sent].filter(isJson).flatMap(({ schema }) => {
    const body = scope.resolve(schema);
    return body === undefined ? [] : [body, ...wrapped(body, scope, 0)];
  });
}

/** Envelopes within envelopes are followed so far. */
const deepest = 2;

/** The items of a list, or what the only property with objects in it holds. */
function wrapped(schema: Schema, scope: Resolving, depth: number): readonly Schema[] {
  if (depth > deepest) return [];
  const items = scope.resolve(schema.items);
  if (items !== undefined) return [items, ...wrapped(items, scope, depth + 1)];
  const held = propertiesOf(schema, scope).flatMap(({ schema: value }) => {
    const inner = scope.resolve(value);
    const object = scope.resolve(inner?.items) ?? inner;
    return object !== undefined && propertiesOf(object, scope).length > 0 ? [object] : [];
  });
  const [only] = held;
  return held.length === 1 && only !== undefined ? [only, ...wrapped(only, scope, depth + 1)] : held.slice(0, 3);
}

function isJson({ name }: MediaType): boolean {
  return isJsonMediaType(name.value);
}
