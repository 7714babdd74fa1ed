import { propertiesOf } from '#core/openapi/effective/schema-properties.ts';
import type { Operation, OrReference, Schema } from '#core/openapi/model.ts';
import type { Scope } from '#core/rule.ts';
import { endsInParameter, listBody, successBody } from '#rules/detectors/openapi/collection.ts';

/** The items a GET lists, also where no path of one item says that it is a collection: its body holds one array of objects. */
export function listedItems(operation: Operation, scope: Scope): Schema | undefined {
  const listed = listBody(operation, scope)?.items;
  if (listed !== undefined || operation.method !== 'get' || endsInParameter(operation.path)) return listed;
  const body = successBody(operation, scope);
  const arrays = body === undefined ? [] : propertiesOf(body, scope).flatMap(({ schema }) => itemsOf(schema, scope));
  return arrays.length === 1 ? arrays[0] : undefined;
}

function itemsOf(schema: OrReference<Schema>, scope: Scope): readonly Schema[] {
  const array = scope.resolve(schema);
  if (array === undefined || !array.types.includes('array')) return [];
  const items = scope.resolve(array.items);
  return items !== undefined && propertiesOf(items, scope).length > 0 ? [items] : [];
}
