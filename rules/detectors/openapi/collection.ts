import { responseAt, successResponses } from '#core/openapi/effective/documented-responses.ts';
import { isJsonMediaType } from '#core/openapi/effective/media-type-name.ts';
import { endsInExpression } from '#core/openapi/effective/path-template.ts';
import { propertiesOf } from '#core/openapi/effective/schema-properties.ts';
import type { Operation, Response, ResponseEntry, Schema } from '#core/openapi/model.ts';
import type { Scope } from '#core/rule.ts';
import type { Located } from '#core/text/span.ts';
import { foundOnce } from '#core/work/note-read.ts';

/** True when the operation's path is a collection, and the path of one item (`…/{id}`) stands below it. */
export function isCollection({ origin, path }: Operation, scope: Pick<Scope, 'resource'>): boolean {
  const own = origin === 'path' ? scope.resource(path) : undefined;
  const item = own?.items === undefined ? undefined : scope.resource(own.items);
  return item?.kind === 'item' && item.paths.length > 0;
}

/** True when the path ends in a parameter: `/users/{id}`. */
export function endsInParameter(path: string): boolean {
  return endsInExpression(path);
}

/** The 200 response of an operation, or its first other 2xx, with its code. */
export function successEntry(operation: Operation): ResponseEntry | undefined {
  return responseAt(operation, '200') ?? successResponses(operation)[0];
}

/** The same response, its `$ref` followed. */
export function successResponse(operation: Operation, scope: Pick<Scope, 'resolve'>): Response | undefined {
  return foundOnce(successResponse, operation, () => scope.resolve(successEntry(operation)?.response));
}

/** The schema of the JSON body of the 200 response, or of the first other 2xx. */
export function successBody(operation: Operation, scope: Pick<Scope, 'resolve'>): Schema | undefined {
  return foundOnce(successBody, operation, () => {
    const media = successResponse(operation, scope)?.content.find(({ name }) => isJsonMediaType(name.value));
    return scope.resolve(media?.schema);
  });
}

/** What a GET lists: the array, its items, and the object around it; undefined when it returns no list of objects. */
export interface ListBody {
  readonly array: Schema;
  readonly items: Schema;
  /** The page object that holds the array; undefined for a bare array. */
  readonly envelope: Schema | undefined;
  /** The schema that writes the array's property: the page object, or one it includes through `allOf`. */
  readonly holder: Schema | undefined;
  /** The property of the page object that holds the array. */
  readonly property: Located<string> | undefined;
}

/** The list a GET on a collection returns: an array, or an object with exactly one array of objects. */
export function listBody(
  operation: Operation,
  scope: Pick<Scope, 'resolve' | 'find' | 'resource'>,
): ListBody | undefined {
  if (operation.method !== 'get' || operation.origin !== 'path' || endsInParameter(operation.path)) return undefined;
  return foundOnce(listBody, operation, () => readList(operation, scope));
}

function readList(operation: Operation, scope: Pick<Scope, 'resolve' | 'find' | 'resource'>): ListBody | undefined {
  const body = successBody(operation, scope);
  if (body === undefined) return undefined;
  const items = arrayItems(body, scope);
  if (items !== undefined) return { array: body, items, envelope: undefined, holder: undefined, property: undefined };
  if (!isCollection(operation, scope)) return undefined;
  const arrays = propertiesOf(body, scope).flatMap(({ name, schema, owner }) => {
    const array = scope.resolve(schema);
    const objects = array && arrayItems(array, scope);
    return array !== undefined && objects !== undefined
      ? [{ array, items: objects, holder: owner, property: name }]
      : [];
  });
  const [only] = arrays;
  return arrays.length === 1 && only !== undefined ? { ...only, envelope: body } : undefined;
}

/** The items of an array of objects; undefined for any other schema. */
function arrayItems(schema: Schema, scope: Pick<Scope, 'resolve' | 'find' | 'resource'>): Schema | undefined {
  if (!schema.types.includes('array')) return undefined;
  const items = scope.resolve(schema.items);
  if (items === undefined) return undefined;
  const isObject = items.types.includes('object') || items.properties.length > 0 || items.allOf.length > 0;
  return isObject ? items : undefined;
}
