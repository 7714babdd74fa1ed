import { propertiesOf } from '#core/openapi/effective/schema-properties.ts';
import type { PathItem, Schema } from '#core/openapi/model.ts';
import type { Scope } from '#core/rule.ts';
import { findEntry } from '#core/tree/tree.ts';
import { successBody, successResponse } from '#rules/detectors/openapi/collection.ts';
import { operationAt } from '#rules/detectors/openapi/operation-at.ts';

/** True for a path with GET or POST, unless the GET is known to return one thing without any list in it, or one of them is not known. */
export function mayList(item: PathItem, scope: Scope): boolean {
  const asked = (['get', 'post'] as const).filter((method) => findEntry(item.tree, method) !== undefined);
  if (asked.length === 0 || asked.some((method) => operationAt(item, method, scope) === undefined)) return false;
  const body = answerBody(item, scope);
  return body === undefined || holdsList(body, scope, 0);
}

/** The schema of what a GET answers, whatever it is written in; undefined where it is not told. */
export function answerBody(item: PathItem, scope: Scope): Schema | undefined {
  const get = operationAt(item, 'get', scope);
  if (get === undefined) return undefined;
  const any = successResponse(get, scope)?.content.find(({ name }) => /^(?:\*|application)\/\*/.test(name.value));
  return successBody(get, scope) ?? scope.resolve(any?.schema);
}

/** True where the GET is known to return a list, or an object with one in it. */
export function isKnownToList(item: PathItem, scope: Scope): boolean {
  const get = operationAt(item, 'get', scope);
  const body = get && successBody(get, scope);
  if (body === undefined) return false;
  const properties = propertiesOf(body, scope).map(({ schema }) => scope.resolve(schema));
  return [body, ...properties].some((schema) => schema?.types.includes('array') === true);
}

/** An array, or an object or a choice with one in it; what is not known may hold one. */
function holdsList(schema: Schema, scope: Scope, depth: number): boolean {
  if (schema.types.includes('array') || depth > 3) return true;
  const branches = [...schema.oneOf, ...schema.anyOf].map((branch) => scope.resolve(branch));
  if (branches.length > 0)
    return branches.some((branch) => branch === undefined || holdsList(branch, scope, depth + 1));
  const properties = propertiesOf(schema, scope).map((property) => scope.resolve(property.schema));
  return (
    properties.length === 0 || properties.some((property) => property === undefined || property.types.includes('array'))
  );
}
