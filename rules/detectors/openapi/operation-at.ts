import type { HttpMethod, Operation, OrReference, PathItem } from '#core/openapi/model.ts';
import { childPlace } from '#core/openapi/place.ts';
import { noNaming, readReference } from '#core/openapi/read/read-reference.ts';
import type { Scope } from '#core/rule.ts';

/** The operation of a path item, also where it stands in a file of its own; undefined when there is none or it is not known. */
export function operationAt(item: PathItem, method: HttpMethod, scope: Pick<Scope, 'resolve'>): Operation | undefined {
  const own = item.operations.find((operation) => operation.method === method);
  if (own !== undefined) return own;
  const place = childPlace(item, method);
  const naming = { ...noNaming, name: item.path.value, origin: item.origin, method };
  const reference: OrReference<Operation> | undefined = place && readReference(place, 'openapi.operation', naming);
  return scope.resolve<Operation>(reference);
}
