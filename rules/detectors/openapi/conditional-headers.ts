import { effectiveHeaders, effectiveParameters, knowsParameters } from '#core/openapi/effective/effective.ts';
import type { Operation, Parameter } from '#core/openapi/model.ts';
import type { Scope } from '#core/rule.ts';
import { successResponse } from '#rules/detectors/openapi/collection.ts';
import { namedHeader } from '#rules/detectors/openapi/named-header.ts';

/** The parameters of an operation that make a request conditional (RFC 9110 §13.1), by these names in lower case. */
export function conditionsOf(
  operation: Operation,
  names: ReadonlySet<string>,
  scope: Pick<Scope, 'resolve' | 'find' | 'resource'>,
): readonly Parameter[] {
  return effectiveParameters(operation, scope).filter(
    ({ name, in: place }) => place?.value === 'header' && names.has(name?.value.toLowerCase() ?? ''),
  );
}

/** False where a parameter may be there that is not seen: then nothing is missing. */
export function knowsConditions(operation: Operation, scope: Pick<Scope, 'resolve' | 'find' | 'resource'>): boolean {
  const all = [...operation.parameters, ...operation.pathItem.parameters];
  return knowsParameters(operation, scope) && all.every((parameter) => scope.resolve(parameter) !== undefined);
}

/** A write with one of these is refused with 412 where the resource is another one by now. */
export const writeConditions: ReadonlySet<string> = new Set(['if-match', 'if-unmodified-since']);

export const anyCondition: ReadonlySet<string> = new Set([
  'if-match',
  'if-none-match',
  'if-modified-since',
  'if-unmodified-since',
  'if-range',
]);

/** True for a read whose answer has an ETag. */
export function returnsEntityTag(read: Operation, scope: Pick<Scope, 'resolve'>): boolean {
  const response = successResponse(read, scope);
  return response !== undefined && namedHeader(effectiveHeaders(response, scope), 'etag') !== undefined;
}
