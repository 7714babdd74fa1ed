import type { Operation, Parameter, RequestBody, SecurityRequirement } from '#core/openapi/model.ts';
import { placeOf } from '#core/openapi/place.ts';
import { isBodyParameter } from '#core/openapi/read-parameter.ts';
import { readOperationBody, readRequestBody } from '#core/openapi/read-request-body.ts';
import type { Scope } from '#core/rule.ts';

/**
 * The parameters an operation has: its own and its path item's, `$ref`s followed. Its own win over the path item's of the
 * same name and location; references that lead nowhere are left out. 2.0: without those that make the request body.
 */
export function effectiveParameters(operation: Operation, scope: Pick<Scope, 'resolve'>): readonly Parameter[] {
  const byKey = new Map<string, Parameter>();
  for (const parameter of [...operation.pathItem.parameters, ...operation.parameters]) {
    const resolved = scope.resolve(parameter);
    if (resolved === undefined || isBodyParameter(resolved, operation.context)) continue;
    const key = parameterKey(resolved);
    byKey.delete(key);
    byKey.set(key, resolved);
  }
  return [...byKey.values()];
}

/** The operation's own security, or else the document's, empty for `security: []`; undefined when neither declares any. */
export function effectiveSecurity(
  operation: Operation,
  scope: Pick<Scope, 'roots'>,
): readonly SecurityRequirement[] | undefined {
  if (operation.security) return operation.security;
  const requirements = scope.roots('openapi.security-requirement');
  return requirements.length > 0 || operation.context.isOpen ? requirements : undefined;
}

/** The request body an operation has, `$ref`s followed; 2.0: also from a body parameter that is a `$ref` or its path item's. */
export function effectiveRequestBody(operation: Operation, scope: Pick<Scope, 'resolve'>): RequestBody | undefined {
  const { context, pathItem } = operation;
  const own = scope.resolve(operation.requestBody);
  if (own || context.version !== '2.0') return own;
  const referenced = [...operation.parameters, ...pathItem.parameters]
    .map((parameter) => scope.resolve(parameter))
    .find((parameter) => parameter?.in?.value === 'body');
  const body = referenced
    ? readRequestBody(placeOf(referenced), context)
    : readOperationBody(placeOf(pathItem), context, context.consumes);
  return scope.resolve(body);
}

/** Header names are compared without case (RFC 9110 §5.1). */
function parameterKey({ name, in: place }: Parameter): string {
  const written = name?.value ?? '';
  return `${place?.value} ${place?.value === 'header' ? written.toLowerCase() : written}`;
}
